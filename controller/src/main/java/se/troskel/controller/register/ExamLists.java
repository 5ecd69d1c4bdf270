package se.troskel.controller.register;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import se.troskel.controller.register.Registration.Status;

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

    private static final long HUNDRED = 100;

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

    /// Whether somebody else has this candidate's seat at the same time. Of two papers at one hour
    /// somebody has one seat.
    ///
    /// @param sitting of `one`, which need not be in these lists
    /// @param others some of these lists; those with other seats do not count
    public boolean isSeatTaken(Registration one, Sitting sitting, Collection<Registration> others) {
        return takesSeat(one)
                && others.stream()
                        .filter(other -> takesSeat(other) && !other.person().equals(one.person()))
                        .filter(other -> Objects.equals(other.seat(), one.seat()))
                        .anyMatch(other -> {
                            Sitting theirs = sittings.get(other.sitting());
                            return theirs != null
                                    && start(sitting).isBefore(end(theirs, other))
                                    && start(theirs).isBefore(end(sitting, one));
                        });
    }

    private static boolean takesSeat(Registration one) {
        return one.hasPlace() && one.status() == Status.REGISTERED && one.centre() == null;
    }

    private static LocalDateTime start(Sitting sitting) {
        return sitting.day().atTime(sitting.start());
    }

    private static LocalDateTime end(Sitting sitting, Registration one) {
        long percent = HUNDRED + one.accommodation().extraPercent();
        return start(sitting).plusMinutes(sitting.writingMinutes() * percent / HUNDRED);
    }
}
