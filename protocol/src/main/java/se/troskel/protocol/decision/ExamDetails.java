package se.troskel.protocol.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The values that the sentences of an [ExamReason] speak of; null where the sentence has none.
/// Holds nothing that names a person, and of somebody with a protected identity no course either.
///
/// @param room id of the room to go to, for its route
/// @param roomName name of that room
/// @param seat number of the seat
/// @param time when to come, or until when
/// @param universityName whom to ask
/// @param universityPhone where to ask; null for none
/// @param centreName where somebody is registered instead, by language; null when not known
/// @param choices what the candidate is asked to choose from; empty for nothing
public record ExamDetails(
        @Nullable String room,
        @Nullable String roomName,
        @Nullable String seat,
        @Nullable Instant time,
        @Nullable String universityName,
        @Nullable String universityPhone,
        @Nullable Map<String, String> centreName,
        List<Choice> choices) {
    /// No values.
    public static final ExamDetails NONE =
            new ExamDetails(null, null, null, null, null, null, null, List.of());

    public ExamDetails {
        choices = List.copyOf(choices);
    }

    /// One of the candidate's own exams.
    public record Choice(String sitting, String course, Instant start) {}
}
