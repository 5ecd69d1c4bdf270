package se.troskel.controller.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.troskel.config.CentreConfig;
import se.troskel.config.CentreLoader;
import se.troskel.config.ExamRulesLoader;
import se.troskel.controller.access.Claim;
import se.troskel.controller.commissioning.Outcome;
import se.troskel.controller.journal.Appender;
import se.troskel.controller.journal.Draft;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.register.StaffAccount.Capability;
import se.troskel.controller.seal.Seal;
import se.troskel.controller.site.DeviceWiring;
import se.troskel.controller.site.Site;
import se.troskel.controller.site.SiteInput;
import se.troskel.controller.site.SiteLoop;
import se.troskel.controller.staff.Done;
import se.troskel.hardware.InputLine.Level;
import se.troskel.hardware.LockOutput;
import se.troskel.hardware.OccupancySensor.Observation;
import se.troskel.hardware.Sounder;
import se.troskel.hardware.simulated.SimulatedDevices;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.StaffAction;

/// Goal: a person at a device sees it proven, no lock moves but by the way of all staff, and a
/// restart forgets nothing. Method: the real loop of Katrineholm over simulated devices, worked by
/// a simulated hand.
class BenchTest {
    /// A Tuesday morning before anybody is at the desk.
    private static final Instant NOW = Instant.parse("2027-02-09T05:30:00Z");

    private static final StaffAccount ALVA =
            new StaffAccount("alva", "Alva Testsson", "-", false, EnumSet.allOf(Capability.class));
    private static final String CARD = "04A1B2C3D4E5F6";

    @TempDir Path data;

    private final CentreConfig config =
            new CentreLoader().require(Path.of("..", "config", "centres", "katrineholm"));
    private final List<Draft> journal = new CopyOnWriteArrayList<>();
    private final AtomicLong ids = new AtomicLong();
    private final SimulatedDevices devices = SimulatedDevices.open(config);
    private final Seal seal = newSeal();
    private final SiteLoop loop =
            new SiteLoop(
                    new Site(
                            config,
                            new ExamRulesLoader().load(List.of()).rulebook(),
                            "test",
                            () -> new UUID(0, ids.incrementAndGet())),
                    (draft, done) -> {
                        journal.add(draft);
                        done.accept(new Appender.Outcome.Committed(ids.incrementAndGet()));
                    },
                    devices,
                    new SiteLoop.Time(
                            InstantSource.fixed(NOW), System::nanoTime, () -> ClockTrust.SYNCED),
                    () -> {});
    private Bench bench;

    private static Seal newSeal() {
        try {
            return new Seal(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void begin() {
        loop.start();
        new DeviceWiring(config, loop, (medium, _) -> new Claim.Unreadable(medium, false))
                .connect(devices);
        bench = bench();
        await(() -> loop.view().doors().stream().allMatch(door -> door.mode() == DoorMode.LOCKED));
    }

    private Bench bench() {
        return new Bench(
                new Bench.Parts(
                        config,
                        devices,
                        loop,
                        CommissioningFolder.open(data, seal),
                        InstantSource.fixed(NOW),
                        "0.1.0"));
    }

    @AfterEach
    void stop() {
        bench.close();
        loop.close();
        devices.close();
    }

    @Test
    void aPulseIsRecordedAsAnyStaffsAndMovesTheBolt() {
        assertThat(bench.begin(ALVA, "entrance-lock.lock-moves").done()).isTrue();
        assertThat(bench.pulse(ALVA)).isEqualTo(new Done(true, "door.unlocked", "entrance"));
        assertThat(bodies())
                .contains(new EventBody.StaffActed(StaffAction.DOOR_UNLOCKED, "entrance", null, 1));
        awaitPassed("entrance-lock.lock-moves");
        assertThat(devices.find("entrance-lock", LockOutput.class).orElseThrow().told())
                .isEqualTo(LockCommand.LOCK);
        assertThat(bench.state().result("entrance-lock.lock-moves").orElseThrow().sensed())
                .hasSize(6);
    }

    @Test
    void aJammedBoltDoesNotPass() {
        devices.site().jam("entrance-lock", true);
        bench.begin(ALVA, "entrance-lock.lock-moves");
        bench.pulse(ALVA);
        await(() -> sensed() == 4);
        assertThat(bench.confirm("").done()).isFalse();
        assertThat(bench.refute("the bolt is stuck").done()).isTrue();
        assertThat(bench.state().count(Outcome.FAILED)).isOne();
        devices.site().jam("entrance-lock", false);
    }

    @Test
    void contactsButtonsReadersAndSensorsProveThemselves() {
        var hand = devices.site();
        bench.begin(ALVA, "entrance-contact.contact");
        await(() -> sensed() == 1);
        hand.setContact("entrance-contact", Level.ACTIVE);
        await(() -> sensed() == 2);
        hand.setContact("entrance-contact", Level.REST);
        awaitPassed("entrance-contact.contact");

        bench.begin(ALVA, "entrance-exit.request-to-exit");
        await(() -> sensed() == 1);
        hand.pressRex("entrance-exit");
        awaitPassed("entrance-exit.request-to-exit");

        bench.begin(ALVA, "exam-1-reader.door-reader");
        hand.tapCard("exam-1-reader", CARD);
        awaitPassed("exam-1-reader.door-reader");

        bench.begin(ALVA, "people-study-hall.occupancy");
        hand.observe("people-study-hall", new Observation.Passage(1));
        hand.observe("people-study-hall", new Observation.Passage(-1));
        awaitPassed("people-study-hall.occupancy");
    }

    @Test
    void aSounderSoundsAndAPersonSaysSo() {
        bench.begin(ALVA, "sounder-1.sounder");
        assertThat(bench.pulse(ALVA).done()).isTrue();
        assertThat(devices.site().lastSignal("sounder-1")).isEqualTo(Sounder.Signal.GRANTED);
        assertThat(bench.confirm("").done()).isTrue();
        assertThat(bench.state().count(Outcome.PASSED)).isOne();
    }

    @Test
    void aTerminalPassesOnceItIsThere() {
        bench.begin(ALVA, "kiosk1.terminal");
        assertThat(bench.confirm("").done()).isFalse();
        loop.offer(new SiteInput.TerminalSeen("kiosk1", true));
        await(() -> sensed() == 1);
        assertThat(bench.confirm("").done()).isTrue();
    }

    @Test
    void fireReleasesEachDoorWhileItSounds() {
        bench.begin(ALVA, "fire-alarm.fire-alarm");
        await(() -> sensed() == 1);
        devices.site().setContact("fire-alarm", Level.ACTIVE);
        awaitPassed("fire-alarm.fire-alarm");
        await(() -> mode("exam-1") == DoorMode.LOCKED_OPEN);
        bench.begin(ALVA, "exam-1.fire-release");
        await(() -> sensed() == 2);
        assertThat(bench.confirm("").done()).isTrue();
    }

    @Test
    void noLockIsPulsedUnderAStandingOrder() {
        bench.begin(ALVA, "exam-1-lock.lock-moves");
        devices.site().setContact("burglar-alarm", Level.ACTIVE);
        await(() ->
                loop.view().doors().stream()
                        .noneMatch(door -> door.posture() == DoorPosture.NORMAL));
        assertThat(bench.pulse(ALVA)).isEqualTo(new Done(false, "commissioning.ordered", null));
        assertThat(devices.find("exam-1-lock", LockOutput.class).orElseThrow().told())
                .isEqualTo(LockCommand.LOCK);
        assertThat(bodies()).noneMatch(body -> body instanceof EventBody.StaffActed);
    }

    @Test
    void anUnlockingThatGoesOnIsNotShortened() {
        var reply = new CompletableFuture<Done>();
        loop.offer(new SiteInput.DoorUnlockAsked(ALVA, "exam-1", Duration.ofMinutes(9), reply));
        await(() -> mode("exam-1") == DoorMode.UNLOCKED);
        bench.begin(ALVA, "exam-1-lock.lock-moves");
        assertThat(bench.pulse(ALVA)).isEqualTo(new Done(false, "commissioning.unlocked", null));
        assertThat(mode("exam-1")).isEqualTo(DoorMode.UNLOCKED);
    }

    @Test
    void aRestartForgetsNothingAndAnEndedOneIsFiled() throws Exception {
        bench.begin(ALVA, "sounder-1.sounder");
        bench.confirm("");
        bench.begin(ALVA, "kiosk1.terminal");
        bench.leaveOut("not delivered yet");
        bench.close();
        bench = bench();
        assertThat(bench.state().results()).hasSize(2);
        assertThat(bench.state().attempt()).isNull();

        Done filed = bench.file(ALVA);
        var report = bench.filed(String.valueOf(filed.value())).orElseThrow();
        assertThat(report.intact()).isTrue();
        assertThat(report.report().head().by()).isEqualTo("Alva Testsson");
        assertThat(report.report().count(Outcome.SKIPPED)).isOne();
        assertThat(bench.isChangedSince()).isFalse();

        assertThat(bench.startAnew().done()).isTrue();
        bench.close();
        bench = bench();
        assertThat(bench.state().results()).isEmpty();
        assertThat(bench.filed(9)).hasSize(1);
    }

    @Test
    void noCardNumberIsKept() throws Exception {
        bench.begin(ALVA, "exam-1-reader.door-reader");
        devices.site().tapCard("exam-1-reader", CARD);
        awaitPassed("exam-1-reader.door-reader");
        bench.file(ALVA);
        try (var files = Files.list(data)) {
            assertThat(files.toList())
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(file).content().doesNotContain(CARD));
        }
    }

    private DoorMode mode(String door) {
        return loop.view().doors().stream()
                .filter(one -> one.door().equals(door))
                .findFirst()
                .orElseThrow()
                .mode();
    }

    private int sensed() {
        var attempt = bench.state().attempt();
        return attempt == null ? 0 : attempt.sensed().size();
    }

    private List<EventBody> bodies() {
        return journal.stream().map(Draft::body).toList();
    }

    private void awaitPassed(String step) {
        await(() ->
                bench.state()
                        .result(step)
                        .filter(result -> result.outcome() == Outcome.PASSED)
                        .isPresent());
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within twenty seconds").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
