package se.troskel.protocol.kiosk;

/// What became of a chosen PIN.
public record EnrolmentPinResult(Outcome outcome) {
    /// The outcomes.
    public enum Outcome {
        ACCEPTED,
        /// Like 1234, 8888 or a birth date: choose another one.
        TOO_EASY,
        /// The enrolment was ended at the desk or timed out.
        GONE
    }
}
