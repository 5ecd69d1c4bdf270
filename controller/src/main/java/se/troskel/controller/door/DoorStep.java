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
    private @Nullable Long exitUntil;
    private @Nullable Long openedAt;
    private @Nullable Long heldFrom;
    private @Nullable Long jamAt;

    DoorStep(Door door, DoorState state, long now) {
        this.door = door;
        this.before = state;
        this.now = now;
        mode = state.mode();
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
        exitUntil = memory.exitUntilNanos();
        openedAt = memory.openedAtNanos();
        heldFrom = memory.heldFromNanos();
        jamAt = memory.jamAtNanos();
    }

    Transition transition() {
        DoorState after =
                new DoorState(
                        mode,
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
                                exitUntil,
                                openedAt,
                                heldFrom,
                                jamAt));
        if (isPublishedDifferently()) {
            effects.add(new DoorEffect.StatusChanged());
        }
        return new Transition(after, effects);
    }

    private boolean isPublishedDifferently() {
        return mode != before.mode()
                || told != before.told()
                || lock != before.lock()
                || contact != before.contact()
                || alarm != before.alarm()
                || jammed != before.jammed();
    }

    void serveDeadlines() {
        if (isDue(exitUntil)) {
            exitUntil = null;
        }
        if (isDue(jamAt)) {
            jamAt = null;
            if (!jammed) {
                jammed = true;
                append(DoorHappening.LOCK_JAMMED, null, null);
            }
        }
        if (isDue(unlockedUntil)) {
            boolean noEntry =
                    mode == DoorMode.ACCESSED && !wasOpen && contact == DoorPhysicalState.CLOSED;
            lock(DoorCause.TIME);
            if (noEntry) {
                append(DoorHappening.NO_ENTRY, null, null);
            }
        }
        serveHeldOpen();
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
        if (refusesEntry() || !max.isPositive()) {
            return;
        }
        sound(Cue.GRANTED);
        if (mode == DoorMode.UNLOCKED
                && unlockedUntil != null
                && now + max.toNanos() <= unlockedUntil) {
            return;
        }
        severalGranted = mode == DoorMode.ACCESSED;
        if (mode == DoorMode.LOCKED) {
            mode = DoorMode.ACCESSED;
            wasOpen = contact == DoorPhysicalState.OPEN;
        }
        unlock(max, cause);
    }

    void unlockFor(Duration duration, DoorCause cause) {
        if (refusesEntry() || !duration.isPositive()) {
            return;
        }
        mode = DoorMode.UNLOCKED;
        heldFrom = null;
        if (alarm == DoorAlarm.NORMAL) {
            quiet();
        }
        unlock(duration, cause);
    }

    void lockNow(DoorCause cause) {
        if (told == LockCommand.UNLOCK) {
            lock(cause);
        } else {
            effects.add(new DoorEffect.Lock());
        }
    }

    void block(boolean block) {
        if (block && mode != DoorMode.BLOCKED) {
            if (told == LockCommand.UNLOCK) {
                lock(DoorCause.STAFF);
            }
            mode = DoorMode.BLOCKED;
            append(DoorHappening.MODE_CHANGED, DoorCause.STAFF, null);
        } else if (!block && mode == DoorMode.BLOCKED) {
            mode = DoorMode.LOCKED;
            append(DoorHappening.MODE_CHANGED, DoorCause.STAFF, null);
        }
    }

    void requestToExit() {
        exitUntil = now + door.times().access().toNanos();
        append(DoorHappening.REQUEST_TO_EXIT, DoorCause.REQUEST_TO_EXIT, null);
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
        if (seen && told == LockCommand.LOCK && exitUntil == null && !otherwiseAllowed) {
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

    void restart(DoorPhysicalState sensedContact, LockState sensedLock) {
        effects.add(new DoorEffect.Lock());
        mode = refusesEntry() ? mode : DoorMode.LOCKED;
        told = LockCommand.LOCK;
        contact = sensedContact;
        unlockedUntil = null;
        unlockedBy = null;
        wasOpen = false;
        severalGranted = false;
        warned = false;
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
    }

    private void unlock(Duration max, DoorCause cause) {
        long until = now + max.toNanos();
        if (unlockedUntil == null || until > unlockedUntil) {
            unlockedUntil = until;
        }
        if (told == LockCommand.LOCK && lock == LockState.LOCKED) {
            jamAt = now + DoorStateMachine.JAM_GRACE.toNanos();
        }
        told = LockCommand.UNLOCK;
        unlockedBy = cause;
        Duration lasts = Duration.ofNanos(unlockedUntil - now);
        effects.add(new DoorEffect.Unlock(lasts));
        append(DoorHappening.UNLOCKED, cause, lasts);
    }

    private void lock(DoorCause cause) {
        effects.add(new DoorEffect.Lock());
        mode = DoorMode.LOCKED;
        told = LockCommand.LOCK;
        unlockedUntil = null;
        unlockedBy = null;
        wasOpen = false;
        severalGranted = false;
        jamAt = null;
        append(DoorHappening.LOCKED, cause, null);
        if (contact == DoorPhysicalState.OPEN) {
            countHeldOpen();
        }
    }

    private void countHeldOpen() {
        if (heldFrom == null && alarm == DoorAlarm.NORMAL && mode != DoorMode.UNLOCKED) {
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

    private boolean refusesEntry() {
        return mode == DoorMode.BLOCKED || mode == DoorMode.LOCKED_DOWN;
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
        effects.add(new DoorEffect.Sound(cue));
    }
}
