package se.troskel.controller.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.troskel.controller.access.Claim;
import se.troskel.controller.door.DoorOrders;
import se.troskel.controller.site.SiteRig.JournalIs;
import se.troskel.controller.staff.Done;
import se.troskel.controller.staff.GlassUse;
import se.troskel.controller.staff.LockdownScope;
import se.troskel.hardware.InputLine.Level;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.door.DoorHappening;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.DeviceHealth;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.StaffAction;
import se.troskel.protocol.mqtt.DoorStatus;

/// Goal: who orders the doors of the building, in which precedence, and what of it outlives a
/// restart. Method: Katrineholm's site stepped by hand, its alarm lines and staff's orders as
/// input, its locks and its journal as outcome.
class StandingOrdersTest {
    private static final Claim GLASS = new Claim.BreakGlass("kassaskåpet");

    private final SiteRig rig = new SiteRig(SiteRig.STAFFED);

    private void line(String device, Level level) {
        rig.step(new SiteInput.LineChanged(device, level));
    }

    private DoorStatus door(String id) {
        return rig.view().doors().stream()
                .filter(door -> door.door().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Done lockdown(LockdownScope scope, boolean down) {
        return rig.staff(reply -> new SiteInput.LockdownAsked(SiteRig.STAFF, scope, down, reply))
                .join();
    }

    private Done resetFire() {
        return rig.staff(reply -> new SiteInput.FireResetAsked(SiteRig.STAFF, reply)).join();
    }

    private Done posture(@Nullable DoorPosture posture) {
        return rig.staff(reply ->
                        new SiteInput.PostureAsked(SiteRig.STAFF, "exam-1", posture, reply))
                .join();
    }

    @Test
    void fireReleasesTheDoorsThatSaySoAndAsksEverybodyToLeave() {
        line("fire-alarm", Level.ACTIVE);
        assertThat(door("entrance").mode()).isEqualTo(DoorMode.LOCKED_OPEN);
        assertThat(door("exam-1").mode()).isEqualTo(DoorMode.LOCKED_OPEN);
        assertThat(door("group-1").told()).isEqualTo(LockCommand.LOCK);
        assertThat(rig.view().fire()).isTrue();
        rig.withStudent(null);
        assertThat(rig.tap(SiteRig.CARD).join().reason()).isEqualTo(CheckInReason.EVACUATE);
        assertThat(rig.recorded(EventBody.FireChanged.class))
                .containsExactly(new EventBody.FireChanged(true));
    }

    @Test
    void fireStaysLatchedAfterTheAlarmAndUntilItIsResetByHand() {
        line("fire-alarm", Level.ACTIVE);
        assertThat(resetFire().key()).isEqualTo("fire.still");
        line("fire-alarm", Level.REST);
        assertThat(door("exam-1").mode()).isEqualTo(DoorMode.LOCKED_OPEN);
        assertThat(resetFire().done()).isTrue();
        assertThat(door("exam-1").mode()).isEqualTo(DoorMode.LOCKED);
        assertThat(rig.view().fire()).isFalse();
    }

    @Test
    void nothingLocksWhileFireIsLatched() {
        line("fire-alarm", Level.ACTIVE);
        rig.locks.clear();
        lockdown(new LockdownScope.OfCentre(), true);
        line("burglar-alarm", Level.ACTIVE);
        rig.staff(reply -> new SiteInput.DoorLockAsked(SiteRig.STAFF, "exam-1", reply)).join();
        assertThat(rig.locks).noneMatch(SiteEffect.Lock.class::isInstance);
        assertThat(door("exam-1").told()).isEqualTo(LockCommand.UNLOCK);
    }

    @Test
    void fireReleasesThoughTheJournalRefuses() {
        rig.journalIs = JournalIs.REFUSING;
        line("fire-alarm", Level.ACTIVE);
        assertThat(door("exam-1").mode()).isEqualTo(DoorMode.LOCKED_OPEN);
    }

    @Test
    void aBrokenFireLineIsNoFireAndSaysSo() {
        line("fire-alarm", Level.FAULT);
        assertThat(rig.view().fire()).isFalse();
    }

    @Test
    void fireBeforeARestartIsStillFireAfterIt() {
        Restored before =
                new Restored(
                        Set.of(),
                        Set.of(),
                        Map.of(),
                        Map.of(),
                        true,
                        false,
                        List.of(),
                        List.of(),
                        Muster.NOBODY,
                        List.of(),
                        false);
        SiteRig restarted = new SiteRig(SiteRig.STAFFED, before);
        assertThat(restarted.locks)
                .contains(new SiteEffect.Release("exam-1-lock"))
                .doesNotContain(new SiteEffect.Lock("exam-1-lock"));
        assertThat(restarted.view().fire()).isTrue();
    }

    @Test
    void anArmedBuildingUnlocksNothingAndLocksWhatStoodOpen() {
        rig.withStudent(null);
        assertThat(rig.tap(SiteRig.CARD).join().reason().isGranted()).isTrue();
        rig.pass(Duration.ofMinutes(1));
        assertThat(door("entrance").mode()).isEqualTo(DoorMode.UNLOCKED);
        line("burglar-alarm", Level.ACTIVE);
        assertThat(door("entrance").told()).isEqualTo(LockCommand.LOCK);
        assertThat(door("entrance").posture()).isEqualTo(DoorPosture.ARMED);
        assertThat(door("entrance").source()).isEqualTo(DoorCause.BURGLAR_ALARM);
        line("burglar-alarm", Level.FAULT);
        assertThat(door("entrance").posture()).isEqualTo(DoorPosture.ARMED);
        line("burglar-alarm", Level.REST);
        assertThat(door("entrance").posture()).isEqualTo(DoorPosture.NORMAL);
        assertThat(rig.recorded(EventBody.ArmedChanged.class))
                .containsExactly(
                        new EventBody.ArmedChanged(true), new EventBody.ArmedChanged(false));
    }

    @Test
    void lockdownOfAnAreaLocksItsDoorsAloneAndIsLiftedOnceRecorded() {
        lockdown(new LockdownScope.OfArea("exam-wing"), true);
        assertThat(door("exam-1").mode()).isEqualTo(DoorMode.LOCKED_DOWN);
        assertThat(door("exam-2").mode()).isEqualTo(DoorMode.LOCKED_DOWN);
        assertThat(door("entrance").posture()).isEqualTo(DoorPosture.NORMAL);
        rig.journalIs = JournalIs.REFUSING;
        assertThat(lockdown(new LockdownScope.OfArea("exam-wing"), false).done()).isFalse();
        assertThat(door("exam-1").mode()).isEqualTo(DoorMode.LOCKED_DOWN);
        rig.journalIs = JournalIs.COMMITTING;
        assertThat(lockdown(new LockdownScope.OfArea("exam-wing"), false).done()).isTrue();
        assertThat(door("exam-1").mode()).isEqualTo(DoorMode.LOCKED);
    }

    @ParameterizedTest
    @EnumSource(JournalIs.class)
    void lockdownActsAtOnceWhateverStandsAndWhateverTheJournalDoes(JournalIs journal) {
        rig.staff(reply -> new SiteInput.DoorBlockAsked(SiteRig.STAFF, "exam-1", true, reply))
                .join();
        posture(DoorPosture.EXAM_CLOSED);
        line("burglar-alarm", Level.ACTIVE);
        rig.journalIs = journal;
        assertThat(lockdown(new LockdownScope.OfCentre(), true))
                .isEqualTo(new Done(true, "lockdown.on", null));
        assertThat(rig.view().doors())
                .extracting(DoorStatus::posture)
                .containsOnly(DoorPosture.LOCKED_DOWN);
        rig.journalIs = JournalIs.COMMITTING;
        rig.journalAnswers(JournalIs.COMMITTING);
        rig.pass(Duration.ofSeconds(1));
        assertThat(rig.recorded(EventBody.DoorOrdered.class))
                .filteredOn(order -> order.posture() == DoorPosture.LOCKED_DOWN)
                .hasSameSizeAs(rig.view().doors());
    }

    @Test
    void anExamPostureThatLetsInNoMoreActsAtOnceAndOneThatDoesWaits() {
        rig.journalIs = JournalIs.REFUSING;
        assertThat(posture(DoorPosture.EXAM_ADMIT).done()).isTrue();
        assertThat(posture(DoorPosture.EXAM_CLOSED).done()).isTrue();
        assertThat(posture(DoorPosture.EXAM_QUIET).done()).isTrue();
        assertThat(posture(DoorPosture.EXAM_ADMIT).key()).isEqualTo("journal.refused");
        assertThat(posture(null).key()).isEqualTo("journal.refused");
        assertThat(door("exam-1").posture()).isEqualTo(DoorPosture.EXAM_QUIET);
    }

    @Test
    void whoLiftsALockdownHearsAtWhichDoorsItStands() {
        lockdown(new LockdownScope.OfArea("exam-wing"), true);
        rig.journalIs = JournalIs.WAITING;
        var lifted =
                rig.staff(reply ->
                        new SiteInput.LockdownAsked(
                                SiteRig.STAFF,
                                new LockdownScope.OfArea("exam-wing"),
                                false,
                                reply));
        rig.journalAnswersOne(JournalIs.COMMITTING);
        assertThat(lifted).isNotDone();
        rig.journalAnswersOne(JournalIs.REFUSING);
        assertThat(lifted.join())
                .isEqualTo(new Done(false, "orders.not-everywhere", door("exam-2").name()));
        assertThat(door("exam-1").posture()).isEqualTo(DoorPosture.NORMAL);
        assertThat(door("exam-2").posture()).isEqualTo(DoorPosture.LOCKED_DOWN);
    }

    @Test
    void aLockdownOrderedWhileItsLiftingIsOnTheWayStands() {
        LockdownScope one = new LockdownScope.OfDoor("exam-1");
        lockdown(one, true);
        rig.journalIs = JournalIs.WAITING;
        var lifted =
                rig.staff(reply -> new SiteInput.LockdownAsked(SiteRig.STAFF, one, false, reply));
        assertThat(lockdown(one, true).done()).isTrue();
        rig.journalAnswers(JournalIs.COMMITTING);
        assertThat(lifted.join().key()).isEqualTo("orders.overtaken");
        assertThat(door("exam-1").mode()).isEqualTo(DoorMode.LOCKED_DOWN);
        assertThat(lockdown(one, false).done()).isTrue();
        assertThat(door("exam-1").mode()).isEqualTo(DoorMode.LOCKED);
    }

    @ParameterizedTest
    @CsvSource({"lock, LOCKED, orders.overtaken", "block, BLOCKED, door.is-blocked"})
    void whatStaffLocksWhileAnUnlockingIsOnItsWayStaysLocked(
            String order, DoorMode mode, String answer) {
        rig.journalIs = JournalIs.WAITING;
        var unlocked =
                rig.staff(reply ->
                        new SiteInput.DoorUnlockAsked(
                                SiteRig.STAFF, "exam-1", Duration.ofMinutes(5), reply));
        rig.staff(reply ->
                        order.equals("lock")
                                ? new SiteInput.DoorLockAsked(SiteRig.STAFF, "exam-1", reply)
                                : new SiteInput.DoorBlockAsked(
                                        SiteRig.STAFF, "exam-1", true, reply))
                .join();
        rig.journalAnswers(JournalIs.COMMITTING);
        assertThat(unlocked.join()).isEqualTo(new Done(false, answer, null));
        assertThat(door("exam-1").mode()).isEqualTo(mode);
        assertThat(rig.unlocked()).doesNotContain("exam-1-lock");
    }

    @Test
    void aBlockOrderedWhileItsLiftingIsOnTheWayStands() {
        rig.staff(reply -> new SiteInput.DoorBlockAsked(SiteRig.STAFF, "exam-1", true, reply))
                .join();
        rig.journalIs = JournalIs.WAITING;
        var lifted =
                rig.staff(reply ->
                        new SiteInput.DoorBlockAsked(SiteRig.STAFF, "exam-1", false, reply));
        rig.staff(reply -> new SiteInput.DoorBlockAsked(SiteRig.STAFF, "exam-1", true, reply))
                .join();
        rig.journalAnswers(JournalIs.COMMITTING);
        assertThat(lifted.join().key()).isEqualTo("orders.overtaken");
        assertThat(door("exam-1").mode()).isEqualTo(DoorMode.BLOCKED);
    }

    @Test
    void lockdownOfNothingIsAnsweredSo() {
        assertThat(lockdown(new LockdownScope.OfArea("nowhere"), true).key())
                .isEqualTo("door.unknown");
    }

    @Test
    void anOrderThatIsLiftedUncoversTheOneBeneathIt() {
        posture(DoorPosture.EXAM_CLOSED);
        lockdown(new LockdownScope.OfDoor("exam-1"), true);
        assertThat(door("exam-1").posture()).isEqualTo(DoorPosture.LOCKED_DOWN);
        lockdown(new LockdownScope.OfDoor("exam-1"), false);
        assertThat(door("exam-1").posture()).isEqualTo(DoorPosture.EXAM_CLOSED);
        posture(null);
        assertThat(door("exam-1").posture()).isEqualTo(DoorPosture.NORMAL);
    }

    @Test
    void ordersOfStaffOutliveARestart() {
        Map<String, DoorOrders> given =
                Map.of("exam-1", DoorOrders.NONE.withExam(DoorPosture.EXAM_QUIET));
        SiteRig restarted =
                new SiteRig(
                        SiteRig.STAFFED,
                        new Restored(
                                Set.of(),
                                Set.of(),
                                given,
                                Map.of(),
                                false,
                                true,
                                List.of(),
                                List.of(),
                                Muster.NOBODY,
                                List.of(),
                                true));
        assertThat(
                        restarted.view().doors().stream()
                                .filter(door -> door.door().equals("exam-1"))
                                .map(DoorStatus::posture))
                .containsExactly(DoorPosture.ARMED);
    }

    @ParameterizedTest
    @EnumSource(JournalIs.class)
    void breakGlassOpensWithoutRegisterClockOrJournal(JournalIs journal) {
        rig.clock = ClockTrust.UNTRUSTED;
        rig.journalIs = journal;
        lockdown(new LockdownScope.OfCentre(), true);
        rig.locks.clear();
        rig.step(new SiteInput.CardAtDoor("exam-1-reader", GLASS));
        assertThat(rig.unlocked()).containsExactly("exam-1-lock");
    }

    @Test
    void breakGlassAtTheTerminalIsAnsweredAndRecorded() {
        assertThat(rig.present(new UUID(9, 9), GLASS).join().reason())
                .isEqualTo(CheckInReason.BREAK_GLASS);
        assertThat(rig.recorded(EventBody.BreakGlassUsed.class))
                .containsExactly(new EventBody.BreakGlassUsed(SiteRig.KIOSK, "entrance"));
        assertThat(rig.locals.getLast().facts()).containsEntry("breakGlass", "kassaskåpet");
    }

    @Test
    void breakGlassIsToldUntilSomebodyHasSeenIt() {
        rig.step(new SiteInput.CardAtDoor("exam-1-reader", GLASS));
        assertThat(rig.view().glassUses())
                .containsExactly(new GlassUse("exam-1", "kassaskåpet", SiteRig.STAFFED));
        rig.journalIs = JournalIs.REFUSING;
        assertThat(seen().key()).isEqualTo("journal.refused");
        assertThat(rig.view().glassUses()).hasSize(1);
        rig.journalIs = JournalIs.COMMITTING;
        assertThat(seen().done()).isTrue();
        assertThat(rig.view().glassUses()).isEmpty();
        assertThat(rig.recorded(EventBody.StaffActed.class))
                .extracting(EventBody.StaffActed::action)
                .containsExactly(StaffAction.BREAK_GLASS_SEEN);
    }

    @Test
    void breakGlassUsedWhileTheOtherIsSeenIsToldStill() {
        rig.step(new SiteInput.CardAtDoor("exam-1-reader", GLASS));
        rig.journalIs = JournalIs.WAITING;
        var seen = rig.staff(reply -> new SiteInput.GlassSeen(SiteRig.STAFF, reply));
        rig.step(new SiteInput.CardAtDoor("exam-1-reader", new Claim.BreakGlass("väktaren")));
        rig.journalAnswers(JournalIs.COMMITTING);
        assertThat(seen.join().done()).isTrue();
        assertThat(rig.view().glassUses()).extracting(GlassUse::label).containsExactly("väktaren");
    }

    @Test
    void breakGlassIsToldForAnHourAndOverARestart() {
        GlassUse old = new GlassUse("exam-1", "väktaren", SiteRig.STAFFED.minusSeconds(3600));
        GlassUse recent = new GlassUse("exam-1", "kassaskåpet", SiteRig.STAFFED.minusSeconds(3599));
        SiteRig restarted =
                new SiteRig(
                        SiteRig.STAFFED,
                        new Restored(
                                Set.of(),
                                Set.of(),
                                Map.of(),
                                Map.of(),
                                false,
                                false,
                                List.of(old, recent),
                                List.of(),
                                Muster.NOBODY,
                                List.of(),
                                false));
        assertThat(restarted.view().glassUses()).containsExactly(recent);
        restarted.pass(Duration.ofMinutes(59));
        assertThat(restarted.view().glassUses()).containsExactly(recent);
        restarted.pass(Duration.ofMinutes(1));
        assertThat(restarted.view().glassUses()).isEmpty();
    }

    private Done seen() {
        return rig.staff(reply -> new SiteInput.GlassSeen(SiteRig.STAFF, reply)).join();
    }

    @Test
    void staffIsToldWhyADoorCannotBeUnlocked() {
        lockdown(new LockdownScope.OfDoor("exam-1"), true);
        assertThat(unlock().key()).isEqualTo("door.locked-down");
        line("burglar-alarm", Level.ACTIVE);
        lockdown(new LockdownScope.OfDoor("exam-1"), false);
        assertThat(unlock().key()).isEqualTo("door.armed");
        line("fire-alarm", Level.ACTIVE);
        assertThat(unlock().key()).isEqualTo("door.fire");
        assertThat(lockdown(new LockdownScope.OfCentre(), true).key()).isEqualTo("lockdown.fire");
        assertThat(rig.unlocked()).doesNotContain("exam-1-lock");
    }

    private Done unlock() {
        return rig.staff(reply ->
                        new SiteInput.DoorUnlockAsked(
                                SiteRig.STAFF, "exam-1", Duration.ofMinutes(5), reply))
                .join();
    }

    @Test
    void theViewSaysWhetherFireSoundsAndTheAlarmIsSet() {
        line("fire-alarm", Level.ACTIVE);
        line("burglar-alarm", Level.ACTIVE);
        assertThat(rig.view().fireSounding()).isTrue();
        assertThat(rig.view().armed()).isTrue();
        line("fire-alarm", Level.REST);
        line("burglar-alarm", Level.REST);
        assertThat(rig.view().fireSounding()).isFalse();
        assertThat(rig.view().fire()).isTrue();
        assertThat(rig.view().armed()).isFalse();
    }

    @Test
    void anOpenedHousingIsAnAlarmOfItsDevice() {
        line("exam-1-tamper", Level.ACTIVE);
        assertThat(rig.recorded(EventBody.DeviceChanged.class))
                .contains(new EventBody.DeviceChanged("exam-1-tamper", DeviceHealth.ALARM));
        line("exam-1-tamper", Level.REST);
        assertThat(rig.recorded(EventBody.DeviceChanged.class).getLast().health())
                .isEqualTo(DeviceHealth.ONLINE);
    }

    @Test
    void anOpeningByTheOtherSystemIsRecordedOnce() {
        line("group-1-granted", Level.ACTIVE);
        line("group-1-granted", Level.ACTIVE);
        line("group-1-granted", Level.REST);
        assertThat(rig.recorded(EventBody.DoorChanged.class))
                .filteredOn(changed -> changed.door().equals("group-1"))
                .filteredOn(changed -> changed.what() == DoorHappening.OPENED_OTHERWISE)
                .hasSize(1);
    }
}
