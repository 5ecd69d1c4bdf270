package se.troskel.controller.door;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Door;
import se.troskel.protocol.door.DoorAlarm;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPhysicalState;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.door.LockState;

/// One door. Immutable and pure; any thread, never blocks. People leave by the door's own hardware:
/// no state here can hinder that.
///
/// The phase is the door's mode; the standing order ([DoorPosture]) says which inputs may move it.
/// How inputs move it under `NORMAL` (`=` stays; deadlines that have passed are served before the
/// input, so a door opened at the very end of a pulse is opened after it):
///
/// ```
/// phase    | Granted  | UnlockedFor | BreakGlass | LockedNow | Close    | End
/// ---------+----------+-------------+------------+-----------+----------+-------
/// LOCKED   | ACCESSED | UNLOCKED    | ACCESSED   | =         | =        | =
/// ACCESSED | =        | UNLOCKED    | =          | LOCKED    | = LOCKED | LOCKED
/// UNLOCKED | =        | =           | =          | LOCKED    | =        | LOCKED
/// ```
///
/// and what a standing order leaves of it:
///
/// ```
/// posture      | rests in    | Granted   | UnlockedFor   | BreakGlass  | on entering it
/// -------------+-------------+-----------+---------------+-------------+----------------------
/// NORMAL       | LOCKED      | all       | all           | ACCESSED    | what is permitted stays
/// EXAM_PREPARE | LOCKED      | staff     | staff         | ACCESSED    | what is permitted stays
/// EXAM_ADMIT   | LOCKED      | all       | staff         | ACCESSED    | what is permitted stays
/// EXAM_CLOSED  | LOCKED      | returning | staff         | ACCESSED    | what is permitted stays
/// EXAM_QUIET   | LOCKED      | returning | staff         | ACCESSED    | what is permitted stays
/// BLOCKED      | BLOCKED     | none      | none          | ACCESSED    | what is permitted stays
/// ARMED        | LOCKED      | none      | none          | ACCESSED    | what is permitted stays
/// LOCKED_DOWN  | LOCKED_DOWN | none      | none          | ACCESSED    | what is permitted stays
/// FIRE         | LOCKED      | none      | none          | LOCKED_OPEN | nothing locks
/// ```
///
/// Under `returning` staff, and those who come back from an errand during their exam. Close is the
/// contact closing; End is the end of the unlocking; an unlocking that the new order does not
/// permit ends with it, but never one by request to exit or break-glass. What the tables do not
/// show:
/// - **Grant.** Unlocks for the access time. The lock is told to lock as soon as the door has been
///   opened and closed again, so that nobody slips in behind; after a second grant in the same
///   pulse only its end does. A further grant extends, never shortens. A pulse that ends with the
///   door never seen open is no entry, if the contact could have seen it; after two in a row the
///   door counts as not opening until it is once seen to open.
/// - **Exit.** For one access time a request to exit tells a leaving from a forced opening, in
///   every phase and posture. It unlocks nothing, since the way out is the egress hardware; at a
///   door whose rules say so (a magnet lock's button) it also unlocks, in every posture.
/// - **Break-glass** unlocks for the extended time, in every posture, and is loud.
/// - **Fire.** A door with `releaseOnFire`, and one that stands unlocked, is released: mode
///   LOCKED_OPEN, without an end, until the latch is reset by hand. Nothing locks (INV-14), no
///   forced opening and none too long is raised, and the door is silent.
/// - **Forced open** is raised when the contact goes from closed to open while told to lock,
///   outside an exit window, and no other way of opening is allowed at the hour (INV-04). An
///   opening out of [DoorPhysicalState#UNKNOWN] or [DoorPhysicalState#FAULT] was not seen, so it is
///   no alarm; the fault itself is recorded.
/// - **Open too long** counts from the opening, or from the end of an unlocked period, in every
///   phase but UNLOCKED and LOCKED_OPEN. It is raised once per opening. Any alarm ends, and its
///   clear is sent, only when the contact says closed (INV-05).
/// - **Jam.** Told to unlock, and the monitor still says locked [#JAM_GRACE] later: told once more,
///   and after the same time again it is jammed, until it is seen unlocked.
/// - **Restart.** Told to lock; the standing order and a standing alarm are kept, no new one is
///   raised (INV-06). While fire is latched what is to be released is released at once.
///
/// A FOREIGN door is opened by its own system at any hour, so there an opening of which we know
/// nothing is allowed until an [DoorInput.OpenedOtherwiseAllowed] says otherwise. What no contact
/// or monitor senses stays UNKNOWN and raises nothing.
public final class DoorStateMachine {
    /// How long a lock may take to move.
    static final Duration JAM_GRACE = Duration.ofSeconds(1);

    /// So many unlockings in a row without the door being opened count as a fault.
    static final int NO_ENTRIES = 2;

    private final Door door;

    public DoorStateMachine(Door door) {
        this.door = door;
    }

    /// The state before anything was sensed: locked, everything else unknown.
    public DoorState initial() {
        return new DoorState(
                DoorMode.LOCKED,
                DoorPosture.NORMAL,
                LockCommand.LOCK,
                LockState.UNKNOWN,
                DoorPhysicalState.UNKNOWN,
                DoorAlarm.NORMAL,
                false,
                null,
                new DoorMemory(
                        null,
                        false,
                        false,
                        false,
                        door.kind() == Door.Kind.FOREIGN,
                        0,
                        false,
                        null,
                        null,
                        null,
                        null));
    }

    /// One step. `nowNanos` is monotonic. Never throws.
    public Transition step(DoorState state, DoorInput input, long nowNanos) {
        DoorStep step = new DoorStep(door, state, nowNanos);
        if (!(input instanceof DoorInput.Restarted)) {
            step.serveDeadlines();
        }
        switch (input) {
            case DoorInput.Granted granted -> step.grant(granted.duration(), granted.cause());
            case DoorInput.UnlockedFor unlocked ->
                    step.unlockFor(unlocked.duration(), unlocked.cause());
            case DoorInput.LockedNow locked -> step.lockNow(locked.cause());
            case DoorInput.Ordered ordered -> step.order(ordered.posture(), ordered.cause());
            case DoorInput.BreakGlassShown _ -> step.breakGlass();
            case DoorInput.RequestToExitPressed _ -> step.requestToExit();
            case DoorInput.ContactChanged changed -> step.contact(changed.contact());
            case DoorInput.LockMonitorChanged changed -> step.monitor(changed.lock());
            case DoorInput.OpenedOtherwiseAllowed otherwise ->
                    step.otherwiseAllowed(otherwise.allowed());
            case DoorInput.Tick _ -> {}
            case DoorInput.Restarted restarted ->
                    step.restart(restarted.contact(), restarted.lock(), restarted.posture());
        }
        return step.transition();
    }

    /// When a [DoorInput.Tick] is due; empty for never.
    public OptionalLong nextDeadline(DoorState state) {
        DoorMemory memory = state.memory();
        LongStream.Builder deadlines = LongStream.builder();
        add(deadlines, state.unlockedUntilNanos());
        add(deadlines, memory.jamAtNanos());
        Long heldFrom = memory.heldFromNanos();
        if (heldFrom != null) {
            Door.Times times = door.times();
            boolean warningDue = times.preAlarmSeconds() > 0 && !memory.warned();
            Duration until =
                    warningDue ? times.openTooLong().minus(times.preAlarm()) : times.openTooLong();
            deadlines.add(heldFrom + until.toNanos());
        }
        return deadlines.build().min();
    }

    private static void add(LongStream.Builder deadlines, @Nullable Long deadline) {
        if (deadline != null) {
            deadlines.add(deadline);
        }
    }
}
