package se.troskel.controller.register;

import java.util.List;
import java.util.Map;

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

    /// The candidates of a sitting, in no order.
    public List<Registration> candidates(String sitting) {
        return registrations.values().stream()
                .filter(one -> one.sitting().equals(sitting))
                .toList();
    }
}
