package se.troskel.controller.uplink;

import org.eclipse.paho.mqttv5.common.MqttException;
import se.troskel.protocol.mqtt.BrokerFailure;

/// Says in a sentence why the broker could not be reached, and what to look at.
final class ConnectFailure {
    /// MQTT 5.0, section 3.2.2.2.
    private static final int BAD_USER_NAME_OR_PASSWORD = 0x86;

    private static final int NOT_AUTHORIZED = 0x87;

    private ConnectFailure() {}

    static String sentence(MqttException failure) {
        int reason = failure.getReasonCode();
        if (reason == BAD_USER_NAME_OR_PASSWORD || reason == NOT_AUTHORIZED) {
            return BrokerFailure.refused("mqtt.user and " + UplinkSettings.PASSWORD);
        }
        return BrokerFailure.sentence(failure, UplinkSettings.AUTHORITY)
                .orElse("Paho reason " + reason);
    }
}
