package se.troskel.simulation.walk;

import java.util.OptionalLong;
import se.troskel.config.Door;
import se.troskel.controller.door.DoorInput;
import se.troskel.controller.door.DoorState;
import se.troskel.controller.door.DoorStateMachine;
import se.troskel.controller.door.Transition;

/// What is walked: a door's state machine, or one with a planted fault.
public interface DoorLogic {
    /// The state before anything was sensed.
    DoorState initial();

    /// One step at a monotonic instant.
    Transition step(DoorState state, DoorInput input, long nowNanos);

    /// When time alone changes the state; empty for never.
    OptionalLong nextDeadline(DoorState state);

    /// The production machine of a door.
    static DoorLogic of(Door door) {
        var machine = new DoorStateMachine(door);
        return new DoorLogic() {
            @Override
            public DoorState initial() {
                return machine.initial();
            }

            @Override
            public Transition step(DoorState state, DoorInput input, long nowNanos) {
                return machine.step(state, input, nowNanos);
            }

            @Override
            public OptionalLong nextDeadline(DoorState state) {
                return machine.nextDeadline(state);
            }
        };
    }
}
