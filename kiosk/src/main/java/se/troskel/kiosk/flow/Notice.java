package se.troskel.kiosk.flow;

import se.troskel.protocol.decision.Tone;

/// What the terminal says of its own accord, without an answer of the controller.
public enum Notice {
    /// The reader gave nothing that can be asked about.
    UNREADABLE(Tone.ACT),
    /// The controller did not answer in time: nobody here knows whether it was recorded.
    NO_ANSWER(Tone.ACT),
    /// The controller could not use the question, or its answer made no sense.
    REFUSED(Tone.ACT),
    /// Nobody here knows whether a leaving was recorded.
    LEAVE_NO_ANSWER(Tone.INFO),
    /// A leaving could not be recorded.
    LEAVE_NOT_RECORDED(Tone.INFO),
    PIN_SAVED(Tone.OK),
    /// The enrolment ended at the desk, or timed out there.
    ENROLMENT_OVER(Tone.ACT),
    /// The card's PIN is not taken for a while.
    STAFF_PAUSED(Tone.ACT),
    /// The controller ended staff mode, or did not open it.
    STAFF_OVER(Tone.ACT),
    /// The controller did not answer in staff mode: nobody here knows how the door stands.
    STAFF_NO_ANSWER(Tone.ACT);

    private final Tone tone;

    Notice(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }
}
