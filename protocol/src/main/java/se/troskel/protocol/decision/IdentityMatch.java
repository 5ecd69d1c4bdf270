package se.troskel.protocol.decision;

/// How well an identity document fits the registration of an exam. None of these admits anybody: a
/// person compares the face and decides. Source: DOMAIN 4.5 rows 1, 11, 12 and chapter 7.
public enum IdentityMatch {
    /// Number and name are the same.
    EXACT,
    /// The number is the same, the name is not: marriage, another spelling.
    NAME_VARIANT,
    /// Name and date of birth are the same, the numbers are not: a T-number registered, a
    /// personnummer shown.
    NUMBER_VARIANT,
    /// Name and date of birth are the same, and one side has no number, or one that proves nothing.
    DOB_NAME,
    /// They do not fit.
    NONE
}
