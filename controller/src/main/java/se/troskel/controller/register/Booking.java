package se.troskel.controller.register;

import java.time.Instant;

/// A room booked by a person.
///
/// @param until after `from`
public record Booking(String id, String room, String person, Instant from, Instant until) {}
