package se.troskel.protocol.door;

/// What the door contact says (ONVIF DoorPhysicalState).
public enum DoorPhysicalState {
    OPEN,
    CLOSED,
    /// No contact, or nothing heard from it.
    UNKNOWN,
    FAULT
}
