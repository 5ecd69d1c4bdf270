package se.troskel.controller.journal;

/// How long a local body may be kept; the days are configuration (DOMAIN L2).
public enum RetentionClass {
    /// Who came and went.
    ACCESS,
    /// Who on the staff did what.
    STAFF,
    /// Who wrote which exam and how it went.
    EXAM,
    /// Facts without a person that must survive a restart: used tickets, blocked cards.
    OPERATION
}
