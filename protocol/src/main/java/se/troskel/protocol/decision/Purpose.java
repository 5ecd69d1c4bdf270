package se.troskel.protocol.decision;

/// What a visit is for; the region sees the counts. Chosen on the terminal with one press, never
/// required.
public enum Purpose {
    STUDY,
    GROUP_WORK,
    EXAM,
    GUIDANCE,
    COURSE,
    OTHER
}
