package se.troskel.protocol.decision;

/// How a centre is open at an instant.
public enum OpeningMode {
    /// Open, and somebody is at the desk.
    STAFFED,
    /// Open to those with a right to enter by themselves (meröppet); nobody is at the desk.
    UNSTAFFED,
    /// A working day, outside the opening hours.
    OUT_OF_HOURS,
    /// A closed day (holiday, planned closure).
    CLOSED
}
