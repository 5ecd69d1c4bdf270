package se.troskel.protocol.decision;

/// What the invigilator has to do about a candidate. Source: DOMAIN 4.5, last column.
public enum InvigilatorTask {
    NOTHING,
    /// Compare the face, then approve or reject.
    COMPARE_FACE,
    /// Look at validity, number and face, then approve or reject.
    CHECK_DOCUMENT,
    /// As `CHECK_DOCUMENT`, and write both numbers in the note to the university.
    CONFIRM_NUMBERS,
    /// The name differs: confirm that it is the same person.
    CONFIRM_NAME,
    /// Decide by what the university says, with a reason.
    DECIDE,
    /// Hand out the paper.
    HAND_OUT_PAPER,
    /// Hand out both papers.
    HAND_OUT_PAPERS,
    /// Take care that the candidate has not seen the paper.
    KEEP_PAPER_UNSEEN,
    /// Look at the police report and its date.
    CHECK_POLICE_REPORT,
    /// Choose which exam, or which person, it is.
    CHOOSE,
    /// Let in if there is a seat and a paper left.
    DECIDE_SEAT,
    /// Show the candidate quietly to the seat.
    SEAT_QUIETLY,
    /// Find out how somebody who is inside comes from outside.
    VERIFY,
    /// Give the reason and call the exam coordinator.
    CALL_COORDINATOR,
    /// Open another room.
    OPEN_OTHER_ROOM,
    /// Tick off on paper, and enter it here later.
    USE_PAPER,
    /// Write down that and why somebody may not write.
    RECORD_REFUSAL,
    /// Have another staff member approve as well.
    GET_SECOND_APPROVAL,
    GIVE_REASON,
    LEAVE_BUILDING
}
