package se.troskel.protocol.kiosk;

/// What a terminal asks somebody who came for an exam, before the answer is complete.
public enum ExamAsk {
    /// Which of the exams in [se.troskel.protocol.decision.ExamDetails#choices] they write now.
    SITTING,
    /// Which identity document they will show.
    DOCUMENT
}
