package se.troskel.controller.exam;

/// Why a line does not fit into the log.
public enum NoteProblem {
    /// There is a line of this id.
    WRITTEN_ALREADY,
    /// There is no such candidate or sitting.
    UNKNOWN,
    /// It is said to have happened after now.
    IN_FUTURE,
    /// Let in already.
    LET_IN_ALREADY,
    /// Not let in yet.
    NOT_LET_IN,
    /// Out already.
    OUT_ALREADY,
    /// Not out.
    NOT_OUT,
    /// Back before going out.
    BACK_BEFORE_OUT,
    /// Out, and to come back first.
    IS_OUT,
    /// Has handed in.
    HANDED_IN,
    /// The package was further on at that time.
    PAPERS_BACKWARDS,
    /// Interrupted already.
    INTERRUPTED_ALREADY,
    NOT_INTERRUPTED,
    /// There is no such line, or not of the kind.
    NO_SUCH_NOTE,
    /// Something later rests on it, which has to be undone first.
    NOT_LAST,
    UNDONE_ALREADY,
    /// By the same person as the exception.
    SAME_PERSON
}
