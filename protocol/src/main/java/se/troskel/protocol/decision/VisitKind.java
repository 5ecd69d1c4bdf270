package se.troskel.protocol.decision;

/// Who a visit is by. Only `STUDENT` and `WORKER` are known persons; a `WORKER` opens doors and is
/// on the muster list but in no statistics.
public enum VisitKind {
    STUDENT,
    /// Somebody without a card; no name is asked for.
    GUEST,
    /// A host (a cardholder or a typed nothing) and a number of people.
    GROUP,
    /// A child in the company of an adult.
    ACCOMPANIED_CHILD,
    /// Staff, cleaner, caretaker, contractor.
    WORKER
}
