package se.troskel.protocol.event;

/// The health of a device or terminal.
public enum DeviceHealth {
    ONLINE,
    OFFLINE,
    FAULT,
    /// It raises an alarm of its own: its housing was opened, or the other system says so.
    ALARM,
    /// An input that does not change over where it should have: a button held pressed, a door
    /// contact that says the same through several passages.
    STUCK,
    /// An input that changes over too often to be believed.
    BOUNCING,
    /// The wire of an input with end-of-line resistors is cut.
    CUT,
    /// The wire of an input with end-of-line resistors is shorted.
    SHORTED,
    UNKNOWN
}
