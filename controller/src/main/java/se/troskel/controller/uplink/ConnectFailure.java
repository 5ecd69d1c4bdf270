package se.troskel.controller.uplink;

import java.net.ConnectException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.eclipse.paho.mqttv5.common.MqttException;

/// Says in a sentence why the broker could not be reached, and what to look at.
final class ConnectFailure {
    /// MQTT 5.0, section 3.2.2.2.
    private static final int BAD_USER_NAME_OR_PASSWORD = 0x86;

    private static final int NOT_AUTHORIZED = 0x87;

    private ConnectFailure() {}

    static String sentence(MqttException failure) {
        int reason = failure.getReasonCode();
        if (reason == BAD_USER_NAME_OR_PASSWORD || reason == NOT_AUTHORIZED) {
            return "it refuses the log-in; compare mqtt.user and "
                    + UplinkSettings.PASSWORD
                    + " with the broker's accounts";
        }
        if (isCausedBy(failure, CertPathBuilderException.class)
                || isCausedBy(failure, CertPathValidatorException.class)) {
            return "its certificate is not one of the trusted authority, or has expired; compare "
                    + UplinkSettings.AUTHORITY
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
        return "Paho reason " + reason;
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
