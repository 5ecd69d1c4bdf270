package se.troskel.controller.register;

/// What was found damaged of the register, as long as the damaged part is kept beside it.
public enum RegisterDamage {
    NONE,
    /// Its database, and nothing is missing: it was made anew from the log.
    MENDED,
    /// Its log: changes that were only there may be missing.
    CHANGES_MAY_BE_MISSING
}
