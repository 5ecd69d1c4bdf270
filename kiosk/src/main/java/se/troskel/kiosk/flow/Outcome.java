package se.troskel.kiosk.flow;

import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.Tone;
import se.troskel.protocol.kiosk.Answer;

/// What a result screen shows.
public sealed interface Outcome {
    Tone tone();

    /// The controller's answer.
    record Answered(Answer answer) implements Outcome {
        /// Whether the person was in the house already, and may want to check out.
        public boolean isInside() {
            return Boolean.TRUE.equals(answer.inside());
        }

        @Override
        public Tone tone() {
            return answer.exam() == null ? answer.reason().tone() : answer.exam().reason().tone();
        }
    }

    /// The door that was unlocked for a person did not open.
    ///
    /// @param otherDoor name of another door to the same room; null when there is none
    record DoorShut(@Nullable String otherDoor) implements Outcome {
        @Override
        public Tone tone() {
            return Tone.ACT;
        }
    }

    /// The terminal's own word.
    record Told(Notice notice) implements Outcome {
        @Override
        public Tone tone() {
            return notice.tone();
        }
    }
}
