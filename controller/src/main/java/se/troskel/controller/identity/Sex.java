package se.troskel.controller.identity;

/// As an identity document or a university's list states it; compared, never shown.
public enum Sex {
    FEMALE,
    MALE,
    /// `X`, or not stated.
    UNSPECIFIED;

    /// Whether the two cannot be the same person's, as far as they say anything.
    boolean contradicts(Sex other) {
        return this != other && this != UNSPECIFIED && other != UNSPECIFIED;
    }
}
