package se.troskel.protocol.door;

/// How a door stands (ONVIF DoorMode). Egress by handle is possible in every mode. Who ordered it
/// is in the [DoorPosture].
public enum DoorMode {
    LOCKED,
    UNLOCKED,
    /// Unlocked for a moment after a grant.
    ACCESSED,
    /// Entry refused to everybody until staff lifts it.
    BLOCKED,
    LOCKED_DOWN,
    /// Released while fire is latched: unlocked until it is reset by hand.
    LOCKED_OPEN,
    UNKNOWN
}
