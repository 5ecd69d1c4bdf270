package se.troskel.controller.uplink;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.config.Mqtt;
import se.troskel.protocol.AccessSystemException;
import se.troskel.protocol.Ids;

/// Where the uplink connects, and as whom.
///
/// @param centre the centre's code
/// @param name the centre's name for the region's page
/// @param version the controller's version
/// @param fingerprint of the configuration; the answer to the region's CONFIG_FINGERPRINT
/// @param broker `mqtt://host:port` or `mqtts://host:port`
/// @param login null for a broker that asks for none
/// @param authority a PEM file with the broker's certificate authority; null for the JVM's own
/// @param directory where `acknowledged.json` is kept; made when it is missing
public record UplinkSettings(
        String centre,
        String name,
        String version,
        String fingerprint,
        URI broker,
        @Nullable Login login,
        @Nullable Path authority,
        Path directory,
        UplinkLimits limits) {
    /// Holds the password that belongs to [Mqtt#user()].
    public static final String PASSWORD = "TROSKEL_MQTT_PASSWORD";

    /// Names the PEM file of the broker's certificate authority.
    public static final String AUTHORITY = "TROSKEL_MQTT_CA";

    public UplinkSettings {
        Ids.requireId(centre);
        String scheme = String.valueOf(broker.getScheme());
        if (!(scheme.equals("mqtt") || scheme.equals("mqtts")) || broker.getHost() == null) {
            throw new AccessSystemException(
                    "the broker's address must be mqtt://HOST:PORT or mqtts://HOST:PORT, not "
                            + scheme
                            + "://"
                            + broker.getHost());
        }
    }

    /// From a centre's configuration and the process's environment.
    ///
    /// @param mqtt the configuration's own; a centre without one has no uplink
    public static UplinkSettings of(
            CentreConfig config, Mqtt mqtt, Program program, Map<String, String> environment) {
        String user = mqtt.user();
        String authority = environment.get(AUTHORITY);
        return new UplinkSettings(
                config.centre().code(),
                config.centre().name(),
                program.version(),
                program.fingerprint(),
                URI.create(mqtt.url()),
                user == null ? null : new Login(user, environment.getOrDefault(PASSWORD, "")),
                authority == null ? null : Path.of(authority),
                program.directory(),
                UplinkLimits.standard());
    }

    /// What the running program adds to the configuration.
    public record Program(String version, String fingerprint, Path directory) {}

    /// The broker's port: 1883, with TLS 8883, unless it is given.
    int port() {
        if (broker.getPort() > 0) {
            return broker.getPort();
        }
        return isTls() ? 8883 : 1883;
    }

    boolean isTls() {
        return broker.getScheme().equals("mqtts");
    }
}
