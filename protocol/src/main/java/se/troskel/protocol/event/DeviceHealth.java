package se.troskel.protocol.event;

/// The health of a device or terminal.
public enum DeviceHealth {
    ONLINE,
    OFFLINE,
    FAULT,
    /// It raises an alarm of its own: its housing was opened, or the other system says so.
    ALARM,
    UNKNOWN
}
