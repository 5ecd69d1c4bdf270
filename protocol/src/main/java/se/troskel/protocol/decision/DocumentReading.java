package se.troskel.protocol.decision;

/// What a machine could make of an identity document.
public enum DocumentReading {
    /// It has nothing to be read by a machine, or there is no machine here.
    NOT_READ,
    /// The lines were read and their check digits hold.
    LINES_READ,
    /// The chip was read, and its signature leads to the issuing state (passive authentication).
    CHIP_TRUSTED,
    /// The chip was read, and its signature does not hold or its issuer is not known here.
    CHIP_UNTRUSTED
}
