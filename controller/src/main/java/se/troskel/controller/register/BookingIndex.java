package se.troskel.controller.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All bookings, found by person and by room without looking at the others: a check-in takes as
/// long in a large register as in a small one. Immutable.
///
/// @param all in order of start
public record BookingIndex(
        List<Booking> all, Map<String, List<Booking>> byPerson, Map<String, List<Booking>> byRoom) {
    /// The index of these.
    ///
    /// @param bookings in order of start
    public static BookingIndex of(List<Booking> bookings) {
        return new BookingIndex(
                List.copyOf(bookings),
                grouped(bookings, Booking::person),
                grouped(bookings, Booking::room));
    }

    /// A person's, in order of start; empty for none.
    public List<Booking> ofPerson(String person) {
        return byPerson.getOrDefault(person, List.of());
    }

    /// A room's, in order of start; empty for none.
    public List<Booking> inRoom(String room) {
        return byRoom.getOrDefault(room, List.of());
    }

    private static Map<String, List<Booking>> grouped(
            List<Booking> bookings, Function<Booking, String> key) {
        return Map.copyOf(
                bookings.stream()
                        .collect(
                                Collectors.groupingBy(
                                        key, HashMap::new, Collectors.toUnmodifiableList())));
    }
}
