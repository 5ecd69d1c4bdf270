package se.troskel.kiosk.flow;

/// The buttons whose meaning is the same on every screen that has them.
public enum Button {
    ERASE,
    CONFIRM,
    CANCEL,
    /// Show this result longer.
    LONGER,
    /// More time, on the time-out warning.
    EXTEND,
    /// Type the short code that is printed under a ticket's QR code.
    TYPE_CODE,
    /// A visit without a card.
    GUESTS,
    /// Nobody in the group has a card.
    NO_CARD,
    /// To check out.
    LEAVING,
    /// To write an exam.
    EXAM,
    /// Letters instead of digits on the keys, and back.
    LETTERS,
    HELP,
    /// To staff mode, on the result of a staff card.
    STAFF,
    UNLOCK,
    LOCK,
    /// To the other doors, or the usual documents.
    BACK,
    /// The next doors or documents, where there are more than fit.
    MORE
}
