package se.troskel.protocol.event;

/// The health of a device or terminal.
public enum DeviceHealth {
    ONLINE,
    OFFLINE,
    FAULT,
    UNKNOWN
}
