package se.troskel.controller.door;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Door;
import se.troskel.protocol.door.DoorAlarm;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPhysicalState;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.door.LockState;

/// One door. Immutable and pure; any thread, never blocks. People leave by the door's own hardware:
/// no state here can hinder that.
///
/// The phase is the door's mode. How inputs move it (`=` stays; deadlines that have passed are
/// served before the input, so a door opened at the very end of a pulse is opened after it):
///
/// ```
/// phase    | Granted  | UnlockedFor | LockedNow | Block   | Unblock | Close          | End
/// ---------+----------+-------------+-----------+---------+---------+----------------+-------
/// LOCKED   | ACCESSED | UNLOCKED    | =         | BLOCKED | =       | =              | =
/// ACCESSED | =        | UNLOCKED    | LOCKED    | BLOCKED | =       | = LOCKED       | LOCKED
/// UNLOCKED | =        | =           | LOCKED    | BLOCKED | =       | =              | LOCKED
/// BLOCKED  | =        | =           | =         | =       | LOCKED  | =              | =
/// ```
///
/// Close is the contact closing; End is the end of the unlocking. What the table does not show:
/// - **Grant.** Unlocks for the access time. The lock is told to lock as soon as the door has been
///   opened and closed again, so that nobody slips in behind; after a second grant in the same
///   pulse only its end does. A further grant extends, never shortens. A pulse that ends with the
///   door never seen open is no entry, if the contact could have seen it.
/// - **Exit.** A request to exit unlocks nothing, since the way out is the handle; for one access
///   time it tells a leaving from a forced opening, in every phase.
/// - **Forced open** is raised when the contact goes from closed to open while told to lock,
///   outside an exit window, and no other way of opening is allowed at the hour (INV-04). An
///   opening out of [DoorPhysicalState#UNKNOWN] or [DoorPhysicalState#FAULT] was not seen, so it is
///   no alarm; the fault itself is recorded.
/// - **Open too long** counts from the opening, or from the end of an unlocked period, in every
///   phase but UNLOCKED. It is raised once per opening. Any alarm ends, and its clear is sent, only
///   when the contact says closed (INV-05).
/// - **Jam.** Told to unlock, and the monitor still says locked [#JAM_GRACE] later; cleared when it
///   is seen unlocked.
/// - **Restart.** Told to lock; a block and a standing alarm are kept, no new one is raised
///   (INV-06).
///
/// A FOREIGN door is opened by its own system at any hour, so there an opening of which we know
/// nothing is allowed until an [DoorInput.OpenedOtherwiseAllowed] says otherwise. What no contact
/// or monitor senses stays UNKNOWN and raises nothing.
public final class DoorStateMachine {
    /// How long a lock may take to move.
    static final Duration JAM_GRACE = Duration.ofSeconds(1);

    private final Door door;

    public DoorStateMachine(Door door) {
        this.door = door;
    }

    /// The state before anything was sensed: locked, everything else unknown.
    public DoorState initial() {
        return new DoorState(
                DoorMode.LOCKED,
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
            case DoorInput.Blocked block -> step.block(block.blocked());
            case DoorInput.RequestToExitPressed _ -> step.requestToExit();
            case DoorInput.ContactChanged changed -> step.contact(changed.contact());
            case DoorInput.LockMonitorChanged changed -> step.monitor(changed.lock());
            case DoorInput.OpenedOtherwiseAllowed otherwise ->
                    step.otherwiseAllowed(otherwise.allowed());
            case DoorInput.Tick _ -> {}
            case DoorInput.Restarted restarted ->
                    step.restart(restarted.contact(), restarted.lock());
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
