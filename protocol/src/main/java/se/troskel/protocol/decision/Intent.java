package se.troskel.protocol.decision;

/// What the person came to the reader for.
public enum Intent {
    ENTER,
    LEAVE
}
