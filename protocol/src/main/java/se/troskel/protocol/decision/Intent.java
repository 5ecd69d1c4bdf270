package se.troskel.protocol.decision;

/// What the person came to the reader for.
public enum Intent {
    ENTER,
    LEAVE,
    /// To write an exam, said before anything was shown: the answer is about an exam only.
    EXAM
}
