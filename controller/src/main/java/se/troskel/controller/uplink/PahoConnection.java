package se.troskel.controller.uplink;

import java.time.Duration;
import java.util.Arrays;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One Paho client, connected once.
final class PahoConnection implements Broker.Connection {
    private static final Logger LOG = LoggerFactory.getLogger(PahoConnection.class);
    private static final Duration CLOSING = Duration.ofSeconds(5);
    private static final long DISCONNECT_MILLIS = 1000;

    private final MqttAsyncClient client;
    private final int receiveMaximum;
    private final UplinkLimits limits;
    private final Confirmation confirmation;

    PahoConnection(
            MqttAsyncClient client,
            int receiveMaximum,
            UplinkLimits limits,
            Broker.Listener listener) {
        this.client = client;
        this.receiveMaximum = receiveMaximum;
        this.limits = limits;
        this.confirmation = new Confirmation(listener);
    }

    @Override
    public int receiveMaximum() {
        return receiveMaximum;
    }

    @Override
    public void subscribe(String... topics) {
        // the overloads of 1.2.5 that take listeners call themselves for ever: no listener here
        MqttSubscription[] subscriptions =
                Arrays.stream(topics)
                        .map(topic -> new MqttSubscription(topic, 1))
                        .toArray(MqttSubscription[]::new);
        try {
            client.subscribe(subscriptions).waitForCompletion(limits.connect().toMillis());
        } catch (MqttException e) {
            throw new Broker.BrokerException("the broker did not accept the subscription", e);
        }
    }

    @Override
    public void publish(String topic, byte[] payload, boolean retained) {
        try {
            client.publish(topic, payload, 1, retained, null, confirmation);
        } catch (MqttException e) {
            throw new Broker.BrokerException(
                    "the broker did not take a message (" + e.getReasonCode() + ")", e);
        }
    }

    @Override
    public void close() {
        end(client);
    }

    /// Disconnects and frees the client. Paho can hang in both, so they run on a thread of their
    /// own and are left behind when they take too long.
    static void end(MqttAsyncClient client) {
        Thread closing = Thread.ofVirtual().start(() -> disconnect(client));
        try {
            if (!closing.join(CLOSING)) {
                LOG.warn("the MQTT client does not close; it is left behind");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void disconnect(MqttAsyncClient client) {
        try {
            if (client.isConnected()) {
                client.disconnectForcibly(
                        DISCONNECT_MILLIS, DISCONNECT_MILLIS, 0, new MqttProperties());
            }
        } catch (MqttException e) {
            LOG.debug("disconnecting failed", e);
        }
        try {
            client.close(true);
        } catch (MqttException e) {
            LOG.debug("closing failed", e);
        }
    }

    /// Tells the listener what became of a message.
    private record Confirmation(Broker.Listener listener) implements MqttActionListener {
        @Override
        public void onSuccess(IMqttToken token) {
            listener.published(true);
        }

        @Override
        public void onFailure(IMqttToken token, @Nullable Throwable cause) {
            listener.published(false);
        }
    }
}
