package se.troskel.controller.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.troskel.config.Retention;
import se.troskel.controller.access.ScheduledUnlock.DoorDay;
import se.troskel.controller.door.DoorOrders;
import se.troskel.controller.journal.Draft;
import se.troskel.controller.journal.Erasure;
import se.troskel.controller.journal.Journal;
import se.troskel.controller.journal.JournalSettings;
import se.troskel.controller.journal.LocalBody;
import se.troskel.controller.journal.RetentionClass;
import se.troskel.controller.journal.RetentionJob;
import se.troskel.controller.journal.RetirementJob;
import se.troskel.controller.journal.log.LogSettings;
import se.troskel.controller.journal.log.SegmentFile;
import se.troskel.controller.keys.Keyring;
import se.troskel.controller.register.Register;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.door.DoorHappening;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.StaffAction;
import se.troskel.protocol.occupancy.Quality;

/// Goal: a centre that retired its journal's beginning restarts to just the state of one that did
/// not. Method: a real journal and register; the same replay before and after each retirement.
class JournalReplayTest {
    private static final Instant NOW = Instant.parse("2026-11-23T17:00:00Z");

    @TempDir Path root;

    private Instant at = NOW;
    private Keyring keys;
    private Register register;
    private Journal journal;

    @BeforeEach
    void open() {
        keys = Keyring.open(root.resolve("keys"));
        register = Register.open(root.resolve("register"), keys, new Random(5));
        reopen();
    }

    private void reopen() {
        Random random = new Random(6);
        journal =
                Journal.open(
                        root.resolve("journal"),
                        "KAT",
                        register,
                        new JournalSettings(
                                new LogSettings(2048, random, SegmentFile::onDisk),
                                64,
                                16,
                                random));
    }

    @AfterEach
    void close() {
        journal.close();
        register.close();
    }

    @Test
    void aRetiredJournalRestoresTheSameState() {
        checkIn("p1", "t1");
        checkIn(LocalBody.NOBODY, "t2");
        staff(StaffAction.CARD_BLOCKED, null, Map.of("blocked", "c1"));
        staff(StaffAction.CARD_BLOCKED, null, Map.of("blocked", "c2"));
        staff(StaffAction.DOOR_BLOCKED, "entrance", Map.of());
        staff(StaffAction.DOOR_BLOCKED, "exam", Map.of());
        occupancy("studio", 4);
        occupancy("exam", 2);
        noise(20);
        Restored before = JournalReplay.of(journal);
        assertThat(before.usedTickets()).containsExactlyInAnyOrder("t1", "t2");
        assertThat(before.blockedCards()).containsExactlyInAnyOrder("c1", "c2");
        assertThat(before.orders())
                .containsOnlyKeys("entrance", "exam")
                .containsValue(DoorOrders.NONE.withBlock(true));
        assertThat(before.occupancy()).hasSize(2);

        requireSameAfterRetirement();
    }

    @Test
    void whatWasTakenBackLaterStaysTakenBack() {
        staff(StaffAction.CARD_BLOCKED, null, Map.of("blocked", "c1"));
        staff(StaffAction.DOOR_BLOCKED, "entrance", Map.of());
        occupancy("studio", 4);
        noise(20);
        requireSameAfterRetirement();
        staff(StaffAction.CARD_UNBLOCKED, null, Map.of("unblocked", "c1"));
        staff(StaffAction.DOOR_UNBLOCKED, "entrance", Map.of());
        occupancy("studio", 5);
        noise(20);

        Restored restored = requireSameAfterRetirement();

        assertThat(restored.blockedCards()).isEmpty();
        assertThat(restored.orders()).isEmpty();
        assertThat(restored.occupancy())
                .extracting(report -> report.body().people())
                .containsExactly(5);
        assertThat(journal.carried()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void whoIsInsideOutlivesRetirementUntilTheCentreOpensAnew() {
        append(new EventBody.OpeningChanged(OpeningMode.STAFFED), null);
        checkIn("p1", "t1");
        append(new EventBody.Visit(VisitKind.GROUP, null, 12, "kiosk1"), null);
        noise(20);
        Restored restored = requireSameAfterRetirement();
        assertThat(restored.muster().known())
                .extracting(Muster.Known::person)
                .containsExactly("p1");
        append(new EventBody.OpeningChanged(OpeningMode.UNSTAFFED), null);
        noise(20);
        assertThat(requireSameAfterRetirement().muster()).isEqualTo(restored.muster());
        append(new EventBody.OpeningChanged(OpeningMode.OUT_OF_HOURS), null);
        append(new EventBody.OpeningChanged(OpeningMode.UNSTAFFED), null);
        noise(20);
        assertThat(requireSameAfterRetirement().muster()).isEqualTo(Muster.NOBODY);
    }

    @Test
    void standingOrdersAndAlarmsOutliveRetirementUntilTheyAreLifted() {
        append(new EventBody.DoorOrdered("exam", DoorPosture.EXAM_PREPARE, true), null);
        append(new EventBody.DoorOrdered("exam", DoorPosture.EXAM_QUIET, true), null);
        append(new EventBody.DoorOrdered("exam", DoorPosture.LOCKED_DOWN, true), null);
        append(new EventBody.FireChanged(true), null);
        append(new EventBody.ArmedChanged(true), null);
        noise(20);

        Restored restored = requireSameAfterRetirement();

        assertThat(restored.orders())
                .containsOnly(
                        Map.entry(
                                "exam",
                                DoorOrders.NONE
                                        .withLockdown(true)
                                        .withExam(DoorPosture.EXAM_QUIET)));
        assertThat(restored.fire()).isTrue();
        assertThat(restored.armed()).isTrue();

        append(new EventBody.DoorOrdered("exam", DoorPosture.LOCKED_DOWN, false), null);
        append(new EventBody.DoorOrdered("exam", DoorPosture.NORMAL, false), null);
        append(new EventBody.FireChanged(false), null);
        append(new EventBody.ArmedChanged(false), null);
        noise(20);

        Restored lifted = requireSameAfterRetirement();

        assertThat(lifted.orders()).isEmpty();
        assertThat(lifted.fire()).isFalse();
        assertThat(lifted.armed()).isFalse();
    }

    @Test
    void aDoorThatStaffLockedIsNotUnlockedByItsScheduleAfterARestart() {
        at = SiteRig.STAFFED.minusSeconds(3600);
        letIn(DoorCause.CREDENTIAL);
        noise(20);
        assertThat(entranceAfter(requireSameAfterRetirement())).isEqualTo(DoorMode.UNLOCKED);

        at = SiteRig.STAFFED.minusSeconds(600);
        staff(StaffAction.DOOR_LOCKED, "entrance", Map.of());
        noise(20);
        Restored locked = requireSameAfterRetirement();
        assertThat(locked.days())
                .containsOnly(
                        Map.entry("entrance", new DoorDay(SiteRig.STAFFED.minusSeconds(3600), at)));
        assertThat(entranceAfter(locked)).isEqualTo(DoorMode.LOCKED);

        letIn(DoorCause.CREDENTIAL);
        noise(20);
        assertThat(entranceAfter(requireSameAfterRetirement())).isEqualTo(DoorMode.LOCKED);

        staff(StaffAction.DOOR_UNLOCKED, "entrance", Map.of());
        noise(20);
        Restored unlocked = requireSameAfterRetirement();
        assertThat(unlocked.days()).containsOnly(Map.entry("entrance", new DoorDay(at, null)));
        assertThat(entranceAfter(unlocked)).isEqualTo(DoorMode.UNLOCKED);
    }

    @Test
    void nobodyHasComeUntilTheDoorWasUnlockedForSomebodyThatDay() {
        at = SiteRig.STAFFED.minusSeconds(86_400);
        letIn(DoorCause.CREDENTIAL);
        at = SiteRig.STAFFED.minusSeconds(600);
        letIn(DoorCause.BREAK_GLASS);
        letIn(DoorCause.REQUEST_TO_EXIT);
        append(
                new EventBody.DoorChanged("entrance", DoorHappening.LOCKED, DoorCause.STAFF, null),
                null);
        assertThat(entranceAfter(JournalReplay.of(journal))).isEqualTo(DoorMode.LOCKED);
        letIn(DoorCause.STAFF);
        assertThat(entranceAfter(JournalReplay.of(journal))).isEqualTo(DoorMode.UNLOCKED);
    }

    private void letIn(DoorCause cause) {
        append(new EventBody.DoorChanged("entrance", DoorHappening.UNLOCKED, cause, 5_000L), null);
    }

    /// How the entrance of Katrineholm stands after a restart on a Tuesday at ten, in its hours.
    private static DoorMode entranceAfter(Restored restored) {
        return new SiteRig(SiteRig.STAFFED, restored)
                .view().doors().stream()
                        .filter(door -> door.door().equals("entrance"))
                        .findFirst()
                        .orElseThrow()
                        .mode();
    }

    @Test
    void anErasedPersonsTicketIsForgottenInTheCarriedRecordsToo() {
        checkIn("p1", "t1");
        checkIn("p2", "t2");
        noise(20);
        requireSameAfterRetirement();

        register.erase(Erasure.of("p1"));

        assertThat(JournalReplay.of(journal).usedTickets()).containsExactly("t2");
        noise(20);
        requireSameAfterRetirement();
        assertThat(journal.carried()).hasSize(2);
    }

    @Test
    void aCleanStopStaysOneThoughNothingFollowsIt() {
        noise(20);
        append(new EventBody.CentreStopped(), null);
        assertThat(JournalReplay.of(journal).cleanStop()).isTrue();

        assertThat(requireSameAfterRetirement().cleanStop()).isTrue();
    }

    /// Retires what it can and starts again.
    private Restored requireSameAfterRetirement() {
        Restored before = JournalReplay.of(journal);
        long first = journal.firstSeq();
        new RetirementJob(
                        new RetirementJob.Parts(
                                journal, keys.record(), seq -> JournalReplay.needed(journal, seq)),
                        new Retention(1, 1, 1, 31, "KS 1"),
                        OptionalLong.empty(),
                        new RetentionJob.Time(
                                InstantSource.fixed(Instant.parse("2027-06-01T00:00:00Z")),
                                () -> 7L,
                                () -> ClockTrust.SYNCED))
                .run();
        assertThat(journal.firstSeq()).isGreaterThan(first);
        assertThat(JournalReplay.of(journal)).isEqualTo(before);
        journal.close();
        reopen();
        assertThat(JournalReplay.of(journal)).isEqualTo(before);
        return before;
    }

    private void checkIn(String person, String ticket) {
        append(
                new EventBody.CheckIn(
                        CheckInReason.CHECKED_IN, Medium.CARD, "kiosk1", null, "studio", null),
                new LocalBody(person, RetentionClass.ACCESS, Map.of("ticket", ticket)));
    }

    private void staff(StaffAction action, @Nullable String door, Map<String, String> facts) {
        append(
                new EventBody.StaffActed(action, door, null, null),
                new LocalBody(LocalBody.NOBODY, RetentionClass.OPERATION, facts));
    }

    private void occupancy(String room, int people) {
        append(new EventBody.OccupancyChanged(room, people, false, Quality.HIGH), null);
    }

    private void noise(int records) {
        for (int i = 0; i < records; i++) {
            append(new EventBody.LinkChanged(i % 2 == 0), null);
        }
    }

    private void append(EventBody body, @Nullable LocalBody local) {
        CompletableFuture<Object> done = new CompletableFuture<>();
        journal.append(new Draft(at, 7L, ClockTrust.SYNCED, body, local), done::complete);
        done.join();
    }
}
