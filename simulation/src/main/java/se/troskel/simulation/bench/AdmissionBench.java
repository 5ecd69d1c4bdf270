package se.troskel.simulation.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import se.troskel.config.CentreConfig;
import se.troskel.config.Trust;
import se.troskel.controller.Controller;
import se.troskel.controller.ControllerSettings;
import se.troskel.hardware.simulated.SimulatedDevices;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.json.Json;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.DocumentShown;
import se.troskel.protocol.kiosk.ExamAnswer;
import se.troskel.protocol.kiosk.ExamChoice;
import se.troskel.protocol.kiosk.Presentation;

/// Candidates of one exam at one controller with its durable record: they come to the terminal over
/// its API, say which document they have, and are let in from one invigilator's page while another
/// is open. Everybody once.
final class AdmissionBench implements AutoCloseable {
    private static final String KIOSK = "kiosk1";
    private static final String ROOM = "exam-1";

    private final SimulatedDevices devices;
    private final Controller controller;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final String token;
    private final RoomPage pressing;
    private final RoomPage looking;

    /// @param like a centre with a terminal `kiosk1` and a room `exam-1`
    /// @param data an empty folder for the controller's data
    AdmissionBench(CentreConfig like, Path data) throws IOException, InterruptedException {
        AdmissionCentre.fill(data, ROOM);
        CentreConfig config = AdmissionCentre.config(like);
        this.devices = SimulatedDevices.open(config);
        this.controller =
                Controller.start(
                        new ControllerSettings(
                                config,
                                Trust.NONE,
                                data,
                                InstantSource.fixed(AdmissionCentre.NOW),
                                System::nanoTime,
                                () -> ClockTrust.SYNCED),
                        devices,
                        () -> {});
        this.base = URI.create("http://127.0.0.1:" + controller.port());
        this.token = Files.readString(data.resolve(ControllerSettings.TOKEN));
        this.pressing = new RoomPage(base, ROOM);
        this.looking = new RoomPage(base, ROOM);
    }

    /// How long it took with one candidate, in nanoseconds.
    ///
    /// @param whole from showing the card to being let in
    /// @param answered from the press to its answer
    /// @param shown from the press to both pages having it
    record Admitted(long whole, long answered, long shown) {}

    /// Lets in everybody, the next one when both pages have the one before.
    List<Admitted> measure() throws IOException, InterruptedException {
        List<Admitted> all = new ArrayList<>();
        for (int i = 0; i < AdmissionCentre.CANDIDATES; i++) {
            String registration = AdmissionCentre.registration(i);
            long begin = System.nanoTime();
            come(AdmissionCentre.card(i));
            long pressed = System.nanoTime();
            pressing.approve(registration);
            long answered = System.nanoTime();
            long shown =
                    Math.max(
                            pressing.showedInside(registration),
                            looking.showedInside(registration));
            all.add(new Admitted(answered - begin, answered - pressed, shown - pressed));
        }
        return all;
    }

    private void come(String card) throws IOException, InterruptedException {
        var shown = new Presentation(UUID.randomUUID(), KIOSK, Medium.CARD, card, Intent.EXAM);
        exam(send("presentations", Json.text(shown)));
        exam(
                send(
                        "exam",
                        Json.text(
                                new ExamChoice(
                                        shown.id(),
                                        KIOSK,
                                        null,
                                        DocumentShown.SWEDISH_PASSPORT,
                                        null))));
    }

    private static void exam(Answer answer) {
        ExamAnswer exam = answer.exam();
        if (exam == null || exam.details().room() == null) {
            throw new IllegalStateException("nobody was directed: " + answer.reason());
        }
    }

    private Answer send(String path, String message) throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                http.send(
                        HttpRequest.newBuilder(base.resolve("/api/v1/kiosk/" + path))
                                .header("Authorization", "Bearer " + token)
                                .POST(HttpRequest.BodyPublishers.ofString(message))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("the controller answered " + response.statusCode());
        }
        return Json.read(response.body(), Answer.class);
    }

    @Override
    public void close() {
        pressing.close();
        looking.close();
        http.close();
        controller.close();
        devices.close();
    }
}
