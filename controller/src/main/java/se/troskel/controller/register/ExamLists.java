package se.troskel.controller.register;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sittings with those who are to write: immutable.
///
/// @param sittings by id
/// @param registrations by id
/// @param numbers of candidates by id of the person; absent for who has none
/// @param contacts of candidates by id of the person; absent for whom none is known
public record ExamLists(
        Map<String, Sitting> sittings,
        Map<String, Registration> registrations,
        Map<String, CandidateNumber> numbers,
        Map<String, CandidateContact> contacts) {
    /// No sitting.
    public static final ExamLists EMPTY = new ExamLists(Map.of(), Map.of(), Map.of());

    public ExamLists {
        sittings = Map.copyOf(sittings);
        registrations = Map.copyOf(registrations);
        numbers = Map.copyOf(numbers);
        contacts = Map.copyOf(contacts);
    }

    /// Without contacts.
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

    /// A registration that stands here; empty when it is cancelled, gone or at another centre.
    public Optional<Registration> standing(String registration) {
        return Optional.ofNullable(registrations.get(registration))
                .filter(one ->
                        one.status() == Registration.Status.REGISTERED && one.centre() == null);
    }
}
