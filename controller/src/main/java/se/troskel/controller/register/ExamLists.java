package se.troskel.controller.register;

import java.util.List;
import java.util.Map;

/// Sittings with those who are to write: immutable.
///
/// @param sittings by id
/// @param registrations by id
/// @param numbers of candidates by id of the person; absent for who has none
/// @param texts words of deviations by id of their note
public record ExamLists(
        Map<String, Sitting> sittings,
        Map<String, Registration> registrations,
        Map<String, CandidateNumber> numbers,
        Map<String, ExamText> texts) {
    /// No sitting.
    public static final ExamLists EMPTY = new ExamLists(Map.of(), Map.of(), Map.of());

    public ExamLists {
        sittings = Map.copyOf(sittings);
        registrations = Map.copyOf(registrations);
        numbers = Map.copyOf(numbers);
        texts = Map.copyOf(texts);
    }

    /// Without the words of any deviation, as lists come from universities.
    public ExamLists(
            Map<String, Sitting> sittings,
            Map<String, Registration> registrations,
            Map<String, CandidateNumber> numbers) {
        this(sittings, registrations, numbers, Map.of());
    }

    /// The candidates of a sitting, in no order.
    public List<Registration> candidates(String sitting) {
        return registrations.values().stream()
                .filter(one -> one.sitting().equals(sitting))
                .toList();
    }
}
