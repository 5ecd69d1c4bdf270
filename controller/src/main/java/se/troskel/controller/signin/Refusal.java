package se.troskel.controller.signin;

/// Why somebody whom the provider sent back is not logged in.
public enum Refusal {
    /// The provider cannot be reached, or does not answer as one.
    OUT_OF_REACH,
    /// Broken off at the provider.
    BROKEN_OFF,
    /// What came back is not believed.
    NOT_BELIEVED,
    /// The provider knows who it is; nothing that it says of them gives a role here.
    NO_ROLE
}
