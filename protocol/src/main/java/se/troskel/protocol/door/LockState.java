package se.troskel.protocol.door;

/// What the lock's own monitor says.
public enum LockState {
    LOCKED,
    UNLOCKED,
    /// No monitor, or nothing heard from it.
    UNKNOWN,
    FAULT
}
