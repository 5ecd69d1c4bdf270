package se.troskel.simulation.walk;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Door;
import se.troskel.controller.door.DoorEffect;
import se.troskel.controller.door.DoorInput;
import se.troskel.controller.door.DoorState;
import se.troskel.controller.door.Transition;
import se.troskel.protocol.door.DoorAlarm;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.door.DoorHappening;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPhysicalState;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.door.LockState;

/// What must hold in every step of a door: INV-01 to INV-06 and INV-14, said here a second time and
/// in other words than the state machine's own. Stateless.
final class DoorChecks {
    private static final long LONGEST_NANOS = WalkedDoor.LONG_SECONDS * DoorWalk.SECOND;

    private static final Set<DoorPosture> STUDENTS_ENTER =
            EnumSet.of(DoorPosture.NORMAL, DoorPosture.EXAM_ADMIT);
    private static final Set<DoorPosture> CANDIDATES_COME_BACK =
            EnumSet.of(
                    DoorPosture.NORMAL,
                    DoorPosture.EXAM_ADMIT,
                    DoorPosture.EXAM_CLOSED,
                    DoorPosture.EXAM_QUIET);
    private static final Set<DoorPosture> STAFF_ENTER =
            EnumSet.range(DoorPosture.NORMAL, DoorPosture.EXAM_QUIET);

    private final Door door;

    DoorChecks(Door door) {
        this.door = door;
    }

    /// One step.
    ///
    /// @param served the step in which only time passes until `now`
    record Step(
            DoorState before, Transition served, DoorInput input, long now, Transition outcome) {
        DoorState after() {
            return outcome.state();
        }

        List<DoorEffect> effects() {
            return outcome.effects();
        }

        DoorPosture posture() {
            return outcome.state().posture();
        }

        boolean isRestart() {
            return input instanceof DoorInput.Restarted;
        }

        /// The effects of the input alone.
        List<DoorEffect> ofInput() {
            if (isRestart()) {
                return effects();
            }
            int ofTime = 0;
            for (DoorEffect effect : served.effects()) {
                ofTime += effect instanceof DoorEffect.StatusChanged ? 0 : 1;
            }
            return effects().subList(ofTime, effects().size());
        }

        boolean appended(DoorHappening... which) {
            return DoorChecks.appended(effects(), which);
        }
    }

    /// The first invariant that the step breaks; null when it keeps all.
    @Nullable String broken(Step step) {
        if (!unlockedForItsTime(step)) {
            return "INV-01 unlocked without an end or a reason";
        }
        if (!unlockedByOrder(step)) {
            return "INV-02 INV-03 unlocked by nobody's right";
        }
        if (!forcedRightly(step)) {
            return "INV-04 forced open raised wrongly, or not raised";
        }
        if (!alarmsRightly(step)) {
            return "INV-05 an alarm raised twice, or not cleared";
        }
        if (!safeAfterRestart(step)) {
            return "INV-06 not in its safe state after a restart";
        }
        if (!nothingLocksInFire(step)) {
            return "INV-14 locked while fire is latched";
        }
        if (!nobodyIsHindered(step)) {
            return "a request to exit or break-glass was not served";
        }
        return sensesAreFacts(step) ? null : "what was sensed is not what is known";
    }

    private static boolean unlockedForItsTime(Step step) {
        DoorState after = step.after();
        boolean fire = after.posture() == DoorPosture.FIRE;
        boolean wasFire = step.before().posture() == DoorPosture.FIRE;
        boolean unlocked = after.told() == LockCommand.UNLOCK;
        Long until = after.unlockedUntilNanos();
        if (unlocked != (until != null || after.mode() == DoorMode.LOCKED_OPEN)) {
            return false;
        }
        if (until != null && (until <= step.now() || until - step.now() > LONGEST_NANOS)) {
            return false;
        }
        boolean modeSaysUnlocked =
                after.mode() == DoorMode.ACCESSED
                        || after.mode() == DoorMode.UNLOCKED
                        || after.mode() == DoorMode.LOCKED_OPEN;
        if (modeSaysUnlocked != unlocked || (fire && unlocked && until != null)) {
            return false;
        }
        for (DoorEffect effect : step.effects()) {
            boolean holds =
                    switch (effect) {
                        case DoorEffect.Unlock(Duration max) -> isShort(max);
                        case DoorEffect.UnlockAgain(Duration max) -> isShort(max);
                        case DoorEffect.Release() -> fire || wasFire;
                        case DoorEffect.Lock _,
                                DoorEffect.Append _,
                                DoorEffect.Sound _,
                                DoorEffect.StatusChanged _ ->
                                true;
                    };
            if (!holds) {
                return false;
            }
        }
        return lastOrderIsTold(step);
    }

    private static boolean isShort(Duration max) {
        return max.isPositive() && max.toNanos() <= LONGEST_NANOS;
    }

    /// What the lock was told last is what the state says it was told.
    private static boolean lastOrderIsTold(Step step) {
        LockCommand told = step.before().told();
        for (DoorEffect effect : step.effects()) {
            told =
                    switch (effect) {
                        case DoorEffect.Unlock _, DoorEffect.UnlockAgain _, DoorEffect.Release _ ->
                                LockCommand.UNLOCK;
                        case DoorEffect.Lock _ -> LockCommand.LOCK;
                        case DoorEffect.Append _, DoorEffect.Sound _, DoorEffect.StatusChanged _ ->
                                told;
                    };
        }
        return step.isRestart() || told == step.after().told();
    }

    private boolean unlockedByOrder(Step step) {
        for (DoorEffect effect : step.served().effects()) {
            boolean retried =
                    effect instanceof DoorEffect.UnlockAgain
                            || effect instanceof DoorEffect.Release;
            if (effect instanceof DoorEffect.Unlock
                    || (retried && step.before().told() == LockCommand.LOCK)) {
                return false;
            }
        }
        for (DoorEffect effect : step.ofInput()) {
            if (effect instanceof DoorEffect.UnlockAgain
                    || (effect instanceof DoorEffect.Unlock && !mayUnlock(step))
                    || (effect instanceof DoorEffect.Release && !mayRelease(step))) {
                return false;
            }
        }
        return true;
    }

    private boolean mayUnlock(Step step) {
        DoorState served = step.served().state();
        DoorPosture posture = served.posture();
        return switch (step.input()) {
            case DoorInput.Granted granted -> entering(granted.cause()).contains(posture);
            case DoorInput.UnlockedFor unlocked ->
                    unlocked.cause() == DoorCause.SCHEDULE
                            ? posture == DoorPosture.NORMAL
                            : STAFF_ENTER.contains(posture);
            case DoorInput.BreakGlassShown _ -> true;
            case DoorInput.RequestToExitPressed _ -> door.rules().requestToExitUnlocks();
            // an exit that was asked for before may end by its own time
            case DoorInput.Ordered _ ->
                    door.rules().requestToExitUnlocks()
                            && served.told() == LockCommand.UNLOCK
                            && served.memory().exitUntilNanos() != null;
            case DoorInput.LockedNow _,
                    DoorInput.ContactChanged _,
                    DoorInput.LockMonitorChanged _,
                    DoorInput.OpenedOtherwiseAllowed _,
                    DoorInput.Tick _,
                    DoorInput.Restarted _ ->
                    false;
        };
    }

    private static Set<DoorPosture> entering(DoorCause cause) {
        return switch (cause) {
            case STAFF -> STAFF_ENTER;
            case ERRAND -> CANDIDATES_COME_BACK;
            case CREDENTIAL -> STUDENTS_ENTER;
            case SCHEDULE,
                    REQUEST_TO_EXIT,
                    BREAK_GLASS,
                    FIRE,
                    BURGLAR_ALARM,
                    TIME,
                    RESTART,
                    OTHER ->
                    Set.of();
        };
    }

    private boolean mayRelease(Step step) {
        DoorState served = step.served().state();
        boolean stoodUnlocked = served.told() == LockCommand.UNLOCK;
        return step.posture() == DoorPosture.FIRE
                && switch (step.input()) {
                    case DoorInput.Ordered _ -> door.releaseOnFire() || stoodUnlocked;
                    case DoorInput.Restarted _ -> door.releaseOnFire();
                    case DoorInput.LockedNow _ -> stoodUnlocked;
                    case DoorInput.BreakGlassShown _ -> true;
                    case DoorInput.RequestToExitPressed _ -> door.rules().requestToExitUnlocks();
                    case DoorInput.Granted _,
                            DoorInput.UnlockedFor _,
                            DoorInput.ContactChanged _,
                            DoorInput.LockMonitorChanged _,
                            DoorInput.OpenedOtherwiseAllowed _,
                            DoorInput.Tick _ ->
                            false;
                };
    }

    private static boolean forcedRightly(Step step) {
        DoorState served = step.served().state();
        boolean opens =
                step.input() instanceof DoorInput.ContactChanged(DoorPhysicalState contact)
                        && contact == DoorPhysicalState.OPEN
                        && served.contact() == DoorPhysicalState.CLOSED;
        boolean allowed =
                served.told() == LockCommand.UNLOCK
                        || served.memory().exitUntilNanos() != null
                        || served.memory().otherwiseAllowed()
                        || served.posture() == DoorPosture.FIRE;
        return step.appended(DoorHappening.FORCED_OPEN) == (opens && !allowed);
    }

    private static boolean alarmsRightly(Step step) {
        DoorState after = step.after();
        boolean raised = step.appended(DoorHappening.OPEN_TOO_LONG, DoorHappening.FORCED_OPEN);
        boolean cleared =
                step.appended(
                        DoorHappening.OPEN_TOO_LONG_CLEARED, DoorHappening.FORCED_OPEN_CLEARED);
        boolean stoodBefore = step.before().alarm() != DoorAlarm.NORMAL;
        boolean stands = after.alarm() != DoorAlarm.NORMAL;
        boolean raisedTwice = raised && stoodBefore;
        boolean standsThoughClosed = stands && after.contact() == DoorPhysicalState.CLOSED;
        boolean clearedThoughOpen = cleared && after.contact() != DoorPhysicalState.CLOSED;
        boolean inFire = step.before().posture() == DoorPosture.FIRE && raised;
        return !raisedTwice
                && !standsThoughClosed
                && !clearedThoughOpen
                && !inFire
                && cleared == ((stoodBefore || raised) && !stands)
                && stands == (stoodBefore || raised) != cleared;
    }

    private boolean safeAfterRestart(Step step) {
        if (!(step.input() instanceof DoorInput.Restarted(_, _, DoorPosture posture))) {
            return true;
        }
        boolean silent = !step.appended(DoorHappening.FORCED_OPEN, DoorHappening.OPEN_TOO_LONG);
        if (posture == DoorPosture.FIRE) {
            LockCommand told = door.releaseOnFire() ? LockCommand.UNLOCK : LockCommand.LOCK;
            return silent && step.after().told() == told;
        }
        return silent
                && step.after().told() == LockCommand.LOCK
                && step.effects().getFirst() instanceof DoorEffect.Lock;
    }

    private static boolean nothingLocksInFire(Step step) {
        if (step.posture() != DoorPosture.FIRE) {
            return true;
        }
        boolean wasFire = step.served().state().posture() == DoorPosture.FIRE;
        List<DoorEffect> during = wasFire ? step.effects() : step.ofInput();
        boolean locks = during.stream().anyMatch(DoorEffect.Lock.class::isInstance);
        boolean lost =
                step.served().state().told() == LockCommand.UNLOCK
                        && step.after().told() == LockCommand.LOCK
                        && !step.isRestart();
        return !locks && !lost;
    }

    private boolean nobodyIsHindered(Step step) {
        return switch (step.input()) {
            case DoorInput.BreakGlassShown _ -> step.after().told() == LockCommand.UNLOCK;
            case DoorInput.RequestToExitPressed _ ->
                    !door.rules().requestToExitUnlocks()
                            || step.after().told() == LockCommand.UNLOCK;
            case DoorInput.Ordered(DoorPosture posture, _) ->
                    posture != DoorPosture.FIRE
                            || !door.releaseOnFire()
                            || step.after().told() == LockCommand.UNLOCK;
            case DoorInput.Granted _,
                    DoorInput.UnlockedFor _,
                    DoorInput.LockedNow _,
                    DoorInput.ContactChanged _,
                    DoorInput.LockMonitorChanged _,
                    DoorInput.OpenedOtherwiseAllowed _,
                    DoorInput.Tick _,
                    DoorInput.Restarted _ ->
                    true;
        };
    }

    private static boolean sensesAreFacts(Step step) {
        DoorState before = step.before();
        DoorState after = step.after();
        DoorPhysicalState contact = before.contact();
        LockState lock = before.lock();
        switch (step.input()) {
            case DoorInput.ContactChanged(DoorPhysicalState sensed) -> contact = sensed;
            case DoorInput.LockMonitorChanged(LockState sensed) -> lock = sensed;
            case DoorInput.Restarted(DoorPhysicalState sensed, LockState bolt, _) -> {
                contact = sensed;
                lock = bolt;
            }
            case DoorInput.Granted _,
                    DoorInput.UnlockedFor _,
                    DoorInput.LockedNow _,
                    DoorInput.Ordered _,
                    DoorInput.BreakGlassShown _,
                    DoorInput.RequestToExitPressed _,
                    DoorInput.OpenedOtherwiseAllowed _,
                    DoorInput.Tick _ -> {}
        }
        return after.contact() == contact && after.lock() == lock;
    }

    private static boolean appended(List<DoorEffect> effects, DoorHappening... which) {
        List<DoorHappening> wanted = List.of(which);
        for (DoorEffect effect : effects) {
            if (effect instanceof DoorEffect.Append append && wanted.contains(append.what())) {
                return true;
            }
        }
        return false;
    }
}
