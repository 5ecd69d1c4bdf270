package se.troskel.protocol.decision;

/// Why somebody was answered as they were at an exam. Public API: codes are added, never reused or
/// renamed; a kiosk that does not know a code shows a sentence of its own, never the code. None of
/// them accuses anybody. Source: DOMAIN 4.5 decision table.
public enum ExamReason {
    /// Registered, in time, the document read and its data the same.
    PRE_OK(Tone.OK, false),
    /// As `PRE_OK`, of somebody with a protected identity: neither name nor course is shown.
    PRE_OK_PRIVATE(Tone.OK, false),
    /// An invigilator has approved the identity.
    ADMITTED(Tone.OK, true),
    /// Back from an errand: the document fetched, the restroom, an evacuation.
    BACK_IN(Tone.OK, true),
    /// Late, and let in now.
    LATE_ADMIT(Tone.OK, true),
    /// The number is the same, the name is another.
    NAME_VARIANT(Tone.OK, false),
    /// Two exams at the same time: one seat, two papers.
    DOUBLE_EXAM(Tone.OK, false),
    /// Decided without a network, as always. Said beside another reason only.
    OFFLINE_OK(Tone.OK, false),
    /// The document has to be looked at: nothing on it was read by a machine.
    MANUAL_ID(Tone.INFO, false),
    /// The chip was read, and its signature could not be checked or did not hold.
    DOC_UNTRUSTED(Tone.INFO, false),
    /// Name and date of birth are the same, the numbers are not.
    NUMBER_VARIANT(Tone.INFO, false),
    /// The document and the registration do not fit.
    ID_MISMATCH(Tone.INFO, false),
    ID_POLICE_REPORT(Tone.INFO, false),
    /// A rule stands against it that nobody at the university has confirmed, or the clock cannot be
    /// believed: the invigilator decides.
    INVIGILATOR_DECIDES(Tone.INFO, false),
    /// There is no list, or the university has taken it back.
    OFFLINE_UNKNOWN(Tone.INFO, false),
    /// Two registrations fit, or two people.
    AMBIGUOUS(Tone.INFO, false),
    TOO_EARLY(Tone.WAIT, false),
    LATE_WAIT(Tone.WAIT, false),
    /// An invigilator did not recognise the holder of the document.
    ID_REJECTED(Tone.WAIT, false),
    /// As many people as the room may hold have been counted in it.
    ROOM_FULL(Tone.WAIT, false),
    /// Not on the list; they may write if there is a seat and a paper left.
    WAITLIST(Tone.WAIT, false),
    DOC_EXPIRED(Tone.ACT, false),
    DOC_TYPE_NOT_ACCEPTED(Tone.ACT, false),
    NO_ID_CAN_FETCH(Tone.ACT, false),
    NO_ID_DENIED(Tone.ACT, false),
    WRONG_SITE(Tone.ACT, false),
    NOT_REGISTERED(Tone.ACT, false),
    CANCELLED(Tone.ACT, false),
    TOO_LATE(Tone.ACT, false),
    /// Let in already.
    DUPLICATE(Tone.ACT, false),
    PAYMENT_DUE(Tone.ACT, false),
    DEVICE_FAULT(Tone.ACT, false),
    /// Staff only: the exception takes a second approval.
    SECOND_APPROVAL_NEEDED(Tone.WAIT, false),
    /// Staff only: the exception takes the exam coordinator.
    COORDINATOR_NEEDED(Tone.WAIT, false),
    /// Staff only: what was done takes a reason.
    REASON_NEEDED(Tone.ACT, false),
    EVACUATE(Tone.STOP, false),
    /// The terminal is back at its start, empty.
    RESET(Tone.INFO, false);

    private final Tone tone;
    private final boolean letIn;

    ExamReason(Tone tone, boolean letIn) {
        this.tone = tone;
        this.letIn = letIn;
    }

    public Tone tone() {
        return tone;
    }

    /// Whether the room's door is unlocked with it.
    public boolean isLetIn() {
        return letIn;
    }
}
