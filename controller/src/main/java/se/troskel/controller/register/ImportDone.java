package se.troskel.controller.register;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an import of people or of sittings, or an edit of one candidate, changed, so that it can be
/// taken back.
///
/// @param people each person before and after
/// @param credentials each card before and after
/// @param keys the keys that were added
/// @param exams sittings and candidates before and after; null for an import of people only
/// @param byHand what only an edit of one candidate says; null for an import
public record ImportDone(
        String id,
        List<PersonChange> people,
        List<CredentialChange> credentials,
        List<String> keys,
        @Nullable ExamChange exams,
        @Nullable ByHand byHand) {
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
                        : new ExamChange(exams.before().without(gone), exams.after().without(gone)),
                byHand == null ? null : byHand.without(gone));
    }

    /// Whether nothing is left to take back.
    boolean nothing() {
        return people.isEmpty()
                && credentials.isEmpty()
                && keys.isEmpty()
                && (exams == null || exams.after().equals(ExamLists.EMPTY));
    }

    /// An edit of one candidate.
    ///
    /// @param dropped the keys that were dropped, with whose they were
    /// @param numbers that were dropped, by person
    public record ByHand(
            CandidateChange change,
            Map<String, String> dropped,
            Map<String, CandidateNumber> numbers) {
        public ByHand {
            dropped = Map.copyOf(dropped);
            numbers = Map.copyOf(numbers);
        }

        private ByHand without(RegisterEdit.Forget gone) {
            return new ByHand(
                    change,
                    left(dropped, key -> !gone.people().contains(key.getValue())),
                    left(
                            numbers,
                            number ->
                                    !gone.people().contains(number.getKey())
                                            && !gone.numbers().contains(number.getKey())));
        }

        private static <T> Map<String, T> left(
                Map<String, T> all, Predicate<Map.Entry<String, T>> stays) {
            return all.entrySet().stream()
                    .filter(stays)
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        }
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
