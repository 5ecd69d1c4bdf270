package se.troskel.protocol.event;

/// What kind of edit the register took.
public enum RegisterEditKind {
    IMPORT,
    IMPORT_UNDONE,
    /// One candidate of an exam, by hand.
    CANDIDATE,
    ENROLMENT,
    CARD_LENT,
    CARD_BLOCKED,
    CARD_UNBLOCKED,
    TICKET_ISSUED,
    BOOKINGS,
    STAFF_ACCOUNT,
    DAY_PASS,
    RETENTION
}
