package se.troskel.controller.register;

import java.time.Instant;
import java.util.Comparator;

/// A room booked by a person.
///
/// @param until after `from`
public record Booking(String id, String room, String person, Instant from, Instant until) {
    /// The order in which bookings are kept.
    static final Comparator<Booking> BY_START =
            Comparator.comparing(Booking::from).thenComparing(Booking::id);
}
