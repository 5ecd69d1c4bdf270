package se.troskel.kiosk.flow;

import java.util.UUID;
import se.troskel.protocol.decision.Purpose;

/// What the terminal does for the flow.
public sealed interface FlowEffect {
    /// Ask the controller; the answer comes back as an input with the same number.
    record Send(long number, Ask ask) implements FlowEffect {}

    /// Tell the controller what a visit is for; no answer is waited for.
    record SendPurpose(UUID visit, Purpose purpose) implements FlowEffect {}

    /// Tell the controller that staff mode was left; no answer is waited for.
    record SendStaffEnd(String token) implements FlowEffect {
        @Override
        public String toString() {
            return "SendStaffEnd[]";
        }
    }

    /// Make a sound.
    record Sound(Cue cue) implements FlowEffect {}

    /// Language, size, contrast, reach mode and sound back to default.
    record ResetTools() implements FlowEffect {}

    /// Too much was presented at once; the count goes to the log.
    record CountDropped() implements FlowEffect {}
}
