package se.troskel.kiosk.flow;

/// A short sound; each has a visible equivalent on the screen (EN 301 549 5.1.5).
public enum Cue {
    /// Something was read.
    TICK,
    OK,
    /// The person has to wait or to do something.
    ACT,
    FAULT,
    /// The time is nearly up.
    WARNING
}
