package se.troskel.controller.uplink;

import java.nio.charset.StandardCharsets;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/// The broker through Eclipse Paho's MQTT 5 client. Paho's own reconnect, persistence and blocking
/// calls are not used: one client object per attempt, in-memory, and the journal is the outbox.
final class PahoBroker implements Broker {
    /// The broker keeps what is meant for the centre this long, in seconds: a week.
    private static final long SESSION_EXPIRY_SECONDS = 7 * 24 * 3600L;

    private final UplinkSettings settings;
    private final NoDelaySockets sockets;

    /// @throws se.troskel.protocol.AccessSystemException when the certificate authority's file
    ///   cannot be read
    PahoBroker(UplinkSettings settings) {
        this.settings = settings;
        this.sockets = NoDelaySockets.of(settings);
    }

    @Override
    public Connection connect(String willTopic, byte[] will, Listener listener) {
        MqttAsyncClient client = client();
        boolean connected = false;
        try {
            client.setCallback(new PahoCallback(listener));
            IMqttToken token = client.connect(options(willTopic, will));
            token.waitForCompletion(settings.limits().connect().toMillis());
            connected = true;
            return new PahoConnection(client, receiveMaximum(token), settings.limits(), listener);
        } catch (MqttException e) {
            throw new BrokerException(
                    "no connection to the broker at "
                            + settings.broker().getHost()
                            + ":"
                            + settings.port()
                            + ": "
                            + ConnectFailure.sentence(e),
                    e);
        } finally {
            if (!connected) {
                PahoConnection.end(client);
            }
        }
    }

    private MqttAsyncClient client() {
        String scheme = settings.isTls() ? "ssl://" : "tcp://";
        try {
            return new MqttAsyncClient(
                    scheme + settings.broker().getHost() + ":" + settings.port(),
                    "troskel-centre-" + settings.centre(),
                    new MemoryPersistence());
        } catch (MqttException e) {
            throw new BrokerException("the MQTT client cannot be made", e);
        }
    }

    private MqttConnectionOptions options(String willTopic, byte[] will) {
        UplinkLimits limits = settings.limits();
        var options = new MqttConnectionOptions();
        options.setAutomaticReconnect(false);
        options.setCleanStart(false);
        options.setSessionExpiryInterval(SESSION_EXPIRY_SECONDS);
        options.setKeepAliveInterval(Math.toIntExact(limits.keepAlive().toSeconds()));
        options.setConnectionTimeout(Math.toIntExact(Math.max(1, limits.connect().toSeconds())));
        options.setSocketFactory(sockets.factory());
        options.setHttpsHostnameVerificationEnabled(true);
        Login login = settings.login();
        if (login != null) {
            options.setUserName(login.user());
            options.setPassword(login.password().getBytes(StandardCharsets.UTF_8));
        }
        var message = new MqttMessage(will);
        message.setQos(1);
        message.setRetained(true);
        var delay = new MqttProperties();
        delay.setWillDelayInterval(limits.willDelay().toSeconds());
        options.setWillMessageProperties(delay);
        options.setWill(willTopic, message);
        return options;
    }

    private static int receiveMaximum(IMqttToken token) {
        MqttProperties properties = token.getResponseProperties();
        Integer maximum = properties == null ? null : properties.getReceiveMaximum();
        return maximum == null ? 65535 : maximum;
    }
}
