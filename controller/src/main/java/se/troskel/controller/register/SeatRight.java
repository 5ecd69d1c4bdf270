package se.troskel.controller.register;

import java.time.Instant;

/// The right of a candidate to the door of the room with their seat: what a [Booking] is to others.
/// Nobody edits it; it follows from the sitting.
///
/// @param from first instant
/// @param until after `from`, exclusive
/// @param errand whether it is the way back of somebody who is out on an errand, no admission
public record SeatRight(
        String registration,
        String person,
        String room,
        Instant from,
        Instant until,
        boolean errand) {
    public boolean holdsAt(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
