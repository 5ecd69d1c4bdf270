package se.troskel.simulation.queue;

/// What keeps a candidate from going straight to a seat.
public enum Trouble {
    /// Has no identity document along.
    NO_DOCUMENT,
    /// Is registered at another centre.
    OTHER_CENTRE,
    /// Is on no list.
    NOT_LISTED,
    /// Is registered under a T-number that does not go with the passport.
    OTHER_NUMBER,
    /// The passport is out of date.
    EXPIRED_DOCUMENT
}
