package se.troskel.region.intake;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.protocol.json.Json;
import se.troskel.protocol.mqtt.Topics;

/// The region's line to the broker, through HiveMQ's MQTT 5 client: session kept, every message
/// acknowledged by hand after it was stored, tries for ever. Its sockets have TCP_NODELAY by
/// Netty's default. Thread-safe; nothing waits but [#close()].
///
/// The receive maximum stays at 65535: mosquitto 2.0.11 exceeds a smaller one when it drains a
/// session, and is then rightly cut off.
public final class HiveLink implements RegionLink, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HiveLink.class);
    private static final String CLIENT_ID = "troskel-region";
    private static final long SESSION_EXPIRY_SECONDS = 7 * 24 * 3600L;
    private static final int KEEP_ALIVE_SECONDS = 20;
    private static final long BACKOFF_MIN_MILLIS = 1000;
    private static final long BACKOFF_MAX_MILLIS = 60_000;
    private static final int MOST_DOUBLINGS = 6;
    private static final long CLOSE_SECONDS = 3;

    private final RandomGenerator random;
    private final Mqtt5AsyncClient client;
    private final AtomicReference<@Nullable Intake> intake = new AtomicReference<>();
    private final AtomicReference<@Nullable String> trouble = new AtomicReference<>();
    private volatile boolean closing;

    /// Does nothing before [#start(Intake)].
    ///
    /// @throws se.troskel.protocol.AccessSystemException when the authority's file cannot be used
    public HiveLink(BrokerAccess access, RandomGenerator random) {
        this.random = random;
        this.client = build(access);
    }

    private Mqtt5AsyncClient build(BrokerAccess access) {
        Mqtt5ClientBuilder builder =
                MqttClient.builder()
                        .useMqttVersion5()
                        .identifier(CLIENT_ID)
                        .serverHost(access.url().getHost())
                        .serverPort(access.port())
                        .addConnectedListener(context -> connected())
                        .addDisconnectedListener(this::disconnected);
        Login login = access.login();
        if (login != null) {
            builder =
                    builder.simpleAuth()
                            .username(login.user())
                            .password(login.password().getBytes(StandardCharsets.UTF_8))
                            .applySimpleAuth();
        }
        if (access.isTls()) {
            builder = builder.sslConfig(ssl(access));
        }
        return builder.buildAsync();
    }

    private static MqttClientSslConfig ssl(BrokerAccess access) {
        return MqttClientSslConfig.builder()
                .trustManagerFactory(Authority.trusting(access.authority()))
                .build();
    }

    /// Begins to connect, and gives everything that comes to the intake.
    public void start(Intake taker) {
        intake.set(taker);
        client.publishes(MqttGlobalPublishFilter.ALL, this::arrived, true);
        var _ =
                client.connectWith()
                        .cleanStart(false)
                        .sessionExpiryInterval(SESSION_EXPIRY_SECONDS)
                        .keepAlive(KEEP_ALIVE_SECONDS)
                        .restrictions()
                        .maximumPacketSize(2 * Json.MAX_BYTES)
                        .applyRestrictions()
                        .send()
                        .whenComplete((ack, failure) -> {
                            if (failure != null) {
                                LOG.debug("the region's line was given up", failure);
                            }
                        });
    }

    @Override
    public void send(String topic, byte[] payload) {
        if (client.getState().isConnected()) {
            var _ =
                    client.publishWith()
                            .topic(topic)
                            .qos(MqttQos.AT_LEAST_ONCE)
                            .payload(payload)
                            .send()
                            .whenComplete((result, failure) -> {
                                if (failure != null) {
                                    LOG.debug("a message was not sent", failure);
                                }
                            });
        }
    }

    private void arrived(Mqtt5Publish publish) {
        Intake taker = intake.get();
        if (taker != null) {
            taker.deliver(
                    new Delivered(
                            publish.getTopic().toString(),
                            new String(publish.getPayloadAsBytes(), StandardCharsets.UTF_8),
                            publish.isRetain(),
                            publish::acknowledge));
        }
    }

    private void connected() {
        LOG.info("connected to the broker");
        trouble.set(null);
        var _ =
                client.subscribeWith()
                        .addSubscription()
                        .topicFilter(Topics.allStates())
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .applySubscription()
                        .addSubscription()
                        .topicFilter(Topics.allEvents())
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .applySubscription()
                        .addSubscription()
                        .topicFilter(Topics.allReplies())
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .applySubscription()
                        .send()
                        .whenComplete((ack, failure) -> {
                            if (failure == null) {
                                tell(true);
                            } else {
                                LOG.warn("the broker did not accept the subscriptions", failure);
                            }
                        });
    }

    private void disconnected(MqttClientDisconnectedContext context) {
        tell(false);
        int doublings = Math.min(context.getReconnector().getAttempts(), MOST_DOUBLINGS);
        long ceiling = Math.min(BACKOFF_MIN_MILLIS << doublings, BACKOFF_MAX_MILLIS);
        LOG.debug("no connection to the broker", context.getCause());
        if (!closing) {
            say("no connection to the broker: " + ConnectFailure.sentence(context.getCause()));
        }
        context.getReconnector()
                .reconnect(!closing)
                .delay(random.nextLong(ceiling + 1), TimeUnit.MILLISECONDS);
    }

    /// Once for each reason, not at every attempt.
    private void say(String why) {
        if (!why.equals(trouble.getAndSet(why))) {
            LOG.warn("{}", why);
        }
    }

    /// Why there is no connection, for an operator; null while there is one, and before the first
    /// attempt has failed.
    public @Nullable String trouble() {
        return trouble.get();
    }

    private void tell(boolean connected) {
        Intake taker = intake.get();
        if (taker != null) {
            taker.connected(connected);
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            client.disconnect().get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("the line was not closed in order", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
