package se.troskel.controller.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.troskel.config.CentreConfig;
import se.troskel.config.CentreLoader;
import se.troskel.config.ExamRulesLoader;
import se.troskel.controller.access.Claim;
import se.troskel.controller.journal.Appender;
import se.troskel.controller.keys.Argon2Passwords;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.register.Role;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.site.Site;
import se.troskel.controller.site.SiteInput;
import se.troskel.controller.site.SiteLoop;
import se.troskel.hardware.simulated.SimulatedDevices;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.StaffAction;
import se.troskel.protocol.kiosk.PinChallenge;
import se.troskel.protocol.kiosk.Presentation;
import se.troskel.protocol.kiosk.StaffEnd;
import se.troskel.protocol.kiosk.StaffLook;
import se.troskel.protocol.kiosk.StaffOrder;
import se.troskel.protocol.kiosk.StaffPin;
import se.troskel.protocol.kiosk.StaffPinResult;
import se.troskel.protocol.kiosk.StaffPinResult.Outcome;

/// Goal: only a staff card with its right PIN moves doors from a terminal, each time in somebody's
/// name. Method: a real loop at Katrineholm with one staff card and one student's, asked as a
/// terminal would.
class StaffModeTest {
    private static final String KIOSK = "kiosk1";
    private static final String PIN = "2580";
    private static final Argon2Passwords PASSWORDS = new Argon2Passwords(new SecureRandom());
    private static final String HASH = PASSWORDS.hash(PIN);
    private static final StaffAccount ADA =
            new StaffAccount(
                    "ada", "Ada Provsson", "-", false, Role.CARETAKER.capabilities(), "staff");

    private final CentreConfig config =
            new CentreLoader().require(Path.of("../config/centres/katrineholm"));
    private final String door = config.doors().getFirst().id();
    private final AtomicLong seq = new AtomicLong();
    private final AtomicLong nanos = new AtomicLong();
    private final List<EventBody> journal = new CopyOnWriteArrayList<>();
    private final AtomicReference<RegisterContents> register =
            new AtomicReference<>(RegisterContents.EMPTY);
    private SimulatedDevices devices;
    private SiteLoop loop;
    private KioskDesk desk;
    private StaffMode staff;

    @BeforeEach
    void begin() {
        devices = SimulatedDevices.open(config);
        loop =
                new SiteLoop(
                        new Site(
                                config,
                                new ExamRulesLoader().load(List.of()).rulebook(),
                                "test",
                                UUID::randomUUID),
                        (draft, answer) -> {
                            journal.add(draft.body());
                            answer.accept(new Appender.Outcome.Committed(seq.incrementAndGet()));
                        },
                        devices,
                        new SiteLoop.Time(
                                InstantSource.fixed(Instant.parse("2027-02-09T09:00:00Z")),
                                System::nanoTime,
                                () -> ClockTrust.SYNCED),
                        () -> {});
        loop.start();
        desk =
                new KioskDesk(
                        config,
                        loop,
                        (medium, value) -> new Claim.Card(value),
                        PASSWORDS,
                        (candidate, pinHash) -> {});
        staff =
                new StaffMode(
                        new StaffMode.Parts(config, desk, loop, PASSWORDS, register::get),
                        new StaffSessions(nanos::get, new SecureRandom()));
        hold(ADA, false);
    }

    @AfterEach
    void stop() {
        loop.close();
        devices.close();
    }

    @Test
    void staffCardAndPinUnlockADoorInSomebodysNameAndLockItAgain() {
        String token = opened();
        var unlocked = staff.order(new StaffOrder(KIOSK, token, door, StaffOrder.Act.UNLOCK));
        assertThat(unlocked.done()).isTrue();
        int minutes = config.access().staffUnlockMinutes();
        assertThat(journal)
                .contains(
                        new EventBody.StaffActed(StaffAction.LOGGED_IN, null, null, null),
                        new EventBody.StaffActed(StaffAction.DOOR_UNLOCKED, door, null, minutes));
        assertThat(staff.order(new StaffOrder(KIOSK, token, door, StaffOrder.Act.LOCK)).done())
                .isTrue();
        assertThat(staff.look(new StaffLook(KIOSK, token, false)).doors())
                .anyMatch(one -> one.door().equals(door) && one.mode() == DoorMode.LOCKED);
    }

    @Test
    void studentsCardLeadsToNoStaffMode() {
        assertThat(challenge("student-card")).isNull();
        assertThat(challenge("staff-card")).isNotNull();
    }

    @Test
    void accountThatMayNotUnlockLeadsToNoStaffMode() {
        hold(
                new StaffAccount(
                        "ada", "Ada", "-", false, Role.REGION_VIEWER.capabilities(), "staff"),
                false);
        assertThat(challenge("staff-card")).isNull();
    }

    @Test
    void threeWrongPinsPauseTheCardAlsoForTheRightOne() {
        PinChallenge asked = Objects.requireNonNull(challenge("staff-card"));
        for (int left = config.access().pinTries() - 1; left > 0; left--) {
            StaffPinResult wrong = staff.open(new StaffPin(KIOSK, asked.id(), "1111"));
            assertThat(wrong.outcome()).isEqualTo(Outcome.WRONG);
            asked = Objects.requireNonNull(wrong.again());
            assertThat(asked.triesLeft()).isEqualTo(left);
        }
        assertThat(staff.open(new StaffPin(KIOSK, asked.id(), "1111")).outcome())
                .isEqualTo(Outcome.PAUSED);
        PinChallenge later = Objects.requireNonNull(challenge("staff-card"));
        assertThat(staff.open(new StaffPin(KIOSK, later.id(), PIN)).outcome())
                .isEqualTo(Outcome.PAUSED);
    }

    @Test
    void challengeIsUsedOnce() {
        PinChallenge asked = Objects.requireNonNull(challenge("staff-card"));
        staff.open(new StaffPin(KIOSK, asked.id(), PIN));
        assertThat(staff.open(new StaffPin(KIOSK, asked.id(), PIN)).outcome())
                .isEqualTo(Outcome.GONE);
    }

    @Test
    void twoMinutesWithoutAPressEndIt() {
        String token = opened();
        nanos.addAndGet(Duration.ofSeconds(119).toNanos());
        staff.look(new StaffLook(KIOSK, token, true));
        nanos.addAndGet(Duration.ofSeconds(119).toNanos());
        staff.look(new StaffLook(KIOSK, token, false));
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertOver(token);
    }

    @Test
    void leavingABlockedCardAndAnEndedAccountEndIt() {
        String left = opened();
        staff.end(new StaffEnd(KIOSK, left));
        assertOver(left);
        String blocked = opened();
        hold(ADA, true);
        assertOver(blocked);
        hold(ADA, false);
        String ended = opened();
        hold(null, false);
        assertOver(ended);
    }

    private void assertOver(String token) {
        assertThatThrownBy(() -> staff.look(new StaffLook(KIOSK, token, true)))
                .isInstanceOf(StaffMode.OverException.class);
        assertThatThrownBy(() ->
                        staff.order(new StaffOrder(KIOSK, token, door, StaffOrder.Act.UNLOCK)))
                .isInstanceOf(StaffMode.OverException.class);
    }

    private String opened() {
        PinChallenge asked = Objects.requireNonNull(challenge("staff-card"));
        StaffPinResult result = staff.open(new StaffPin(KIOSK, asked.id(), PIN));
        assertThat(result.outcome()).isEqualTo(Outcome.OPENED);
        return Objects.requireNonNull(result.token());
    }

    private @Nullable PinChallenge challenge(String card) {
        return desk.present(
                        new Presentation(UUID.randomUUID(), KIOSK, Medium.CARD, card, Intent.ENTER))
                .staff();
    }

    private void hold(@Nullable StaffAccount account, boolean blocked) {
        register.set(
                new RegisterContents(
                        register.get().version() + 1,
                        Map.of("staff", person("staff"), "student", person("student")),
                        Map.of(
                                "staff-card",
                                new Credential("staff-card", "staff", HASH, null, blocked),
                                "student-card",
                                new Credential("student-card", "student", HASH, null, false)),
                        List.of(),
                        Map.of(),
                        Map.of(),
                        account == null ? Map.of() : Map.of(account.user(), account)));
        assertThat(loop.offer(new SiteInput.RegisterChanged(register.get()))).isTrue();
    }

    private static Person person(String id) {
        Instant from = Instant.parse("2026-08-20T08:00:00Z");
        return new Person(
                id, "Alva Testsson", VisitKind.STUDENT, null, from, null, from, false, false);
    }
}
