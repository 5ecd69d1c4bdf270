package se.troskel.region.page;

import java.time.Instant;
import se.troskel.protocol.door.DoorAlarm;
import se.troskel.protocol.door.DoorPhysicalState;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.door.LockState;
import se.troskel.protocol.mqtt.DoorStatus;

/// A door in words: what the lock was told, what it says, what the contact says, side by side and
/// each possibly "?"; then what is wrong (UX D8).
///
/// @param order the standing order that it acts under; empty when it acts as usual
/// @param trouble empty when nothing is wrong
/// @param severity `quiet`, `act` (somebody should look) or `stop` (forced)
/// @param since when it became so
public record DoorLine(
        String name,
        String told,
        String lock,
        String contact,
        String order,
        String trouble,
        String severity,
        Instant since) {
    static DoorLine of(DoorStatus door) {
        String trouble = trouble(door);
        String severity = trouble.isEmpty() ? "quiet" : "act";
        return new DoorLine(
                door.name(),
                door.told() == LockCommand.LOCK ? "låst" : "olåst",
                switch (door.lock()) {
                    case LOCKED -> "låst";
                    case UNLOCKED -> "olåst";
                    case UNKNOWN -> "?";
                    case FAULT -> "fel";
                },
                switch (door.contact()) {
                    case OPEN -> "öppen";
                    case CLOSED -> "stängd";
                    case UNKNOWN -> "?";
                    case FAULT -> "fel";
                },
                order(door.posture()),
                trouble,
                door.alarm() == DoorAlarm.DOOR_FORCED_OPEN ? "stop" : severity,
                door.at());
    }

    private static String order(DoorPosture posture) {
        return switch (posture) {
            case NORMAL -> "";
            case EXAM_PREPARE -> "tenta: förbereds";
            case EXAM_ADMIT -> "tenta: insläpp";
            case EXAM_CLOSED -> "tenta: stängt";
            case EXAM_QUIET -> "tenta: tyst";
            case BLOCKED -> "spärrad";
            case ARMED -> "larmad";
            case LOCKED_DOWN -> "inrymning";
            case FIRE -> "brandlarm";
        };
    }

    boolean isTrouble() {
        return !trouble.isEmpty();
    }

    private static String trouble(DoorStatus door) {
        return switch (door.alarm()) {
            case DOOR_FORCED_OPEN -> "uppbruten";
            case DOOR_OPEN_TOO_LONG -> "uppställd för länge";
            case NORMAL -> mismatch(door);
        };
    }

    private static String mismatch(DoorStatus door) {
        if (door.jammed()) {
            return "låset kärvar";
        }
        if (door.notOpening()) {
            return "öppnas inte";
        }
        if (door.lock() == LockState.FAULT || door.contact() == DoorPhysicalState.FAULT) {
            return "givarfel";
        }
        boolean toldLocked = door.told() == LockCommand.LOCK;
        if (toldLocked && door.lock() == LockState.UNLOCKED) {
            return "låset är olåst";
        }
        if (!toldLocked && door.lock() == LockState.LOCKED) {
            return "låset är låst";
        }
        boolean openWhileLocked = toldLocked && door.contact() == DoorPhysicalState.OPEN;
        return openWhileLocked ? "står öppen" : "";
    }
}
