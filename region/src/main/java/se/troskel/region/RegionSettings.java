package se.troskel.region;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.AccessSystemException;

/// How the region's program runs.
///
/// @param broker `mqtt://host:port` or `mqtts://host:port`
/// @param login null for a broker that asks for none
/// @param authority a PEM file with the broker's certificate authority; null for the JVM's own
/// @param data where the record is kept; made when it is missing
/// @param host address that the page listens on
/// @param port 0 for any free one
/// @param zone whose clock the page shows
/// @param expected centres that are shown even when they were never heard
public record RegionSettings(
        URI broker,
        @Nullable Login login,
        @Nullable Path authority,
        Path data,
        String host,
        int port,
        ZoneId zone,
        List<ExpectedCentre> expected) {
    /// Name the region's account at the broker, and the broker's certificate authority.
    static final String USER = "TROSKEL_MQTT_USER";

    static final String PASSWORD = "TROSKEL_MQTT_PASSWORD";
    static final String AUTHORITY = "TROSKEL_MQTT_CA";

    /// The clock of every Swedish learning centre.
    static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    public RegionSettings {
        expected = List.copyOf(expected);
        String scheme = String.valueOf(broker.getScheme());
        if (!(scheme.equals("mqtt") || scheme.equals("mqtts")) || broker.getHost() == null) {
            throw new AccessSystemException(
                    "the broker's address must be mqtt://HOST:PORT or mqtts://HOST:PORT, not "
                            + scheme
                            + "://"
                            + broker.getHost());
        }
    }

    /// Without log-in, for launchers and tests.
    public static RegionSettings of(URI broker, Path data, String host, int port) {
        return new RegionSettings(broker, null, null, data, host, port, SWEDEN, List.of());
    }

    /// With the log-in and certificate authority that the process's environment names, if any.
    public RegionSettings with(Map<String, String> environment) {
        String user = environment.get(USER);
        String pem = environment.get(AUTHORITY);
        return new RegionSettings(
                broker,
                user == null ? null : new Login(user, environment.getOrDefault(PASSWORD, "")),
                pem == null ? null : Path.of(pem),
                data,
                host,
                port,
                zone,
                expected);
    }

    /// The same, with centres that are expected.
    public RegionSettings expecting(List<ExpectedCentre> centres) {
        return new RegionSettings(broker, login, authority, data, host, port, zone, centres);
    }

    boolean isTls() {
        return broker.getScheme().equals("mqtts");
    }

    /// The broker's port: 1883, with TLS 8883, unless it is given.
    int brokerPort() {
        if (broker.getPort() > 0) {
            return broker.getPort();
        }
        return isTls() ? 8883 : 1883;
    }

    /// A centre that the region knows of by itself.
    public record ExpectedCentre(String code, String name) {}
}
