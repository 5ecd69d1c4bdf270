package se.troskel.region.intake;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.AccessSystemException;

/// Where the broker is, and as whom the region connects.
///
/// @param url `mqtt://host:port` or `mqtts://host:port`
/// @param login null for a broker that asks for none
/// @param authority a PEM file with the broker's certificate authority; null for the JVM's own
public record BrokerAccess(URI url, @Nullable Login login, @Nullable Path authority) {
    /// In the environment: the region's account at the broker, and the broker's authority.
    static final String USER = "TROSKEL_MQTT_USER";

    static final String PASSWORD = "TROSKEL_MQTT_PASSWORD";
    static final String AUTHORITY = "TROSKEL_MQTT_CA";

    public BrokerAccess {
        String scheme = String.valueOf(url.getScheme());
        if (!(scheme.equals("mqtt") || scheme.equals("mqtts")) || url.getHost() == null) {
            throw new AccessSystemException(
                    "the broker's address must be mqtt://HOST:PORT or mqtts://HOST:PORT, not "
                            + scheme
                            + "://"
                            + url.getHost());
        }
    }

    /// With the log-in and certificate authority that the process's environment names, if any.
    public static BrokerAccess of(URI url, Map<String, String> environment) {
        String user = environment.get(USER);
        String pem = environment.get(AUTHORITY);
        return new BrokerAccess(
                url,
                user == null ? null : new Login(user, environment.getOrDefault(PASSWORD, "")),
                pem == null ? null : Path.of(pem));
    }

    boolean isTls() {
        return url.getScheme().equals("mqtts");
    }

    /// 1883, with TLS 8883, unless it is given.
    int port() {
        if (url.getPort() > 0) {
            return url.getPort();
        }
        return isTls() ? 8883 : 1883;
    }
}
