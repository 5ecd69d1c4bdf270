package se.troskel.protocol.door;

/// What happened at a door.
public enum DoorHappening {
    UNLOCKED,
    LOCKED,
    OPENED,
    CLOSED,
    REQUEST_TO_EXIT,
    FORCED_OPEN,
    FORCED_OPEN_CLEARED,
    /// The warning before [#OPEN_TOO_LONG].
    OPEN_TOO_LONG_SOON,
    OPEN_TOO_LONG,
    OPEN_TOO_LONG_CLEARED,
    /// Unlocked for a person, and the door was not opened.
    NO_ENTRY,
    /// Opened by key or another system where that is allowed.
    OPENED_OTHERWISE,
    /// Told to unlock, and the lock's monitor says locked.
    LOCK_JAMMED,
    LOCK_JAM_CLEARED,
    /// Told to unlock, and the monitor said locked: told once more.
    LOCK_RETRIED,
    /// Unlocked for people twice in a row, and never opened: perhaps it cannot be.
    NOT_OPENING,
    NOT_OPENING_CLEARED,
    /// Somebody came in who had come in before and not gone out; who is in the local body.
    CAME_IN_AGAIN,
    CONTACT_FAULT,
    CONTACT_FAULT_CLEARED,
    MODE_CHANGED
}
