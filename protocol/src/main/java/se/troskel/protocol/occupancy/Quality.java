package se.troskel.protocol.occupancy;

/// How sure a number of people is.
public enum Quality {
    /// Counted by every witness, and they agree: show the number.
    HIGH,
    /// Witnesses missing or differing a little: show "about".
    MEDIUM,
    /// One weak witness: show a word only.
    LOW,
    /// Nothing known: show "unknown", never 0.
    NONE
}
