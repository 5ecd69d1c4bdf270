package se.troskel.protocol.decision;

/// Why an everyday check-in was answered as it was. Public API: codes are added, never reused or
/// renamed; a kiosk that does not know a code shows a sentence of its own, never the code. Source:
/// DOMAIN 5.1 decision table.
public enum CheckInReason {
    CHECKED_IN(Tone.OK, true),
    CHECKED_OUT(Tone.OK, true),
    ROOM_GRANTED(Tone.OK, true),
    /// A guest, group or child was counted; no person is known.
    VISIT_COUNTED(Tone.OK, true),
    /// The card is good but this door asks for its PIN at this hour; nothing is decided yet.
    PIN_REQUIRED(Tone.INFO, false),
    PIN_WRONG(Tone.ACT, false),
    PIN_LOCKED(Tone.ACT, false),
    AGREEMENT_MISSING(Tone.ACT, false),
    /// Shown word for word as `UNKNOWN`, so that a finder of a lost card learns nothing.
    BLOCKED(Tone.ACT, false),
    UNKNOWN(Tone.ACT, false),
    EXPIRED(Tone.ACT, false),
    /// A card that was lent until midnight, after midnight.
    LOAN_OVER(Tone.ACT, false),
    OUT_OF_HOURS(Tone.ACT, false),
    CLOSED(Tone.ACT, false),
    TOKEN_EXPIRED(Tone.ACT, false),
    TOKEN_USED(Tone.ACT, false),
    /// A ticket whose day or window has not come.
    TOKEN_EARLY(Tone.WAIT, false),
    /// Not a ticket of ours, or one whose signature does not hold.
    TOKEN_UNREADABLE(Tone.ACT, false),
    WRONG_SITE(Tone.ACT, false),
    ROOM_EARLY(Tone.WAIT, false),
    FULL(Tone.ACT, false),
    /// The credential points at more than one person: refused, not guessed.
    AMBIGUOUS(Tone.ACT, false),
    /// A guest outside staffed hours.
    GUEST_NEEDS_STAFF(Tone.ACT, false),
    /// The door is blocked, locked down or out of service.
    DOOR_UNAVAILABLE(Tone.ACT, false),
    /// The door asks for two people, and this is the first of them: nobody is let in yet.
    SECOND_PERSON_NEEDED(Tone.WAIT, false),
    /// The burglar alarm is set: nothing is unlocked until it is unset at its own panel.
    BUILDING_ARMED(Tone.ACT, false),
    /// A break-glass credential: let in whatever stands against it, loudly.
    BREAK_GLASS(Tone.ACT, true),
    /// The journal refuses: entry stays locked, leaving is free.
    NOT_RECORDED(Tone.ACT, false),
    /// Too many wrong short codes at this terminal.
    CODE_PAUSED(Tone.WAIT, false),
    /// The card was read for a new student whom staff is enrolling.
    ENROLMENT_CARD_READ(Tone.INFO, false),
    /// Answered for an exam: the answer's `exam` says how.
    EXAM(Tone.INFO, false),
    EVACUATE(Tone.STOP, false);

    private final Tone tone;
    private final boolean granted;

    CheckInReason(Tone tone, boolean granted) {
        this.tone = tone;
        this.granted = granted;
    }

    public Tone tone() {
        return tone;
    }

    /// Whether the person was let in, out, or counted. False for everything undecided or refused.
    public boolean isGranted() {
        return granted;
    }
}
