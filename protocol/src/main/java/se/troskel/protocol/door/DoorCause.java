package se.troskel.protocol.door;

/// Who or what moved a lock or opened a door.
public enum DoorCause {
    CREDENTIAL,
    STAFF,
    /// Somebody who comes back from an errand during their exam.
    ERRAND,
    SCHEDULE,
    REQUEST_TO_EXIT,
    BREAK_GLASS,
    FIRE,
    /// The burglar alarm of the building.
    BURGLAR_ALARM,
    /// The end of a pulse or of an unlocked period.
    TIME,
    RESTART,
    /// A key, another system, or force: nothing of ours.
    OTHER
}
