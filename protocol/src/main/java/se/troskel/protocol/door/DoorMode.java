package se.troskel.protocol.door;

/// How a door stands by order of schedule, staff or fire (ONVIF DoorMode). Egress by handle is
/// possible in every mode.
public enum DoorMode {
    LOCKED,
    UNLOCKED,
    /// Unlocked for a moment after a grant.
    ACCESSED,
    /// Entry refused to everybody until staff lifts it.
    BLOCKED,
    LOCKED_DOWN,
    UNKNOWN
}
