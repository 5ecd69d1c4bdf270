package se.troskel.protocol.door;

/// The standing order under which a door acts, in ascending precedence: where several are given,
/// the last of them here counts. None can hinder anybody from leaving; requests to exit and
/// break-glass work in all of them.
public enum DoorPosture {
    /// Schedule, staff and granted credentials unlock.
    NORMAL(Entry.GRANTED, true, false),
    /// An exam room before admission: staff only; a seat is no right yet, whatever the clock says.
    EXAM_PREPARE(Entry.STAFF, false, false),
    /// Admission to an exam: those with a seat one by one, never a schedule.
    EXAM_ADMIT(Entry.GRANTED, false, false),
    /// After the last entry: only whom staff lets in, and those who come back from an errand. Going
    /// out and coming back is a right (DOMAIN 4.5 row 20), so nobody has to open for them.
    EXAM_CLOSED(Entry.RETURNING, false, false),
    /// The same, and the door makes no sound.
    EXAM_QUIET(Entry.RETURNING, false, true),
    /// Out of service by order of staff: entry refused to everybody.
    BLOCKED(Entry.NOBODY, false, false),
    /// The burglar alarm is set: no unlocking until it is unset at its own panel.
    ARMED(Entry.NOBODY, false, false),
    LOCKED_DOWN(Entry.NOBODY, false, false),
    /// Fire is latched: nobody is admitted, released doors stand open, nothing locks.
    FIRE(Entry.NOBODY, false, true);

    private final Entry entry;
    private final boolean scheduled;
    private final boolean silent;

    DoorPosture(Entry entry, boolean scheduled, boolean silent) {
        this.entry = entry;
        this.scheduled = scheduled;
        this.silent = silent;
    }

    /// Who can be let in.
    public Entry entry() {
        return entry;
    }

    /// Whether a schedule may unlock.
    public boolean isScheduled() {
        return scheduled;
    }

    /// Whether the door keeps quiet, alarms included; they are still recorded and shown.
    public boolean isSilent() {
        return silent;
    }

    /// Who can be let in, each fewer than the one before.
    public enum Entry {
        /// Whoever the access decision grants.
        GRANTED,
        /// Staff, whom staff lets in, and candidates who are out on an errand.
        RETURNING,
        /// Staff, and whom staff lets in.
        STAFF,
        NOBODY
    }
}
