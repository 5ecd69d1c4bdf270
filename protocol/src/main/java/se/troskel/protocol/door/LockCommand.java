package se.troskel.protocol.door;

/// What the lock was told last. Not what it did: that is [LockState].
public enum LockCommand {
    LOCK,
    UNLOCK
}
