package se.troskel.controller.door;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.door.DoorHappening;

/// What a door's state machine wants done.
public sealed interface DoorEffect {
    /// Unlock for at most `max`.
    record Unlock(Duration max) implements DoorEffect {}

    /// The lock did not move: let go of it for a moment and unlock once more, for at most `max`.
    record UnlockAgain(Duration max) implements DoorEffect {}

    /// Unlock until told to lock: only while fire is latched.
    record Release() implements DoorEffect {}

    /// Lock now.
    record Lock() implements DoorEffect {}

    /// Append to the journal.
    ///
    /// @param lasted how long an unlock may last or a door stood open; null where there is none
    record Append(DoorHappening what, @Nullable DoorCause cause, @Nullable Duration lasted)
            implements DoorEffect {}

    /// Sound at the door.
    record Sound(Cue cue) implements DoorEffect {
        /// What is sounded.
        public enum Cue {
            GRANTED,
            CLOSE_THE_DOOR,
            ALARM,
            QUIET
        }
    }

    /// The door's published status changed.
    record StatusChanged() implements DoorEffect {}
}
