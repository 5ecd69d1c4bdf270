package se.troskel.region.intake;

import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckReasonCode;
import se.troskel.protocol.mqtt.BrokerFailure;

/// Says in a sentence why the broker could not be reached, and what to look at.
final class ConnectFailure {
    private ConnectFailure() {}

    static String sentence(Throwable failure) {
        if (failure instanceof Mqtt5ConnAckException answer && isRefusal(answer)) {
            return BrokerFailure.refused(BrokerAccess.USER + " and " + BrokerAccess.PASSWORD);
        }
        return BrokerFailure.sentence(failure, BrokerAccess.AUTHORITY)
                .orElse(failure.getClass().getSimpleName());
    }

    private static boolean isRefusal(Mqtt5ConnAckException answer) {
        Mqtt5ConnAckReasonCode code = answer.getMqttMessage().getReasonCode();
        return code == Mqtt5ConnAckReasonCode.BAD_USER_NAME_OR_PASSWORD
                || code == Mqtt5ConnAckReasonCode.NOT_AUTHORIZED;
    }
}
