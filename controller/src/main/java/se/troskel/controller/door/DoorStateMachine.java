package se.troskel.controller.door;

import java.util.List;
import java.util.OptionalLong;
import se.troskel.protocol.door.DoorAlarm;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPhysicalState;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.door.LockState;

/// One door.
public final class DoorStateMachine {
    /// The state before anything was sensed: locked, everything else unknown.
    public DoorState initial() {
        return new DoorState(
                DoorMode.LOCKED,
                LockCommand.LOCK,
                LockState.UNKNOWN,
                DoorPhysicalState.UNKNOWN,
                DoorAlarm.NORMAL,
                false,
                null);
    }

    /// One step. `nowNanos` is monotonic.
    public Transition step(DoorState state, DoorInput input, long nowNanos) {
        return new Transition(state, List.of());
    }

    /// When a [DoorInput.Tick] is due; empty for never.
    public OptionalLong nextDeadline(DoorState state) {
        return OptionalLong.empty();
    }
}
