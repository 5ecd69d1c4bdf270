package se.troskel.controller.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.troskel.config.Door;
import se.troskel.controller.door.DoorEffect.Append;
import se.troskel.controller.door.DoorEffect.Sound.Cue;
import se.troskel.protocol.door.DoorAlarm;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.door.DoorHappening;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPhysicalState;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.door.LockState;

/// Goal: a door does what a caretaker expects of it, scene by scene. Method: one door with access
/// time 5 s, open-too-long 30 s warned 10 s before, driven by inputs at given seconds.
class DoorStateMachineTest {
    private static final long SECOND = 1_000_000_000L;

    private final DoorStateMachine machine = machine(Door.Kind.OWN);
    private DoorState state = machine.initial();
    private final List<DoorEffect> effects = new ArrayList<>();

    private static DoorStateMachine machine(Door.Kind kind) {
        return new DoorStateMachine(DoorFixture.door(kind, new Door.Times(5, 10, 30, 10)));
    }

    private List<DoorHappening> at(double second, DoorInput input) {
        Transition transition = machine.step(state, input, (long) (second * SECOND));
        state = transition.state();
        effects.clear();
        effects.addAll(transition.effects());
        return effects.stream()
                .filter(Append.class::isInstance)
                .map(effect -> ((Append) effect).what())
                .toList();
    }

    private static DoorInput grant(int seconds) {
        return new DoorInput.Granted(Duration.ofSeconds(seconds), DoorCause.CREDENTIAL);
    }

    private static DoorInput unlockFor(int seconds) {
        return new DoorInput.UnlockedFor(Duration.ofSeconds(seconds), DoorCause.STAFF);
    }

    private static DoorInput contact(DoorPhysicalState sensed) {
        return new DoorInput.ContactChanged(sensed);
    }

    private static final DoorInput OPENS = contact(DoorPhysicalState.OPEN);
    private static final DoorInput CLOSES = contact(DoorPhysicalState.CLOSED);
    private static final DoorInput TICK = new DoorInput.Tick();

    /// Closed, with a monitor that has said nothing yet.
    private void started() {
        at(
                0,
                new DoorInput.Restarted(
                        DoorPhysicalState.CLOSED, LockState.UNKNOWN, DoorPosture.NORMAL));
    }

    @Nested
    class LockingNow {
        @Test
        void endsAnUnlockAndTellsALockedLockOnceMore() {
            started();
            at(1, unlockFor(600));
            assertThat(at(2, new DoorInput.LockedNow(DoorCause.STAFF)))
                    .contains(DoorHappening.LOCKED);
            assertThat(state.told()).isEqualTo(LockCommand.LOCK);
            assertThat(effects).contains(new DoorEffect.Lock());
            assertThat(at(3, new DoorInput.LockedNow(DoorCause.STAFF))).isEmpty();
            assertThat(effects).contains(new DoorEffect.Lock());
        }

        @Test
        void neverLocksWhileFireIsLatched() {
            started();
            at(1, unlockFor(600));
            at(2, new DoorInput.Ordered(DoorPosture.FIRE, DoorCause.FIRE));
            at(3, new DoorInput.LockedNow(DoorCause.TIME));
            assertThat(state.told()).isEqualTo(LockCommand.UNLOCK);
            assertThat(effects)
                    .contains(new DoorEffect.Release())
                    .doesNotContain(new DoorEffect.Lock());
        }
    }

    @Nested
    class AnUnlockByStaff {
        @Test
        void isNotTouchedByAGrantThatEndsWithItAndIsByOneThatEndsLater() {
            started();
            at(1, unlockFor(5));
            at(1, grant(5));
            assertThat(effects).doesNotContain(new DoorEffect.Unlock(Duration.ofSeconds(5)));
            at(2, grant(5));
            assertThat(effects).contains(new DoorEffect.Unlock(Duration.ofSeconds(5)));
        }
    }

    @Nested
    class AnOrderThatLetsInStaffOnly {
        @ParameterizedTest
        @EnumSource(
                value = DoorPosture.class,
                names = {"EXAM_PREPARE", "EXAM_CLOSED", "EXAM_QUIET"})
        void refusesACredentialAndUnlocksForStaff(DoorPosture posture) {
            started();
            at(1, new DoorInput.Ordered(posture, DoorCause.STAFF));
            assertThat(at(2, grant(5))).isEmpty();
            assertThat(state.told()).isEqualTo(LockCommand.LOCK);
            DoorInput staff = new DoorInput.Granted(Duration.ofSeconds(5), DoorCause.STAFF);
            assertThat(at(3, staff)).contains(DoorHappening.UNLOCKED);
            assertThat(state.told()).isEqualTo(LockCommand.UNLOCK);
        }
    }

    @Nested
    class AGrant {
        @Test
        void unlocksForItsTimeAndSaysSo() {
            started();
            at(1, grant(5));
            assertThat(effects)
                    .contains(
                            new DoorEffect.Unlock(Duration.ofSeconds(5)),
                            new Append(
                                    DoorHappening.UNLOCKED,
                                    DoorCause.CREDENTIAL,
                                    Duration.ofSeconds(5)),
                            new DoorEffect.Sound(Cue.GRANTED),
                            new DoorEffect.StatusChanged());
            assertThat(state.mode()).isEqualTo(DoorMode.ACCESSED);
            assertThat(machine.nextDeadline(state)).hasValue(6 * SECOND);
        }

        @Test
        void withoutAnOpeningEndsAsNoEntry() {
            started();
            at(1, grant(5));
            assertThat(at(6, TICK)).containsExactly(DoorHappening.LOCKED, DoorHappening.NO_ENTRY);
            assertThat(effects.getFirst()).isEqualTo(new DoorEffect.Lock());
            assertThat(state.mode()).isEqualTo(DoorMode.LOCKED);
        }

        @ParameterizedTest
        @EnumSource(
                value = DoorPhysicalState.class,
                names = {"UNKNOWN", "FAULT", "OPEN"})
        void isNoProofOfNoEntryWhereTheContactCannotTell(DoorPhysicalState sensed) {
            at(0, new DoorInput.Restarted(sensed, LockState.UNKNOWN, DoorPosture.NORMAL));
            at(1, grant(5));
            assertThat(at(6, TICK)).containsExactly(DoorHappening.LOCKED);
        }

        @Test
        void relocksAsSoonAsTheDoorHasBeenOpenedAndClosed() {
            started();
            at(1, grant(5));
            assertThat(at(2, OPENS)).containsExactly(DoorHappening.OPENED);
            assertThat(at(3, CLOSES)).containsExactly(DoorHappening.LOCKED, DoorHappening.CLOSED);
            assertThat(effects)
                    .contains(new Append(DoorHappening.CLOSED, null, Duration.ofSeconds(1)));
            assertThat(state.told()).isEqualTo(LockCommand.LOCK);
            assertThat(at(4, OPENS)).containsExactly(DoorHappening.FORCED_OPEN);
        }

        @Test
        void afterASecondGrantOnlyTheEndRelocks() {
            started();
            at(1, grant(5));
            at(3, grant(5));
            at(4, OPENS);
            at(5, CLOSES);
            assertThat(state.told()).isEqualTo(LockCommand.UNLOCK);
            assertThat(at(7.9, OPENS)).contains(DoorHappening.OPENED);
            assertThat(at(8, TICK)).contains(DoorHappening.LOCKED);
        }

        @Test
        void isNeverLongerThanTheExtendedAccessTime() {
            started();
            at(1, grant(3600));
            assertThat(effects).contains(new DoorEffect.Unlock(Duration.ofSeconds(10)));
        }

        @Test
        void neverShortensAnUnlockByStaff() {
            started();
            at(1, unlockFor(600));
            at(2, grant(5));
            assertThat(effects).containsExactly(new DoorEffect.Sound(Cue.GRANTED));
            assertThat(state.mode()).isEqualTo(DoorMode.UNLOCKED);
            assertThat(state.unlockedUntilNanos()).isEqualTo(601 * SECOND);
        }

        @Test
        void opensNothingWhileBlocked() {
            started();
            at(1, new DoorInput.Ordered(DoorPosture.BLOCKED, DoorCause.STAFF));
            at(2, grant(5));
            at(3, unlockFor(60));
            assertThat(effects).isEmpty();
            assertThat(state.told()).isEqualTo(LockCommand.LOCK);
        }
    }

    @Nested
    class Leaving {
        @Test
        void byTheButtonIsNoAlarmAndUnlocksNothing() {
            started();
            assertThat(at(1, new DoorInput.RequestToExitPressed()))
                    .containsExactly(DoorHappening.REQUEST_TO_EXIT);
            at(5.9, OPENS);
            assertThat(effects)
                    .contains(new Append(DoorHappening.OPENED, DoorCause.REQUEST_TO_EXIT, null));
            assertThat(state.told()).isEqualTo(LockCommand.LOCK);
            assertThat(state.alarm()).isEqualTo(DoorAlarm.NORMAL);
        }

        @Test
        void isTheSameWhileBlocked() {
            started();
            at(1, new DoorInput.Ordered(DoorPosture.BLOCKED, DoorCause.STAFF));
            at(2, new DoorInput.RequestToExitPressed());
            assertThat(at(3, OPENS)).containsExactly(DoorHappening.OPENED);
        }

        @Test
        void theExitWindowEnds() {
            started();
            at(1, new DoorInput.RequestToExitPressed());
            assertThat(at(6, OPENS)).containsExactly(DoorHappening.FORCED_OPEN);
        }
    }

    @Nested
    class AnOpening {
        @Test
        void withoutGrantOrExitIsForcedUntilItIsClosed() {
            started();
            assertThat(at(1, OPENS)).containsExactly(DoorHappening.FORCED_OPEN);
            assertThat(effects).contains(new DoorEffect.Sound(Cue.ALARM));
            assertThat(state.alarm()).isEqualTo(DoorAlarm.DOOR_FORCED_OPEN);
            assertThat(at(100, TICK)).isEmpty();
            assertThat(at(101, CLOSES))
                    .containsExactly(DoorHappening.CLOSED, DoorHappening.FORCED_OPEN_CLEARED);
            assertThat(effects).contains(new DoorEffect.Sound(Cue.QUIET));
        }

        @Test
        void atTheVeryEndOfAPulseIsAfterIt() {
            started();
            at(1, grant(5));
            assertThat(at(6, OPENS)).contains(DoorHappening.FORCED_OPEN);
        }

        @Test
        void byKeyIsRecordedWhereItIsAllowed() {
            started();
            at(1, new DoorInput.OpenedOtherwiseAllowed(true));
            assertThat(at(2, OPENS)).containsExactly(DoorHappening.OPENED_OTHERWISE);
            assertThat(state.alarm()).isEqualTo(DoorAlarm.NORMAL);
        }

        @Test
        void tooLongIsWarnedOfThenRaisedOnceThenCleared() {
            started();
            at(1, grant(5));
            at(2, OPENS);
            at(6, TICK);
            assertThat(machine.nextDeadline(state)).hasValue(22 * SECOND);
            assertThat(at(22, TICK)).containsExactly(DoorHappening.OPEN_TOO_LONG_SOON);
            assertThat(machine.nextDeadline(state)).hasValue(32 * SECOND);
            assertThat(at(32, TICK)).containsExactly(DoorHappening.OPEN_TOO_LONG);
            assertThat(effects)
                    .contains(
                            new Append(DoorHappening.OPEN_TOO_LONG, null, Duration.ofSeconds(30)));
            assertThat(at(300, TICK)).isEmpty();
            assertThat(at(301, CLOSES))
                    .containsExactly(DoorHappening.CLOSED, DoorHappening.OPEN_TOO_LONG_CLEARED);
            assertThat(state.alarm()).isEqualTo(DoorAlarm.NORMAL);
        }

        @Test
        void whileUnlockedByStaffCountsFromTheEndOfThat() {
            started();
            at(1, unlockFor(600));
            at(2, OPENS);
            assertThat(at(500, TICK)).isEmpty();
            assertThat(at(601, TICK)).containsExactly(DoorHappening.LOCKED);
            assertThat(at(631, TICK)).containsExactly(DoorHappening.OPEN_TOO_LONG);
        }
    }

    @Nested
    class AContact {
        @ParameterizedTest
        @EnumSource(
                value = DoorPhysicalState.class,
                names = {"UNKNOWN", "FAULT"})
        void thatCannotTellIsNeitherOpenNorClosed(DoorPhysicalState sensed) {
            started();
            at(1, OPENS);
            at(2, contact(sensed));
            assertThat(state.alarm()).isEqualTo(DoorAlarm.DOOR_FORCED_OPEN);
            assertThat(state.contact()).isEqualTo(sensed);
            at(3, OPENS);
            assertThat(state.alarm()).isEqualTo(DoorAlarm.DOOR_FORCED_OPEN);
            assertThat(at(4, CLOSES)).contains(DoorHappening.FORCED_OPEN_CLEARED);
        }

        @Test
        void faultIsRecordedAndCleared() {
            started();
            assertThat(at(1, contact(DoorPhysicalState.FAULT)))
                    .containsExactly(DoorHappening.CONTACT_FAULT);
            assertThat(at(2, CLOSES))
                    .containsExactly(DoorHappening.CONTACT_FAULT_CLEARED, DoorHappening.CLOSED);
        }

        @Test
        void sayingTheSameAgainIsNothing() {
            started();
            assertThat(at(1, CLOSES)).isEmpty();
            assertThat(effects).isEmpty();
        }
    }

    @Nested
    class ALock {
        @Test
        void thatDoesNotMoveIsJammedUntilItDoes() {
            started();
            at(0.5, new DoorInput.LockMonitorChanged(LockState.LOCKED));
            at(1, grant(5));
            assertThat(machine.nextDeadline(state)).hasValue(2 * SECOND);
            assertThat(at(2, TICK)).containsExactly(DoorHappening.LOCK_RETRIED);
            assertThat(effects).contains(new DoorEffect.UnlockAgain(Duration.ofSeconds(4)));
            assertThat(state.jammed()).isFalse();
            assertThat(at(3, TICK)).containsExactly(DoorHappening.LOCK_JAMMED);
            assertThat(state.jammed()).isTrue();
            at(6, TICK);
            assertThat(state.jammed()).isTrue();
            at(7, grant(5));
            assertThat(at(7.5, new DoorInput.LockMonitorChanged(LockState.UNLOCKED)))
                    .containsExactly(DoorHappening.LOCK_JAM_CLEARED);
            assertThat(state.jammed()).isFalse();
        }

        @Test
        void thatMovesInTimeIsNotJammed() {
            started();
            at(0.5, new DoorInput.LockMonitorChanged(LockState.LOCKED));
            at(1, grant(5));
            at(1.9, new DoorInput.LockMonitorChanged(LockState.UNLOCKED));
            assertThat(at(2, TICK)).isEmpty();
        }

        @Test
        void withoutMonitorIsNeverJammed() {
            started();
            at(1, grant(5));
            assertThat(at(3, TICK)).isEmpty();
        }
    }

    @Nested
    class ARestart {
        @Test
        void locksAndRaisesNothingWhateverStandsOpen() {
            at(
                    0,
                    new DoorInput.Restarted(
                            DoorPhysicalState.OPEN, LockState.UNLOCKED, DoorPosture.NORMAL));
            assertThat(effects.getFirst()).isEqualTo(new DoorEffect.Lock());
            assertThat(state.alarm()).isEqualTo(DoorAlarm.NORMAL);
            assertThat(at(30, TICK)).containsExactly(DoorHappening.OPEN_TOO_LONG);
        }

        @Test
        void keepsABlock() {
            started();
            at(1, new DoorInput.Ordered(DoorPosture.BLOCKED, DoorCause.STAFF));
            at(
                    2,
                    new DoorInput.Restarted(
                            DoorPhysicalState.CLOSED, LockState.LOCKED, DoorPosture.BLOCKED));
            assertThat(state.mode()).isEqualTo(DoorMode.BLOCKED);
            at(3, new DoorInput.Ordered(DoorPosture.NORMAL, DoorCause.STAFF));
            assertThat(state.mode()).isEqualTo(DoorMode.LOCKED);
        }

        @Test
        void whileFireIsLatchedReleasesTheDoorsThatAreToBeReleasedAndNoOthers() {
            DoorInput restarted =
                    new DoorInput.Restarted(
                            DoorPhysicalState.CLOSED, LockState.LOCKED, DoorPosture.FIRE);
            var released =
                    new DoorStateMachine(
                            DoorFixture.doorReleasedOnFire(new Door.Times(5, 10, 30, 10)));
            Transition after = released.step(released.initial(), restarted, 0);
            assertThat(after.effects().getLast()).isNotEqualTo(new DoorEffect.Lock());
            assertThat(after.effects()).contains(new DoorEffect.Release());
            assertThat(after.state().mode()).isEqualTo(DoorMode.LOCKED_OPEN);
            assertThat(after.state().told()).isEqualTo(LockCommand.UNLOCK);
            at(0, restarted);
            assertThat(effects).doesNotContain(new DoorEffect.Release());
            assertThat(state.told()).isEqualTo(LockCommand.LOCK);
        }

        @Test
        void sendsTheClearOfAnAlarmWhoseDoorIsClosedByThen() {
            started();
            at(1, OPENS);
            assertThat(
                            at(
                                    2,
                                    new DoorInput.Restarted(
                                            DoorPhysicalState.CLOSED,
                                            LockState.LOCKED,
                                            DoorPosture.NORMAL)))
                    .contains(DoorHappening.FORCED_OPEN_CLEARED);
        }
    }

    @Test
    void aDoorOfAnotherSystemIsOpenedOtherwiseUntilToldThatItMayNotBe() {
        DoorStateMachine foreign = machine(Door.Kind.FOREIGN);
        DoorState closed =
                foreign.step(
                                foreign.initial(),
                                new DoorInput.Restarted(
                                        DoorPhysicalState.CLOSED,
                                        LockState.UNKNOWN,
                                        DoorPosture.NORMAL),
                                0)
                        .state();
        assertThat(foreign.step(closed, OPENS, 1).state().alarm()).isEqualTo(DoorAlarm.NORMAL);
        DoorState atNight =
                foreign.step(closed, new DoorInput.OpenedOtherwiseAllowed(false), 1).state();
        assertThat(foreign.step(atNight, OPENS, 2).state().alarm())
                .isEqualTo(DoorAlarm.DOOR_FORCED_OPEN);
        assertThat(closed.lock()).isEqualTo(LockState.UNKNOWN);
    }

    @Nested
    class AStandingOrder {
        @ParameterizedTest
        @EnumSource(
                value = DoorPosture.class,
                names = {"EXAM_PREPARE", "EXAM_CLOSED", "BLOCKED", "ARMED", "LOCKED_DOWN"})
        void endsWhatItDoesNotPermit(DoorPosture posture) {
            started();
            at(1, grant(5));
            assertThat(at(2, new DoorInput.Ordered(posture, DoorCause.STAFF)))
                    .containsExactly(DoorHappening.LOCKED, DoorHappening.MODE_CHANGED);
            assertThat(effects.getFirst()).isEqualTo(new DoorEffect.Lock());
            at(3, grant(5));
            assertThat(state.told()).isEqualTo(LockCommand.LOCK);
        }

        @Test
        void ofAnExamLeavesWhatStaffUnlocked() {
            started();
            at(1, unlockFor(60));
            at(2, new DoorInput.Ordered(DoorPosture.EXAM_CLOSED, DoorCause.STAFF));
            assertThat(state.mode()).isEqualTo(DoorMode.UNLOCKED);
            assertThat(at(61, TICK)).containsExactly(DoorHappening.LOCKED);
        }

        @Test
        void ofAnExamEndsASchedule() {
            started();
            at(1, new DoorInput.UnlockedFor(Duration.ofHours(1), DoorCause.SCHEDULE));
            at(2, new DoorInput.Ordered(DoorPosture.EXAM_ADMIT, DoorCause.STAFF));
            assertThat(state.told()).isEqualTo(LockCommand.LOCK);
            at(3, grant(5));
            assertThat(state.mode()).isEqualTo(DoorMode.ACCESSED);
        }

        @Test
        void toBeQuietSilencesTheDoorAndNotItsRecord() {
            started();
            at(1, new DoorInput.Ordered(DoorPosture.EXAM_QUIET, DoorCause.STAFF));
            assertThat(at(2, OPENS)).containsExactly(DoorHappening.FORCED_OPEN);
            assertThat(effects).noneMatch(DoorEffect.Sound.class::isInstance);
        }

        @Test
        void givenTwiceIsRecordedOnce() {
            started();
            at(1, new DoorInput.Ordered(DoorPosture.BLOCKED, DoorCause.STAFF));
            assertThat(at(2, new DoorInput.Ordered(DoorPosture.BLOCKED, DoorCause.STAFF)))
                    .isEmpty();
        }
    }

    @Nested
    class Fire {
        private final DoorInput latched = new DoorInput.Ordered(DoorPosture.FIRE, DoorCause.FIRE);
        private final DoorInput reset = new DoorInput.Ordered(DoorPosture.NORMAL, DoorCause.STAFF);

        @Test
        void keepsAnUnlockedDoorUnlockedUntilItIsReset() {
            started();
            at(1, grant(5));
            at(2, latched);
            assertThat(effects).contains(new DoorEffect.Release());
            assertThat(state.mode()).isEqualTo(DoorMode.LOCKED_OPEN);
            assertThat(at(3600, TICK)).isEmpty();
            at(3601, new DoorInput.LockedNow(DoorCause.STAFF));
            assertThat(state.told()).isEqualTo(LockCommand.UNLOCK);
            assertThat(at(3602, reset)).contains(DoorHappening.LOCKED);
            assertThat(effects.getFirst()).isEqualTo(new DoorEffect.Lock());
        }

        @Test
        void leavesALockedDoorWithoutReleaseAsItIs() {
            started();
            at(1, latched);
            assertThat(effects).noneMatch(DoorEffect.Release.class::isInstance);
            assertThat(state.told()).isEqualTo(LockCommand.LOCK);
            assertThat(state.posture()).isEqualTo(DoorPosture.FIRE);
        }

        @Test
        void raisesNoAlarmOverTheDoorsThatPeopleLeaveBy() {
            started();
            at(1, latched);
            assertThat(at(2, OPENS)).containsExactly(DoorHappening.OPENED_OTHERWISE);
            assertThat(at(600, TICK)).isEmpty();
            assertThat(state.alarm()).isEqualTo(DoorAlarm.NORMAL);
        }

        @Test
        void admitsNobodyButBreakGlass() {
            started();
            at(1, latched);
            at(2, grant(5));
            assertThat(state.told()).isEqualTo(LockCommand.LOCK);
            at(3, new DoorInput.BreakGlassShown());
            assertThat(state.mode()).isEqualTo(DoorMode.LOCKED_OPEN);
        }

        @Test
        void countsADoorLeftOpenOnlyFromItsReset() {
            started();
            at(1, latched);
            at(2, OPENS);
            at(100, reset);
            assertThat(at(129, TICK)).doesNotContain(DoorHappening.OPEN_TOO_LONG);
            assertThat(at(130, TICK)).contains(DoorHappening.OPEN_TOO_LONG);
        }
    }

    @Nested
    class BreakGlass {
        @ParameterizedTest
        @EnumSource(value = DoorPosture.class, mode = EnumSource.Mode.EXCLUDE, names = "FIRE")
        void unlocksLoudlyForTheLongTimeUnderEveryOrder(DoorPosture posture) {
            started();
            at(1, new DoorInput.Ordered(posture, DoorCause.STAFF));
            assertThat(at(2, new DoorInput.BreakGlassShown()))
                    .containsExactly(DoorHappening.UNLOCKED);
            assertThat(effects)
                    .contains(
                            new DoorEffect.Unlock(Duration.ofSeconds(10)),
                            new DoorEffect.Sound(Cue.ALARM));
            assertThat(at(12, TICK)).contains(DoorHappening.LOCKED);
        }
    }

    @Nested
    class AButtonThatUnlocks {
        private final DoorStateMachine withButton =
                new DoorStateMachine(DoorFixture.doorWithButton(new Door.Times(5, 10, 30, 10)));

        @ParameterizedTest
        @EnumSource(value = DoorPosture.class, mode = EnumSource.Mode.EXCLUDE, names = "FIRE")
        void unlocksUnderEveryOrderAndIsNoEntry(DoorPosture posture) {
            DoorState closed =
                    withButton
                            .step(
                                    withButton.initial(),
                                    new DoorInput.Restarted(
                                            DoorPhysicalState.CLOSED, LockState.UNKNOWN, posture),
                                    0)
                            .state();
            Transition pressed = withButton.step(closed, new DoorInput.RequestToExitPressed(), 0);
            assertThat(pressed.effects()).contains(new DoorEffect.Unlock(Duration.ofSeconds(5)));
            Transition ended = withButton.step(pressed.state(), TICK, 5 * SECOND);
            assertThat(ended.state().told()).isEqualTo(LockCommand.LOCK);
            assertThat(ended.effects())
                    .doesNotContain(new Append(DoorHappening.NO_ENTRY, null, null));
        }

        @Test
        void stillLetsOutWhoPressedItWhenALockdownComes() {
            DoorState closed =
                    withButton
                            .step(
                                    withButton.initial(),
                                    new DoorInput.Restarted(
                                            DoorPhysicalState.CLOSED,
                                            LockState.UNKNOWN,
                                            DoorPosture.NORMAL),
                                    0)
                            .state();
            DoorState open = withButton.step(closed, unlockFor(60), 0).state();
            DoorState pressed =
                    withButton.step(open, new DoorInput.RequestToExitPressed(), 0).state();
            Transition down =
                    withButton.step(
                            pressed,
                            new DoorInput.Ordered(DoorPosture.LOCKED_DOWN, DoorCause.STAFF),
                            SECOND);
            assertThat(down.effects()).contains(new DoorEffect.Unlock(Duration.ofSeconds(4)));
            assertThat(withButton.step(down.state(), TICK, 5 * SECOND).state().mode())
                    .isEqualTo(DoorMode.LOCKED_DOWN);
        }
    }

    @Nested
    class TwoEntriesThatWereNone {
        @Test
        void makeADoorThatDoesNotOpenUntilItDoes() {
            started();
            at(1, grant(5));
            at(6, TICK);
            assertThat(state.isNotOpening()).isFalse();
            at(7, grant(5));
            assertThat(at(12, TICK)).contains(DoorHappening.NO_ENTRY, DoorHappening.NOT_OPENING);
            assertThat(state.isNotOpening()).isTrue();
            at(13, grant(5));
            assertThat(at(14, OPENS)).contains(DoorHappening.NOT_OPENING_CLEARED);
            assertThat(state.isNotOpening()).isFalse();
        }

        @Test
        void doNotCountWhenSomebodyWentInBetween() {
            started();
            at(1, grant(5));
            at(6, TICK);
            at(7, grant(5));
            at(8, OPENS);
            at(9, CLOSES);
            at(10, grant(5));
            assertThat(at(15, TICK)).doesNotContain(DoorHappening.NOT_OPENING);
        }
    }
}
