package se.troskel.controller.register;

import java.util.List;
import java.util.Set;
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

    /// What can still be taken back when this is forgotten.
    ///
    /// @param known the keys that are left
    ImportDone without(RegisterEdit.Forget gone, Set<String> known) {
        return new ImportDone(
                id,
                people.stream()
                        .filter(change -> !gone.people().contains(change.after().id()))
                        .toList(),
                credentials.stream()
                        .filter(change ->
                                !gone.cards().contains(change.after().lookup())
                                        && !gone.people().contains(change.after().person()))
                        .toList(),
                keys.stream().filter(known::contains).toList(),
                exams == null
                        ? null
                        : new ExamChange(
                                exams.before().without(gone), exams.after().without(gone)));
    }

    /// Whether nothing is left to take back.
    boolean nothing() {
        return people.isEmpty()
                && credentials.isEmpty()
                && keys.isEmpty()
                && (exams == null || exams.after().equals(ExamLists.EMPTY));
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
