package se.troskel.controller.exam;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.exam.ExamFact.InterruptionCause;
import se.troskel.controller.register.CandidateNumber;
import se.troskel.controller.register.ExamText;
import se.troskel.protocol.decision.ApprovalReason;
import se.troskel.protocol.exam.ExamProtocol.Centre;

/// What exam records are made from. Immutable.
///
/// @param day with the sittings that records are asked of, of any day
/// @param numbers of candidates by id of the person
/// @param texts words of deviations by id of their note
/// @param rooms names by id
/// @param staff the name of a staff member by user
/// @param machines who notes without being anybody: terminals, the building
public record RecordSources(
        ExamDay day,
        Map<String, CandidateNumber> numbers,
        Map<String, ExamText> texts,
        Centre centre,
        Map<String, String> rooms,
        UnaryOperator<String> staff,
        Set<String> machines,
        Words words) {
    public RecordSources {
        numbers = Map.copyOf(numbers);
        texts = Map.copyOf(texts);
        rooms = Map.copyOf(rooms);
        machines = Set.copyOf(machines);
    }

    /// Which record it is.
    ///
    /// @param adds id of the record that it adds to; null for the first of its sitting
    public record Stamp(UUID id, @Nullable UUID adds, Instant made) {}

    /// The words that a record needs beside those that people wrote.
    public interface Words {
        String interruption(InterruptionCause cause);

        /// Somebody was let in against a rule.
        ///
        /// @param others names of those who approved it as well or signed it later
        String exception(ApprovalReason why, List<String> others);

        /// An invigilator did not approve an identity.
        String rejection(ApprovalReason why);

        /// The words of a deviation are gone, or are others than were noted.
        String lost();
    }

    /// Without what it says of anybody.
    @Override
    public String toString() {
        return "RecordSources";
    }
}
