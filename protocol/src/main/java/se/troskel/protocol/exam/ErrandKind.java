package se.troskel.protocol.exam;

/// Why somebody goes out of an exam room who comes back.
public enum ErrandKind {
    FETCH_ID,
    RESTROOM,
    COAT,
    EVACUATION
}
