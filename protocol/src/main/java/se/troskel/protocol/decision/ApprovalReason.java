package se.troskel.protocol.decision;

/// Why an invigilator rejected an identity or let somebody in against a rule.
public enum ApprovalReason {
    FACE_DIFFERS,
    DATA_DIFFER,
    DOCUMENT_DAMAGED,
    DOCUMENT_EXPIRED,
    DOCUMENT_STOLEN,
    KNOWN_TO_STAFF,
    UNIVERSITY_AGREED,
    WEATHER,
    TRANSPORT,
    SEAT_AND_PAPER_LEFT,
    OTHER
}
