package se.troskel.controller.door;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Door;
import se.troskel.controller.door.DoorEffect.Sound.Cue;
import se.troskel.protocol.door.DoorAlarm;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.door.DoorHappening;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPhysicalState;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.door.DoorPosture.Entry;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.door.LockState;

/// One step of a [DoorStateMachine], which says what the rules are: the state being changed and the
/// effects so far. Effects that make safe come before their record. Not thread-safe; lives inside
/// one call.
final class DoorStep {
    private final Door door;
    private final DoorState before;
    private final long now;
    private final List<DoorEffect> effects = new ArrayList<>();

    private DoorMode mode;
    private DoorPosture posture;
    private LockCommand told;
    private LockState lock;
    private DoorPhysicalState contact;
    private DoorAlarm alarm;
    private boolean jammed;
    private @Nullable Long unlockedUntil;
    private @Nullable DoorCause unlockedBy;
    private boolean wasOpen;
    private boolean severalGranted;
    private boolean warned;
    private boolean otherwiseAllowed;
    private int noEntries;
    private boolean retried;
    private @Nullable Long exitUntil;
    private @Nullable Long openedAt;
    private @Nullable Long heldFrom;
    private @Nullable Long jamAt;

    DoorStep(Door door, DoorState state, long now) {
        this.door = door;
        this.before = state;
        this.now = now;
        mode = state.mode();
        posture = state.posture();
        told = state.told();
        lock = state.lock();
        contact = state.contact();
        alarm = state.alarm();
        jammed = state.jammed();
        unlockedUntil = state.unlockedUntilNanos();
        DoorMemory memory = state.memory();
        unlockedBy = memory.unlockedBy();
        wasOpen = memory.wasOpen();
        severalGranted = memory.severalGranted();
        warned = memory.warned();
        otherwiseAllowed = memory.otherwiseAllowed();
        noEntries = memory.noEntries();
        retried = memory.retried();
        exitUntil = memory.exitUntilNanos();
        openedAt = memory.openedAtNanos();
        heldFrom = memory.heldFromNanos();
        jamAt = memory.jamAtNanos();
    }

    Transition transition() {
        DoorState after =
                new DoorState(
                        mode,
                        posture,
                        told,
                        lock,
                        contact,
                        alarm,
                        jammed,
                        unlockedUntil,
                        new DoorMemory(
                                unlockedBy,
                                wasOpen,
                                severalGranted,
                                warned,
                                otherwiseAllowed,
                                noEntries,
                                retried,
                                exitUntil,
                                openedAt,
                                heldFrom,
                                jamAt));
        if (isPublishedDifferently(after)) {
            effects.add(new DoorEffect.StatusChanged());
        }
        return new Transition(after, effects);
    }

    private boolean isPublishedDifferently(DoorState after) {
        return mode != before.mode()
                || posture != before.posture()
                || told != before.told()
                || lock != before.lock()
                || contact != before.contact()
                || alarm != before.alarm()
                || jammed != before.jammed()
                || after.isNotOpening() != before.isNotOpening();
    }

    void serveDeadlines() {
        if (isDue(exitUntil)) {
            exitUntil = null;
        }
        if (isDue(jamAt) && !isDue(unlockedUntil)) {
            jam();
        }
        if (isDue(unlockedUntil)) {
            boolean noEntry =
                    mode == DoorMode.ACCESSED
                            && unlockedBy != DoorCause.REQUEST_TO_EXIT
                            && !wasOpen
                            && contact == DoorPhysicalState.CLOSED;
            lock(DoorCause.TIME);
            if (noEntry) {
                noEntry();
            }
        }
        serveHeldOpen();
    }

    /// The lock did not move: tell it once more, from the start, then call it jammed.
    private void jam() {
        jamAt = null;
        if (!retried) {
            retried = true;
            jamAt = now + DoorStateMachine.JAM_GRACE.toNanos();
            append(DoorHappening.LOCK_RETRIED, null, null);
            effects.add(
                    unlockedUntil == null
                            ? new DoorEffect.Release()
                            : new DoorEffect.UnlockAgain(Duration.ofNanos(unlockedUntil - now)));
        } else if (!jammed) {
            jammed = true;
            append(DoorHappening.LOCK_JAMMED, null, null);
        }
    }

    private void noEntry() {
        append(DoorHappening.NO_ENTRY, null, null);
        if (noEntries < DoorStateMachine.NO_ENTRIES) {
            noEntries++;
            if (noEntries == DoorStateMachine.NO_ENTRIES) {
                append(DoorHappening.NOT_OPENING, null, null);
            }
        }
    }

    private void serveHeldOpen() {
        if (heldFrom == null) {
            return;
        }
        Duration held = Duration.ofNanos(now - heldFrom);
        Duration limit = door.times().openTooLong();
        Duration preAlarm = door.times().preAlarm();
        if (held.compareTo(limit) >= 0) {
            heldFrom = null;
            alarm = DoorAlarm.DOOR_OPEN_TOO_LONG;
            append(DoorHappening.OPEN_TOO_LONG, null, openFor());
            sound(Cue.ALARM);
        } else if (!preAlarm.isZero() && !warned && held.compareTo(limit.minus(preAlarm)) >= 0) {
            warned = true;
            append(DoorHappening.OPEN_TOO_LONG_SOON, null, openFor());
            sound(Cue.CLOSE_THE_DOOR);
        }
    }

    void grant(Duration duration, DoorCause cause) {
        Duration longest = Duration.ofSeconds(door.times().extendedAccessSeconds());
        Duration max = duration.compareTo(longest) > 0 ? longest : duration;
        if (!permits(cause) || !max.isPositive()) {
            return;
        }
        sound(Cue.GRANTED);
        pulse(max, cause);
    }

    void breakGlass() {
        pulse(Duration.ofSeconds(door.times().extendedAccessSeconds()), DoorCause.BREAK_GLASS);
        effects.add(new DoorEffect.Sound(Cue.ALARM));
    }

    /// Unlocks for one passage.
    private void pulse(Duration max, DoorCause cause) {
        if (posture == DoorPosture.FIRE) {
            release(cause);
            return;
        }
        if (mode == DoorMode.UNLOCKED
                && unlockedUntil != null
                && now + max.toNanos() <= unlockedUntil) {
            return;
        }
        severalGranted = mode == DoorMode.ACCESSED;
        if (told == LockCommand.LOCK) {
            mode = DoorMode.ACCESSED;
            wasOpen = contact == DoorPhysicalState.OPEN;
        }
        unlock(max, cause);
    }

    void unlockFor(Duration duration, DoorCause cause) {
        if (!permits(cause) || !duration.isPositive()) {
            return;
        }
        mode = DoorMode.UNLOCKED;
        heldFrom = null;
        if (alarm == DoorAlarm.NORMAL) {
            quiet();
        }
        unlock(duration, cause);
    }

    /// While fire is latched nothing locks; a driver that did is told to release again.
    void lockNow(DoorCause cause) {
        if (posture == DoorPosture.FIRE) {
            if (told == LockCommand.UNLOCK) {
                effects.add(new DoorEffect.Release());
            }
        } else if (told == LockCommand.UNLOCK) {
            lock(cause);
        } else {
            effects.add(new DoorEffect.Lock());
        }
    }

    void order(DoorPosture ordered, DoorCause cause) {
        if (ordered == posture) {
            return;
        }
        posture = ordered;
        if (ordered == DoorPosture.FIRE) {
            beginFire();
        } else if (told == LockCommand.LOCK) {
            mode = resting();
            if (contact == DoorPhysicalState.OPEN) {
                countHeldOpen();
            }
        } else if (unlockedBy == null || !permits(unlockedBy)) {
            endButForExit(cause);
        }
        if (ordered.isSilent()) {
            warned = false;
            effects.add(new DoorEffect.Sound(Cue.QUIET));
        }
        append(DoorHappening.MODE_CHANGED, cause, null);
    }

    /// Somebody who asked to leave by a door that unlocks for that still can.
    private void endButForExit(DoorCause cause) {
        if (exitUntil != null && door.rules().requestToExitUnlocks()) {
            mode = DoorMode.ACCESSED;
            unlockedBy = DoorCause.REQUEST_TO_EXIT;
            unlockedUntil = exitUntil;
            effects.add(new DoorEffect.Unlock(Duration.ofNanos(exitUntil - now)));
        } else {
            lock(cause);
        }
    }

    private void beginFire() {
        heldFrom = null;
        if (door.releaseOnFire() || told == LockCommand.UNLOCK) {
            release(DoorCause.FIRE);
        } else {
            mode = resting();
        }
    }

    /// Unlocks without an end.
    private void release(DoorCause cause) {
        effects.add(new DoorEffect.Release());
        if (mode == DoorMode.LOCKED_OPEN) {
            return;
        }
        expectMovement();
        mode = DoorMode.LOCKED_OPEN;
        told = LockCommand.UNLOCK;
        unlockedUntil = null;
        unlockedBy = DoorCause.FIRE;
        severalGranted = false;
        wasOpen = false;
        append(DoorHappening.UNLOCKED, cause, null);
    }

    /// Whether the standing order lets this cause unlock, or stay unlocked.
    private boolean permits(DoorCause cause) {
        return switch (cause) {
            case CREDENTIAL -> posture.entry() == Entry.GRANTED;
            case STAFF -> posture.entry() != Entry.NOBODY;
            case ERRAND -> posture.entry() == Entry.GRANTED || posture.entry() == Entry.RETURNING;
            case SCHEDULE -> posture.isScheduled();
            case REQUEST_TO_EXIT, BREAK_GLASS -> true;
            case FIRE -> posture == DoorPosture.FIRE;
            case BURGLAR_ALARM, TIME, RESTART, OTHER -> false;
        };
    }

    private DoorMode resting() {
        return switch (posture) {
            case BLOCKED -> DoorMode.BLOCKED;
            case LOCKED_DOWN -> DoorMode.LOCKED_DOWN;
            case NORMAL, EXAM_PREPARE, EXAM_ADMIT, EXAM_CLOSED, EXAM_QUIET, ARMED, FIRE ->
                    DoorMode.LOCKED;
        };
    }

    void requestToExit() {
        exitUntil = now + door.times().access().toNanos();
        append(DoorHappening.REQUEST_TO_EXIT, DoorCause.REQUEST_TO_EXIT, null);
        if (door.rules().requestToExitUnlocks()) {
            pulse(door.times().access(), DoorCause.REQUEST_TO_EXIT);
        }
    }

    void contact(DoorPhysicalState sensed) {
        if (sensed == contact) {
            return;
        }
        DoorPhysicalState last = contact;
        contact = sensed;
        if (last == DoorPhysicalState.FAULT) {
            append(DoorHappening.CONTACT_FAULT_CLEARED, null, null);
        }
        switch (sensed) {
            case OPEN -> opened(last == DoorPhysicalState.CLOSED);
            case CLOSED -> closed(last == DoorPhysicalState.OPEN);
            case FAULT -> {
                lostSight();
                append(DoorHappening.CONTACT_FAULT, null, null);
            }
            case UNKNOWN -> lostSight();
        }
    }

    private void opened(boolean seen) {
        wasOpen = told == LockCommand.UNLOCK;
        openedAt = seen ? (Long) now : null;
        opensAgain();
        boolean unexpected = told == LockCommand.LOCK && exitUntil == null && !otherwiseAllowed;
        if (seen && unexpected && posture != DoorPosture.FIRE) {
            alarm = DoorAlarm.DOOR_FORCED_OPEN;
            append(DoorHappening.FORCED_OPEN, DoorCause.OTHER, null);
            sound(Cue.ALARM);
            return;
        }
        countHeldOpen();
        if (told == LockCommand.UNLOCK) {
            append(DoorHappening.OPENED, unlockedBy, null);
        } else if (exitUntil != null) {
            append(DoorHappening.OPENED, DoorCause.REQUEST_TO_EXIT, null);
        } else {
            append(
                    seen ? DoorHappening.OPENED_OTHERWISE : DoorHappening.OPENED,
                    DoorCause.OTHER,
                    null);
        }
    }

    private void opensAgain() {
        if (noEntries == DoorStateMachine.NO_ENTRIES) {
            append(DoorHappening.NOT_OPENING_CLEARED, null, null);
        }
        noEntries = 0;
    }

    private void closed(boolean seen) {
        Duration stoodOpen = openFor();
        boolean relock = seen && mode == DoorMode.ACCESSED && wasOpen && !severalGranted;
        if (relock) {
            lock(DoorCause.TIME);
        }
        append(DoorHappening.CLOSED, null, stoodOpen);
        clearAlarm(stoodOpen);
        openedAt = null;
        heldFrom = null;
        quiet();
    }

    /// Neither open nor closed can be said, so nothing is counted and no alarm ends.
    private void lostSight() {
        openedAt = null;
        heldFrom = null;
    }

    void monitor(LockState sensed) {
        lock = sensed;
        if (sensed == LockState.LOCKED) {
            if (told == LockCommand.UNLOCK && jamAt == null && !jammed) {
                jamAt = now + DoorStateMachine.JAM_GRACE.toNanos();
            }
            return;
        }
        jamAt = null;
        if (sensed == LockState.UNLOCKED && jammed) {
            jammed = false;
            append(DoorHappening.LOCK_JAM_CLEARED, null, null);
        }
    }

    void otherwiseAllowed(boolean allowed) {
        otherwiseAllowed = allowed;
    }

    void restart(DoorPhysicalState sensedContact, LockState sensedLock, DoorPosture kept) {
        posture = kept;
        if (posture != DoorPosture.FIRE) {
            effects.add(new DoorEffect.Lock());
        }
        mode = resting();
        told = LockCommand.LOCK;
        contact = sensedContact;
        unlockedUntil = null;
        unlockedBy = null;
        wasOpen = false;
        severalGranted = false;
        warned = false;
        noEntries = 0;
        retried = false;
        exitUntil = null;
        openedAt = null;
        heldFrom = null;
        jamAt = null;
        append(DoorHappening.LOCKED, DoorCause.RESTART, null);
        monitor(sensedLock);
        switch (sensedContact) {
            case OPEN -> countHeldOpen();
            case CLOSED -> clearAlarm(null);
            case FAULT -> append(DoorHappening.CONTACT_FAULT, null, null);
            case UNKNOWN -> {}
        }
        if (posture == DoorPosture.FIRE && door.releaseOnFire()) {
            release(DoorCause.FIRE);
        }
    }

    private void unlock(Duration max, DoorCause cause) {
        long until = now + max.toNanos();
        if (unlockedUntil == null || until > unlockedUntil) {
            unlockedUntil = until;
            unlockedBy = cause;
        }
        expectMovement();
        told = LockCommand.UNLOCK;
        Duration lasts = Duration.ofNanos(unlockedUntil - now);
        effects.add(new DoorEffect.Unlock(lasts));
        append(DoorHappening.UNLOCKED, cause, lasts);
    }

    private void expectMovement() {
        if (told == LockCommand.LOCK && lock == LockState.LOCKED) {
            jamAt = now + DoorStateMachine.JAM_GRACE.toNanos();
        }
    }

    private void lock(DoorCause cause) {
        effects.add(new DoorEffect.Lock());
        mode = resting();
        told = LockCommand.LOCK;
        unlockedUntil = null;
        unlockedBy = null;
        wasOpen = false;
        severalGranted = false;
        retried = false;
        jamAt = null;
        append(DoorHappening.LOCKED, cause, null);
        if (contact == DoorPhysicalState.OPEN) {
            countHeldOpen();
        }
    }

    private void countHeldOpen() {
        boolean meantToStandOpen = mode == DoorMode.UNLOCKED || posture == DoorPosture.FIRE;
        if (heldFrom == null && alarm == DoorAlarm.NORMAL && !meantToStandOpen) {
            heldFrom = now;
        }
    }

    private void clearAlarm(@Nullable Duration stoodOpen) {
        switch (alarm) {
            case NORMAL -> {}
            case DOOR_FORCED_OPEN -> append(DoorHappening.FORCED_OPEN_CLEARED, null, stoodOpen);
            case DOOR_OPEN_TOO_LONG -> append(DoorHappening.OPEN_TOO_LONG_CLEARED, null, stoodOpen);
        }
        if (alarm != DoorAlarm.NORMAL) {
            alarm = DoorAlarm.NORMAL;
            sound(Cue.QUIET);
        }
    }

    private void quiet() {
        if (warned) {
            warned = false;
            sound(Cue.QUIET);
        }
    }

    private boolean isDue(@Nullable Long deadline) {
        return deadline != null && now >= deadline;
    }

    private @Nullable Duration openFor() {
        return openedAt == null ? null : Duration.ofNanos(now - openedAt);
    }

    private void append(DoorHappening what, @Nullable DoorCause cause, @Nullable Duration lasted) {
        effects.add(new DoorEffect.Append(what, cause, lasted));
    }

    private void sound(Cue cue) {
        if (cue == Cue.QUIET || !posture.isSilent()) {
            effects.add(new DoorEffect.Sound(cue));
        }
    }
}
