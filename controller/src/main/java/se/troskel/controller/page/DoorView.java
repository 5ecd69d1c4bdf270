package se.troskel.controller.page;

import java.util.ArrayList;
import java.util.List;
import se.troskel.protocol.door.DoorAlarm;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPhysicalState;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.door.LockState;
import se.troskel.protocol.mqtt.DoorStatus;

/// A door on the board: what the lock was told, what the lock says and what the contact says stand
/// side by side, each may be unknown.
///
/// @param troubles what needs somebody; empty when nothing does
/// @param until when the present unlocking ends; empty when it is locked or has no end known
public record DoorView(
        String id,
        String name,
        Sign mode,
        Sign told,
        Sign lock,
        Sign contact,
        List<Sign> troubles,
        String until,
        Age age) {
    public DoorView {
        troubles = List.copyOf(troubles);
    }

    static DoorView of(DoorStatus door, Moment moment) {
        var texts = moment.texts();
        var until = door.until();
        return new DoorView(
                door.door(),
                door.name(),
                mode(door, texts),
                told(door.told(), texts),
                lock(door, texts),
                contact(door.contact(), texts),
                troubles(door, texts),
                until == null ? "" : moment.clock(until),
                Age.of(door.at(), moment));
    }

    /// What changes when the door does: a page lights it up then.
    public String state() {
        return mode.word() + told.word() + lock.word() + contact.word() + troubles.size();
    }

    /// A door that is locked under a standing order says which.
    private static Sign mode(DoorStatus door, Texts texts) {
        var word = texts.word(door.mode());
        if (door.mode() == DoorMode.LOCKED && door.posture() != DoorPosture.NORMAL) {
            return Sign.act(texts.word(door.posture()));
        }
        return switch (door.mode()) {
            case LOCKED -> Sign.quiet("locked", word);
            case UNLOCKED, ACCESSED -> Sign.info("unlocked", word);
            case BLOCKED, LOCKED_DOWN, LOCKED_OPEN -> Sign.act(word);
            case UNKNOWN -> Sign.unknown(word);
        };
    }

    private static Sign told(LockCommand told, Texts texts) {
        return switch (told) {
            case LOCK -> Sign.quiet("locked", texts.word(told));
            case UNLOCK -> Sign.info("unlocked", texts.word(told));
        };
    }

    private static Sign lock(DoorStatus door, Texts texts) {
        var word = texts.word(door.lock());
        return switch (door.lock()) {
            case LOCKED -> isMismatch(door) ? Sign.act(word) : Sign.quiet("locked", word);
            case UNLOCKED -> isMismatch(door) ? Sign.act(word) : Sign.info("unlocked", word);
            case UNKNOWN -> Sign.unknown(word);
            case FAULT -> Sign.stop(word);
        };
    }

    private static Sign contact(DoorPhysicalState contact, Texts texts) {
        var word = texts.word(contact);
        return switch (contact) {
            case CLOSED -> Sign.quiet("closed", word);
            case OPEN -> Sign.info("open", word);
            case UNKNOWN -> Sign.unknown(word);
            case FAULT -> Sign.stop(word);
        };
    }

    private static List<Sign> troubles(DoorStatus door, Texts texts) {
        var troubles = new ArrayList<Sign>();
        if (door.alarm() == DoorAlarm.DOOR_FORCED_OPEN) {
            troubles.add(Sign.stop(texts.get("door.forced")));
        }
        if (door.alarm() == DoorAlarm.DOOR_OPEN_TOO_LONG) {
            troubles.add(Sign.act(texts.get("door.held")));
        }
        if (door.jammed()) {
            troubles.add(Sign.act(texts.get("door.jammed")));
        } else if (door.notOpening()) {
            troubles.add(Sign.act(texts.get("door.not-opening")));
        } else if (isMismatch(door)) {
            troubles.add(Sign.act(texts.get("door.mismatch")));
        }
        if (door.lock() == LockState.FAULT) {
            troubles.add(Sign.stop(texts.get("door.lock-fault")));
        }
        if (door.contact() == DoorPhysicalState.FAULT) {
            troubles.add(Sign.stop(texts.get("door.contact-fault")));
        }
        return troubles;
    }

    private static boolean isMismatch(DoorStatus door) {
        return (door.told() == LockCommand.LOCK && door.lock() == LockState.UNLOCKED)
                || (door.told() == LockCommand.UNLOCK && door.lock() == LockState.LOCKED);
    }
}
