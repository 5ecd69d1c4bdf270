package se.troskel.protocol.mqtt;

import java.net.ConnectException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/// Says in a sentence why a broker could not be reached, and what to look at: the same words at the
/// centre and at the region.
public final class BrokerFailure {
    private BrokerFailure() {}

    /// The broker refuses the log-in.
    ///
    /// @param account the settings of user and password, as in `user and password`
    public static String refused(String account) {
        return "it refuses the log-in; compare " + account + " with the broker's accounts";
    }

    /// By what lies behind a failure; empty when that is nothing of the network or of TLS.
    ///
    /// @param authority the setting of the trusted authority
    public static Optional<String> sentence(Throwable failure, String authority) {
        if (isCausedBy(failure, CertPathBuilderException.class)
                || isCausedBy(failure, CertPathValidatorException.class)) {
            return Optional.of(
                    "its certificate is not one of the trusted authority, or has expired; compare "
                            + authority
                            + " with the broker's certificate");
        }
        if (isCausedBy(failure, CertificateException.class)) {
            return Optional.of(
                    "its certificate is for another host; use the host name in the certificate");
        }
        if (isCausedBy(failure, SSLException.class)) {
            return Optional.of(
                    "TLS cannot be agreed on; look whether this port of the broker speaks TLS");
        }
        return isCausedBy(failure, ConnectException.class)
                ? Optional.of("nobody answers there")
                : Optional.empty();
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
