package se.troskel.simulation.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import se.troskel.config.Trust;
import se.troskel.controller.Controller;
import se.troskel.controller.ControllerSettings;
import se.troskel.controller.intake.CardNumber;
import se.troskel.controller.keys.Keyring;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.Register;
import se.troskel.controller.register.RegisterEdit;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.json.Json;
import se.troskel.protocol.kiosk.Presentation;

/// The whole way of a card at a terminal: from the request over the loopback to the lock told to
/// unlock, with a whole controller and its durable record.
final class KioskBench implements AutoCloseable {
    private static final String CARD = "04A1B2C3D4E5F6";

    private final BenchLock lock;
    private final Controller controller;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final String token;

    /// @param data an empty folder for the controller's data
    KioskBench(BenchCentre centre, Path data) throws IOException {
        enrol(data);
        Map<String, BenchLock> locks = centre.locks();
        this.lock = locks.values().iterator().next();
        this.controller =
                Controller.start(
                        new ControllerSettings(
                                centre.config(),
                                Trust.NONE,
                                data,
                                InstantSource.fixed(BenchCentre.NOW),
                                System::nanoTime,
                                () -> ClockTrust.SYNCED),
                        BenchCentre.devices(locks),
                        () -> {});
        this.token = Files.readString(data.resolve(ControllerSettings.TOKEN));
        this.address =
                URI.create("http://127.0.0.1:" + controller.port() + "/api/v1/kiosk/presentations");
    }

    private static void enrol(Path data) {
        Keyring keys = Keyring.open(data.resolve("keys"));
        try (Register register =
                Register.open(data.resolve("register"), keys, new SecureRandom())) {
            String lookup = keys.lookup().card(CardNumber.fromReader(CARD).orElseThrow());
            register.edit(
                    new RegisterEdit.EnrolStudent(
                            BenchCentre.student("p0"),
                            new Credential(lookup, "p0", null, null, false)));
        }
    }

    /// Presents the card `count` times, one at a time.
    ///
    /// @return nanoseconds of each
    long[] measure(int count) throws IOException, InterruptedException {
        long[] nanos = new long[count];
        for (int i = 0; i < count; i++) {
            var shown =
                    new Presentation(UUID.randomUUID(), "kiosk1", Medium.CARD, CARD, Intent.ENTER);
            HttpRequest request =
                    HttpRequest.newBuilder(address)
                            .header("Authorization", "Bearer " + token)
                            .POST(HttpRequest.BodyPublishers.ofString(Json.text(shown)))
                            .build();
            long before = System.nanoTime();
            int status = http.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
            if (status != 200) {
                throw new IllegalStateException("the controller answered " + status);
            }
            nanos[i] = lock.nextUnlock() - before;
        }
        return nanos;
    }

    @Override
    public void close() {
        http.close();
        controller.close();
    }
}
