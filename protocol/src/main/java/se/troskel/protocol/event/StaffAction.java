package se.troskel.protocol.event;

/// What staff did on a staff page or in the terminal's staff mode.
public enum StaffAction {
    LOGGED_IN,
    LOG_IN_REFUSED,
    LOGGED_OUT,
    DOOR_UNLOCKED,
    DOOR_LOCKED,
    DOOR_BLOCKED,
    DOOR_UNBLOCKED,
    CARD_BLOCKED,
    CARD_UNBLOCKED,
    TICKET_ISSUED,
    IMPORTED,
    IMPORT_UNDONE,
    /// One candidate of an exam was added, corrected, moved or cancelled by hand.
    CANDIDATE_EDITED,
    STUDENT_ENROLLED,
    /// Everybody on the list of those inside was found to have left.
    VISITS_ENDED,
    /// Asked why somebody would be let in or not; whom it was about is not recorded.
    ASKED_WHY,
    ACCOUNT_MADE,
    ACCOUNT_ENDED,
    /// Whose card opens staff mode for an account.
    CARD_LINKED,
    /// What an account may do.
    ACCOUNT_CHANGED,
    CARD_LENT,
    /// A day pass: a printed code and a PIN for somebody who works here today.
    PASS_MADE,
    PASS_ENDED,
    BREAK_GLASS_MADE,
    BREAK_GLASS_REMOVED,
    /// Somebody has seen that break-glass was used.
    BREAK_GLASS_SEEN,
    /// An exam record was made and signed; its id says of which sitting.
    EXAM_RECORD_MADE,
    /// Candidates of a sitting are mailed their confirmations.
    CONFIRMATIONS_SENT
}
