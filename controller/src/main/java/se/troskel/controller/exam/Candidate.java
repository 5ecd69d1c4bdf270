package se.troskel.controller.exam;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.exam.ErrandKind;

/// How far somebody has come today, as the journal tells it.
///
/// @param errand what the candidate is out for with a right to come back; null for nothing
/// @param paperSeen whether the candidate has seen the exam paper
/// @param rejected whether an invigilator rejected the identity earlier; a further document may
///   still be shown
public record Candidate(Stage stage, @Nullable Errand errand, boolean paperSeen, boolean rejected) {
    /// Nothing is known yet.
    public static final Candidate EXPECTED = new Candidate(Stage.EXPECTED, null, false, false);

    /// How far.
    public enum Stage {
        EXPECTED,
        /// At the terminal, not yet let in by the invigilator.
        ARRIVED,
        ADMITTED,
        HANDED_IN
    }

    /// Something that somebody is out for.
    ///
    /// @param until when the right to come back ends, exclusive; null for the end of the writing
    public record Errand(ErrandKind kind, @Nullable Instant until) {
        boolean isOpen(Instant at) {
            return until == null || at.isBefore(until);
        }
    }

    /// Whether the candidate is out and may come back; who has handed in may not.
    public boolean isOnErrand(Instant at) {
        return stage != Stage.HANDED_IN && errand != null && errand.isOpen(at);
    }

    /// Whether the candidate is past admission: in the room, out for a while, or done.
    public boolean wasLetIn() {
        return stage == Stage.ADMITTED || stage == Stage.HANDED_IN;
    }
}
