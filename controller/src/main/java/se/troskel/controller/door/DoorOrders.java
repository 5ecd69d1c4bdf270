package se.troskel.controller.door;

import org.jspecify.annotations.Nullable;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.door.DoorPosture;

/// The standing orders given for one door, each by its own source, and which of them counts: the
/// highest of fire, lockdown, burglar alarm, block and exam ([DoorPosture]). An order that is
/// lifted uncovers the one beneath it. Immutable and pure.
///
/// @param fire whether fire is latched
/// @param lockedDown by staff: the door, its area or the centre
/// @param armed whether the building's burglar alarm is set
/// @param blocked by staff: out of service
/// @param exam one of the `EXAM_` postures; null outside exams
public record DoorOrders(
        boolean fire,
        boolean lockedDown,
        boolean armed,
        boolean blocked,
        @Nullable DoorPosture exam) {
    /// No order at all.
    public static final DoorOrders NONE = new DoorOrders(false, false, false, false, null);

    /// The order that counts.
    public DoorPosture posture() {
        if (fire) {
            return DoorPosture.FIRE;
        }
        if (lockedDown) {
            return DoorPosture.LOCKED_DOWN;
        }
        if (armed) {
            return DoorPosture.ARMED;
        }
        if (blocked) {
            return DoorPosture.BLOCKED;
        }
        return exam == null ? DoorPosture.NORMAL : exam;
    }

    /// Whether these let in somebody, or let a schedule unlock, where `others` do not: now, or once
    /// what covers both is lifted.
    public boolean isLooserThan(DoorOrders others) {
        return (others.fire && !fire)
                || (others.lockedDown && !lockedDown)
                || (others.armed && !armed)
                || (others.blocked && !blocked)
                || isLooser(exam(), others.exam());
    }

    private static boolean isLooser(@Nullable DoorPosture exam, @Nullable DoorPosture other) {
        DoorPosture one = exam == null ? DoorPosture.NORMAL : exam;
        DoorPosture before = other == null ? DoorPosture.NORMAL : other;
        return one.entry().compareTo(before.entry()) < 0
                || (one.isScheduled() && !before.isScheduled());
    }

    /// Whose orders a posture is; null for [DoorPosture#NORMAL], which is nobody's.
    public static @Nullable DoorCause source(DoorPosture posture) {
        return switch (posture) {
            case NORMAL -> null;
            case EXAM_PREPARE, EXAM_ADMIT, EXAM_CLOSED, EXAM_QUIET, BLOCKED, LOCKED_DOWN ->
                    DoorCause.STAFF;
            case ARMED -> DoorCause.BURGLAR_ALARM;
            case FIRE -> DoorCause.FIRE;
        };
    }

    public DoorOrders withFire(boolean latched) {
        return new DoorOrders(latched, lockedDown, armed, blocked, exam);
    }

    public DoorOrders withLockdown(boolean down) {
        return new DoorOrders(fire, down, armed, blocked, exam);
    }

    public DoorOrders withArmed(boolean set) {
        return new DoorOrders(fire, lockedDown, set, blocked, exam);
    }

    public DoorOrders withBlock(boolean block) {
        return new DoorOrders(fire, lockedDown, armed, block, exam);
    }

    /// With another exam posture.
    ///
    /// @param ordered an `EXAM_` posture; null to end it
    public DoorOrders withExam(@Nullable DoorPosture ordered) {
        return new DoorOrders(fire, lockedDown, armed, blocked, ordered);
    }
}
