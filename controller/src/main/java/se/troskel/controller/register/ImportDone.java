package se.troskel.controller.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an import of people or of sittings changed, so that it can be taken back.
///
/// @param people each person before and after
/// @param credentials each card before and after
/// @param keys the keys that were added
/// @param exams sittings and candidates before and after; null for an import of people only
public record ImportDone(
        String id,
        List<PersonChange> people,
        List<CredentialChange> credentials,
        List<String> keys,
        @Nullable ExamChange exams) {
    public ImportDone {
        people = List.copyOf(people);
        credentials = List.copyOf(credentials);
        keys = List.copyOf(keys);
    }

    /// A person before and after.
    ///
    /// @param before null when the person was added
    public record PersonChange(@Nullable Person before, Person after) {}

    /// A card before and after.
    ///
    /// @param before null when the card was added
    public record CredentialChange(@Nullable Credential before, Credential after) {}

    /// What was put, and what stood in its place.
    ///
    /// @param before without what was added
    public record ExamChange(ExamLists before, ExamLists after) {}
}
