package se.troskel.protocol.event;

/// How far the wall clock of a record can be believed.
public enum ClockTrust {
    /// Set by a time server within the configured time.
    SYNCED,
    /// Was synchronised; running on its own since.
    HOLDOVER,
    /// Never set since the start, or jumped.
    UNTRUSTED
}
