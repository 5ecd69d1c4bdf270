package se.troskel.simulation.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.troskel.controller.uplink.Login;
import se.troskel.region.Region;
import se.troskel.region.RegionSettings;
import se.troskel.region.intake.BrokerAccess;

/// Goal: centre and region speak TLS and log in to the broker, and refuse one that is not theirs,
/// in a sentence that says what to look at (T10). Method: Mosquitto with a certificate of an
/// authority made here and one account for each; one thing after the other is made wrong.
@Tag("mosquitto")
class BrokerAccessMosquittoTest {
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final String CENTRE_PASSWORD = "centre-ord";
    private static final String REGION_PASSWORD = "region-ord";

    @TempDir Path directory = Path.of(".");
    private final List<AutoCloseable> open = new ArrayList<>();
    private int port;
    private Path authority = directory;

    @BeforeEach
    void startBroker() throws Exception {
        BrokerCertificates certificates =
                BrokerCertificates.make(directory.resolve("own"), "localhost");
        authority = certificates.authority();
        Path accounts = directory.resolve("accounts");
        account(accounts, "-c", "centre", CENTRE_PASSWORD);
        account(accounts, "region", REGION_PASSWORD);
        var broker =
                new Mosquitto(
                        directory,
                        """
                        allow_anonymous false
                        password_file %s
                        certfile %s
                        keyfile %s\
                        """
                                .formatted(
                                        accounts, certificates.certificate(), certificates.key()));
        broker.start();
        open.add(broker);
        port = broker.port();
    }

    private static void account(Path file, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("/usr/bin/mosquitto_passwd", "-b"));
        boolean first = arguments[0].equals("-c");
        if (first) {
            command.add("-c");
        }
        command.add(file.toString());
        command.addAll(List.of(arguments).subList(first ? 1 : 0, arguments.length));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    @Test
    void overTlsAndLoggedInARecordArrives() throws Exception {
        Region region = region("localhost", authority, REGION_PASSWORD);
        CentreUnderTest centre = centre("localhost", authority, CENTRE_PASSWORD);
        centre.append(3);
        await("all stored", () -> region.status().stored() == 3);
        assertThat(region.trouble()).isNull();
        assertThat(centre.uplink().status().trouble()).isNull();
    }

    @Test
    void aBrokerOfAnotherAuthorityIsRefused() throws Exception {
        Path strange =
                BrokerCertificates.make(directory.resolve("strange"), "localhost").authority();
        refused(
                region("localhost", strange, REGION_PASSWORD),
                centre("localhost", strange, CENTRE_PASSWORD),
                "its certificate is not one of the trusted authority");
    }

    @Test
    void theJvmsOwnAuthoritiesDoNotKnowTheBroker() throws Exception {
        refused(
                region("localhost", null, REGION_PASSWORD),
                centre("localhost", null, CENTRE_PASSWORD),
                "its certificate is not one of the trusted authority");
    }

    @Test
    void aBrokerUnderAnotherHostNameIsRefused() throws Exception {
        refused(
                region("127.0.0.1", authority, REGION_PASSWORD),
                centre("127.0.0.1", authority, CENTRE_PASSWORD),
                "its certificate is for another host");
    }

    @Test
    void aWrongPasswordIsSaidAndNeverRepeated() throws Exception {
        refused(
                region("localhost", authority, "fel-ord"),
                centre("localhost", authority, "fel-ord"),
                "it refuses the log-in; compare ");
    }

    private static void refused(Region region, CentreUnderTest centre, String why) {
        await("the centre's refusal", () -> centre.uplink().status().trouble() != null);
        assertThat(centre.uplink().status().trouble())
                .contains("no connection to the broker", why)
                .doesNotContain("fel-ord");
        assertThat(centre.uplink().status().connected()).isFalse();
        await("the region's refusal", () -> region.trouble() != null);
        assertThat(Objects.requireNonNull(region.trouble()))
                .contains("no connection to the broker", why)
                .doesNotContain("fel-ord");
        assertThat(region.status().connected()).isFalse();
    }

    private Region region(String host, @Nullable Path pem, String password) throws Exception {
        Region region =
                Region.start(
                        new RegionSettings(
                                BrokerAccess.of(url(host), environment(pem, password)),
                                Files.createTempDirectory(directory, "region"),
                                "127.0.0.1",
                                0,
                                ZoneId.of("Europe/Stockholm"),
                                List.of()),
                        InstantSource.system());
        open.add(region);
        return region;
    }

    private static Map<String, String> environment(@Nullable Path pem, String password) {
        Map<String, String> named =
                Map.of("TROSKEL_MQTT_USER", "region", "TROSKEL_MQTT_PASSWORD", password);
        if (pem == null) {
            return named;
        }
        Map<String, String> all = new HashMap<>(named);
        all.put("TROSKEL_MQTT_CA", pem.toString());
        return all;
    }

    private CentreUnderTest centre(String host, @Nullable Path pem, String password)
            throws Exception {
        CentreUnderTest centre =
                new CentreUnderTest(
                        "KAT",
                        Files.createTempDirectory(directory, "centre"),
                        new CentreUnderTest.Line(url(host), new Login("centre", password), pem));
        open.add(centre);
        return centre;
    }

    private URI url(String host) {
        return URI.create("mqtts://" + host + ":" + port);
    }

    private static void await(String what, BooleanSupplier isTrue) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!isTrue.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
