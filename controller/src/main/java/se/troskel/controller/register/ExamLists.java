package se.troskel.controller.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Sittings with those who are to write: immutable.
///
/// @param sittings by id
/// @param registrations by id
/// @param numbers of candidates by id of the person; absent for who has none
public record ExamLists(
        Map<String, Sitting> sittings,
        Map<String, Registration> registrations,
        Map<String, CandidateNumber> numbers) {
    /// No sitting.
    public static final ExamLists EMPTY = new ExamLists(Map.of(), Map.of(), Map.of());

    public ExamLists {
        sittings = Map.copyOf(sittings);
        registrations = Map.copyOf(registrations);
        numbers = Map.copyOf(numbers);
    }

    /// The same when this is forgotten.
    ExamLists without(RegisterEdit.Forget gone) {
        return new ExamLists(
                without(sittings, gone.sittings()),
                without(registrations, gone.registrations()),
                without(without(numbers, gone.numbers()), gone.people()));
    }

    private static <T> Map<String, T> without(Map<String, T> rows, Set<String> gone) {
        Map<String, T> left = new HashMap<>(rows);
        left.keySet().removeAll(gone);
        return left;
    }

    /// The candidates of a sitting, in no order.
    public List<Registration> candidates(String sitting) {
        return registrations.values().stream()
                .filter(one -> one.sitting().equals(sitting))
                .toList();
    }
}
