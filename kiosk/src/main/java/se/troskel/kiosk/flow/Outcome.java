package se.troskel.kiosk.flow;

import se.troskel.protocol.decision.Tone;
import se.troskel.protocol.kiosk.Answer;

/// What a result screen shows.
public sealed interface Outcome {
    Tone tone();

    /// The controller's answer.
    record Answered(Answer answer) implements Outcome {
        @Override
        public Tone tone() {
            return answer.reason().tone();
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
