package se.troskel.region.intake;

import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckReasonCode;
import java.net.ConnectException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;

/// Says in a sentence why the broker could not be reached, and what to look at.
final class ConnectFailure {
    private ConnectFailure() {}

    static String sentence(Throwable failure) {
        if (failure instanceof Mqtt5ConnAckException answer && isRefusal(answer)) {
            return "it refuses the log-in; compare "
                    + BrokerAccess.USER
                    + " and "
                    + BrokerAccess.PASSWORD
                    + " with the broker's accounts";
        }
        if (isCausedBy(failure, CertPathBuilderException.class)
                || isCausedBy(failure, CertPathValidatorException.class)) {
            return "its certificate is not one of the trusted authority, or has expired; compare "
                    + BrokerAccess.AUTHORITY
                    + " with the broker's certificate";
        }
        if (isCausedBy(failure, CertificateException.class)) {
            return "its certificate is for another host; use the host name in the certificate";
        }
        if (isCausedBy(failure, SSLException.class)) {
            return "TLS cannot be agreed on; look whether this port of the broker speaks TLS";
        }
        if (isCausedBy(failure, ConnectException.class)) {
            return "nobody answers there";
        }
        return failure.getClass().getSimpleName();
    }

    private static boolean isRefusal(Mqtt5ConnAckException answer) {
        Mqtt5ConnAckReasonCode code = answer.getMqttMessage().getReasonCode();
        return code == Mqtt5ConnAckReasonCode.BAD_USER_NAME_OR_PASSWORD
                || code == Mqtt5ConnAckReasonCode.NOT_AUTHORIZED;
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
