package se.troskel.controller.exam;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.exam.ErrandKind;

/// What the log says of one candidate.
///
/// @param candidate as decisions see it
/// @param arrival the latest arrival, with what they were told; null for those who never came
/// @param admission null for those who were not let in
/// @param refusal null for those to whom nobody said that they may not write
/// @param out every time out of the room, in order
/// @param handIn null for those who did not hand in
/// @param notes everything that counts, in the order in which it happened
public record Progress(
        Candidate candidate,
        @Nullable Noted<ExamFact.Arrived> arrival,
        @Nullable Noted<ExamFact.Admitted> admission,
        @Nullable Noted<ExamFact.Refused> refusal,
        List<Out> out,
        @Nullable Noted<ExamFact.HandedIn> handIn,
        List<ExamNote> notes) {
    /// Of somebody about whom nothing was noted.
    public static final Progress NONE =
            new Progress(Candidate.EXPECTED, null, null, null, List.of(), null, List.of());

    public Progress {
        out = List.copyOf(out);
        notes = List.copyOf(notes);
    }

    /// A fact with the line that says it.
    public record Noted<F extends ExamFact>(F fact, ExamNote note) {}

    /// Out of the room.
    ///
    /// @param back null while they are out, and for those who did not come back
    public record Out(ErrandKind why, Instant from, @Nullable Instant back) {}

    /// When they first came, to a terminal or to the invigilator; null for those who never did.
    public @Nullable Instant came() {
        return notes.isEmpty() ? null : notes.getFirst().happened();
    }

    /// Whether they are in the room as far as the log knows.
    public boolean isInRoom() {
        return candidate.stage() == Candidate.Stage.ADMITTED
                && (out.isEmpty() || out.getLast().back() != null);
    }
}
