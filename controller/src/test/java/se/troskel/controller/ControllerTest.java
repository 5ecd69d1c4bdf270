package se.troskel.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.config.Api;
import se.troskel.config.CentreConfig;
import se.troskel.config.CentreLoader;
import se.troskel.config.Trust;
import se.troskel.controller.intake.CardNumber;
import se.troskel.controller.keys.BreakGlassFile;
import se.troskel.controller.keys.Keyring;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.Register;
import se.troskel.controller.register.RegisterEdit;
import se.troskel.controller.site.Muster;
import se.troskel.controller.staff.GlassUse;
import se.troskel.controller.ticket.TicketIssuer;
import se.troskel.controller.ticket.TicketKeys;
import se.troskel.hardware.InputLine;
import se.troskel.hardware.simulated.SimulatedDevices;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.Envelope;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.event.EventType;
import se.troskel.protocol.event.RegisterEditKind;
import se.troskel.protocol.json.Json;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.ApiError;
import se.troskel.protocol.kiosk.DocumentShown;
import se.troskel.protocol.kiosk.ExamChoice;
import se.troskel.protocol.kiosk.KioskView;
import se.troskel.protocol.kiosk.Presentation;
import se.troskel.protocol.kiosk.VisitRequest;

/// Goal: a controller answers its terminals by what is on disk, and a restart forgets nothing that
/// was answered. Method: the whole controller at Katrineholm, asked over HTTP as a terminal does.
class ControllerTest {
    /// A Tuesday in term time, ten in the morning.
    private static final Instant STAFFED = Instant.parse("2027-02-09T09:00:00Z");

    private static final String CARD = "04A1B2C3D4E5F6";

    @TempDir Path data;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final CentreConfig config = katrineholm();
    private Instant now = STAFFED;
    private volatile ClockTrust clock = ClockTrust.SYNCED;
    private SimulatedDevices devices;
    private Controller controller;

    @BeforeEach
    void begin() {
        devices = SimulatedDevices.open(config);
        controller = start();
    }

    @AfterEach
    void stop() {
        controller.close();
        devices.close();
    }

    @Test
    void withoutTheTokenNothingIsAnswered() throws Exception {
        HttpRequest asked =
                HttpRequest.newBuilder(address("view?kiosk=kiosk1"))
                        .header("Authorization", "Bearer guessed")
                        .build();
        HttpResponse<byte[]> response = http.send(asked, BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(Json.read(response.body(), ApiError.class).code()).isEqualTo("TOKEN");
    }

    @Test
    void anEmptyRegisterAlreadyServes() throws Exception {
        KioskView view = Json.read(get("view?kiosk=kiosk1").body(), KioskView.class);
        assertThat(view.hasRegister()).isFalse();
        assertThat(view.guests()).isTrue();
        assertThat(view.today()).hasSize(3);
        assertThat(view.rooms()).isNotEmpty();
        assertThat(view.deskHours()).isNotNull();
    }

    @Test
    void anUnknownCardIsRefusedAndInTheJournal() throws Exception {
        Answer answer = present(Medium.CARD, CARD);
        assertThat(answer.reason()).isEqualTo(CheckInReason.UNKNOWN);
        assertThat(answer.recorded()).isTrue();
        assertThat(types()).contains(EventType.CHECK_IN);
    }

    @Test
    void aBrokenMessageIsRefusedAndNotRepeated() throws Exception {
        HttpResponse<byte[]> response =
                post("presentations", "{\"medium\":\"CARD\",\"value\":\"04A1B2C3D4E5F6\"}");
        assertThat(response.statusCode()).isEqualTo(400);
        ApiError error = Json.read(response.body(), ApiError.class);
        assertThat(error.code()).isEqualTo("MALFORMED");
        assertThat(error.message()).doesNotContain("04A1");
    }

    @Test
    void aTerminalThatIsNotConfiguredIsRefused() throws Exception {
        assertThat(get("view?kiosk=somebody").statusCode()).isEqualTo(404);
    }

    @Test
    void aChoiceForAnExamThatNobodyWasAskedAboutLeadsToShowingAgain() throws Exception {
        ExamChoice choice =
                new ExamChoice(UUID.randomUUID(), "kiosk1", null, DocumentShown.NONE, null);
        HttpResponse<byte[]> response = post("exam", Json.text(choice));
        Answer answer = Json.read(response.body(), Answer.class);
        assertThat(answer.presentation()).isEqualTo(choice.presentation());
        assertThat(answer.next()).isEqualTo(NextStep.SHOW_AGAIN);
        assertThat(answer.recorded()).isFalse();
    }

    @Test
    void aTicketUsedBeforeARestartStaysUsed() throws Exception {
        TicketIssuer.Made ticket =
                new TicketIssuer(
                                new SecureRandom(),
                                TicketKeys.open(data.resolve("keys").resolve("tickets")),
                                "KAT")
                        .issue(
                                new TicketIssuer.Order(
                                        null,
                                        null,
                                        STAFFED.minusSeconds(600),
                                        STAFFED.plusSeconds(600)),
                                Keyring.open(data.resolve("keys")).lookup()::shortCode);
        assertThat(present(Medium.QR, ticket.text()).reason()).isEqualTo(CheckInReason.CHECKED_IN);
        restart();
        assertThat(present(Medium.QR, ticket.text()).reason()).isEqualTo(CheckInReason.TOKEN_USED);
    }

    @Test
    void whoeverLeavesIsCheckedOutWhateverIsShownAndNobodyElseGoesOffTheList() throws Exception {
        VisitRequest guests =
                new VisitRequest(UUID.randomUUID(), "kiosk1", VisitKind.GUEST, 2, null, null);
        assertThat(post("visits", Json.text(guests)).statusCode()).isEqualTo(200);
        var before = controller.view().muster();
        for (Medium medium : List.of(Medium.CARD, Medium.QR, Medium.SHORT_CODE)) {
            Answer answer = present(medium, CARD, Intent.LEAVE);
            assertThat(answer.reason()).isEqualTo(CheckInReason.CHECKED_OUT);
            assertThat(answer.recorded()).isTrue();
        }
        assertThat(controller.view().muster()).isEqualTo(before);
    }

    @Test
    void whoeverShowsTheirCardOnceMoreIsOfferedToLeaveAndStaysGoneAfterARestart() throws Exception {
        enrol(false);
        assertThat(present(Medium.CARD, CARD, Intent.LEAVE).reason())
                .as("not inside")
                .isEqualTo(CheckInReason.CHECKED_OUT);
        assertThat(present(Medium.CARD, CARD).inside()).isNull();
        assertThat(controller.view().muster().known()).hasSize(1);
        assertThat(present(Medium.CARD, CARD).inside()).isTrue();
        assertThat(present(Medium.CARD, CARD, Intent.LEAVE).recorded()).isTrue();
        assertThat(controller.view().muster()).isEqualTo(Muster.NOBODY);
        restart();
        waitUntil(() -> controller.view().hasRegister());
        assertThat(controller.view().muster()).isEqualTo(Muster.NOBODY);
        assertThat(present(Medium.CARD, CARD).inside()).isNull();
    }

    @Test
    void aBlockedCardAnUntrustedClockAndAnEvacuationKeepNobodyFromCheckingOut() throws Exception {
        enrol(false);
        assertThat(present(Medium.CARD, CARD).reason()).isEqualTo(CheckInReason.CHECKED_IN);
        enrol(true);
        waitUntil(() -> !controller.view().muster().known().isEmpty());
        assertThat(present(Medium.CARD, CARD).reason()).isEqualTo(CheckInReason.BLOCKED);
        clock = ClockTrust.UNTRUSTED;
        devices.site().setContact("fire-alarm", InputLine.Level.ACTIVE);
        waitUntil(() -> controller.view().fire());
        Answer answer = present(Medium.CARD, CARD, Intent.LEAVE);
        assertThat(answer.reason()).isEqualTo(CheckInReason.CHECKED_OUT);
        assertThat(answer.next()).isEqualTo(NextStep.LEAVE_NOW);
        assertThat(controller.view().muster()).isEqualTo(Muster.NOBODY);
    }

    /// Restarts with one student in the register.
    private void enrol(boolean blocked) {
        controller.close();
        devices.close();
        Keyring keys = Keyring.open(data.resolve("keys"));
        String lookup = keys.lookup().card(CardNumber.fromReader(CARD).orElseThrow());
        Instant from = STAFFED.minus(Duration.ofDays(100));
        Person person =
                new Person(
                        "p1",
                        "Alva Testsson",
                        VisitKind.STUDENT,
                        null,
                        from,
                        STAFFED.plus(Duration.ofDays(1)),
                        from,
                        false,
                        false);
        try (Register register =
                Register.open(data.resolve("register"), keys, new SecureRandom())) {
            register.edit(
                    blocked
                            ? new RegisterEdit.BlockCard(lookup, true)
                            : new RegisterEdit.EnrolStudent(
                                    person, new Credential(lookup, "p1", "hash", null, false)));
        }
        devices = SimulatedDevices.open(config);
        controller = start();
    }

    @Test
    void visitorsWhoCameBeforeARestartAreStillOnTheMusterList() throws Exception {
        VisitRequest guests =
                new VisitRequest(UUID.randomUUID(), "kiosk1", VisitKind.GUEST, 2, null, null);
        assertThat(post("visits", Json.text(guests)).statusCode()).isEqualTo(200);
        var before = controller.view().muster();
        assertThat(before.counted()).extracting(Muster.Counted::people).containsExactly(2);
        restart();
        waitUntil(() -> controller.view().muster().equals(before));
    }

    @Test
    void aRestartIsRecordedWithWhetherTheStopWasInOrder() throws Exception {
        restart();
        waitUntil(() -> Collections.frequency(types(), EventType.CENTRE_STARTED) == 2);
        assertThat(types())
                .containsSubsequence(
                        EventType.CENTRE_STARTED,
                        EventType.CENTRE_STOPPED,
                        EventType.CENTRE_STARTED);
    }

    @Test
    void whatHasOutlivedItsDaysIsErasedByItself() throws Exception {
        present(Medium.QR, "no ticket");
        waitUntil(() -> types().contains(EventType.CHECK_IN));
        long refusal = types().indexOf(EventType.CHECK_IN) + 1L;
        assertThat(controller.journal().readLocal(refusal)).isPresent();

        now = STAFFED.plus(Duration.ofDays(config.retention().operationDays() + 31L));
        restart();

        waitUntil(() -> types().contains(EventType.REGISTER_EDITED));
        assertThat(controller.journal().readLocal(refusal)).isEmpty();
    }

    @Test
    void theRegisterForgetsByItself() throws Exception {
        enrol(false);
        assertThat(present(Medium.CARD, CARD).reason()).isEqualTo(CheckInReason.CHECKED_IN);

        now = STAFFED.plus(Duration.ofDays(config.retention().accessDays() + 2L));
        restart();

        waitUntil(() ->
                edits().contains(new EventBody.RegisterEdited(RegisterEditKind.RETENTION, 1, 1)));
        assertThat(present(Medium.CARD, CARD).reason()).isEqualTo(CheckInReason.UNKNOWN);
    }

    private List<EventBody.RegisterEdited> edits() {
        return controller.journal().read(1, 500).stream()
                .filter(message ->
                        Json.read(message.envelope(), Envelope.class).type()
                                == EventType.REGISTER_EDITED)
                .map(message -> Json.read(message.body(), EventBody.RegisterEdited.class))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"database", "log", "database log", "database log snapshots"})
    void breakGlassWorksBesideADamagedRegisterAndIsToldOverARestart(String damaged)
            throws Exception {
        controller.close();
        String lookup =
                Keyring.open(data.resolve("keys"))
                        .lookup()
                        .card(CardNumber.fromReader("04A1B2C3D4E5F6").orElseThrow());
        BreakGlassFile.open(data).put(lookup, "kassaskåpet");
        damage(damaged);
        restart();
        assertThat(present(Medium.CARD, CARD).reason()).isEqualTo(CheckInReason.BREAK_GLASS);
        waitUntil(() -> types().contains(EventType.BREAK_GLASS_USED));
        assertThat(types()).doesNotContain(EventType.CHECK_IN);
        restart();
        assertThat(controller.view().glassUses())
                .extracting(GlassUse::door)
                .containsExactly("entrance");
    }

    /// Writes over the beginning of every file of these parts of the register.
    private void damage(String parts) throws IOException {
        Path register = data.resolve("register");
        try (var files = Files.walk(register)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = String.valueOf(register.relativize(file).getName(0));
                String part = name.endsWith(".db") ? "database" : name;
                if (List.of(parts.split(" ", -1)).contains(part)) {
                    byte[] bytes = Files.readAllBytes(file);
                    Arrays.fill(bytes, 0, Math.min(bytes.length, 4_096), (byte) 0x5a);
                    Files.write(file, bytes);
                }
            }
        }
    }

    @Test
    void everyLockIsToldToLockOnceItIsUp() {
        assertThat(controller.view().doors())
                .filteredOn(door -> !door.door().equals("entrance"))
                .allSatisfy(door -> assertThat(door.told()).isEqualTo(LockCommand.LOCK));
    }

    private Answer present(Medium medium, String value) throws Exception {
        return present(medium, value, Intent.ENTER);
    }

    private Answer present(Medium medium, String value, Intent intent) throws Exception {
        Presentation shown = new Presentation(UUID.randomUUID(), "kiosk1", medium, value, intent);
        HttpResponse<byte[]> response = post("presentations", Json.text(shown));
        assertThat(response.statusCode()).isEqualTo(200);
        return Json.read(response.body(), Answer.class);
    }

    private List<EventType> types() {
        return controller.journal().read(1, 500).stream()
                .map(EventMessage::envelope)
                .map(envelope -> Json.read(envelope, Envelope.class).type())
                .toList();
    }

    private static void waitUntil(BooleanSupplier isTrue) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!isTrue.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(address(path)).header("Authorization", bearer()).build(),
                BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> post(String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(address(path))
                        .header("Authorization", bearer())
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private String bearer() throws IOException {
        return "Bearer " + Files.readString(data.resolve(ControllerSettings.TOKEN));
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + controller.port() + "/api/v1/kiosk/" + path);
    }

    private void restart() {
        controller.close();
        devices.close();
        devices = SimulatedDevices.open(config);
        controller = start();
    }

    private Controller start() {
        return Controller.start(
                new ControllerSettings(
                        config,
                        Trust.NONE,
                        data,
                        InstantSource.fixed(now),
                        System::nanoTime,
                        () -> clock),
                devices,
                () -> {});
    }

    static CentreConfig katrineholm() {
        CentreConfig centre = new CentreLoader().require(Path.of("../config/centres/katrineholm"));
        return new CentreConfig(
                centre.centre(),
                centre.opening(),
                centre.rooms(),
                centre.doors(),
                centre.areas(),
                centre.alarms(),
                centre.devices(),
                centre.access(),
                centre.occupancy(),
                centre.retention(),
                new Api("127.0.0.1", 0),
                null,
                centre.plan());
    }
}
