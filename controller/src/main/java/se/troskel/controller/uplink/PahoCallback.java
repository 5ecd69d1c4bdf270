package se.troskel.controller.uplink;

import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/// Hands what Paho tells to our listener. Runs on Paho's threads; does nothing that waits.
final class PahoCallback implements MqttCallback {
    private final Broker.Listener listener;

    PahoCallback(Broker.Listener listener) {
        this.listener = listener;
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        listener.arrived(topic, message.getPayload());
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
        listener.lost("the connection to the broker ended (" + response.getReturnCode() + ")");
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
        listener.lost("the MQTT client failed (" + exception.getReasonCode() + ")");
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
        // each message has its own listener: PahoConnection#publish
    }

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {
        // the uplink's thread waits for the connection itself
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
        // no enhanced authentication was asked for
    }
}
