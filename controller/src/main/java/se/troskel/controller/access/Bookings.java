package se.troskel.controller.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.troskel.config.AccessRules;
import se.troskel.controller.register.Booking;
import se.troskel.controller.register.BookingIndex;

/// What the bookings say at an instant (DOMAIN 5.1 rows 12 to 14): one opens its room from some
/// minutes before its start; one whose holder has not come some minutes after it is released.
final class Bookings {
    private final BookingIndex all;
    private final Set<String> started;
    private final Duration early;
    private final Duration noShow;
    private final Instant at;

    Bookings(AccessSnapshot snapshot, Instant at) {
        AccessRules rules = snapshot.config().access();
        this.all = snapshot.register().bookings();
        this.started = snapshot.startedBookings();
        this.early = Duration.ofMinutes(rules.bookingEarlyMinutes());
        this.noShow = Duration.ofMinutes(rules.bookingNoShowMinutes());
        this.at = at;
    }

    /// Those of this person that open their room now.
    List<Booking> ofPerson(String person) {
        return all.ofPerson(person).stream().filter(this::isCurrent).toList();
    }

    /// The person's next one in that room that does not open it yet.
    Optional<Booking> laterOf(String person, String room) {
        return all.ofPerson(person).stream()
                .filter(booking -> booking.room().equals(room))
                .filter(booking -> at.isBefore(booking.from().minus(early)))
                .findFirst();
    }

    /// Whether somebody else has that room now. The minutes before another's start are nobody's.
    boolean isTakenByAnother(String person, String room) {
        return all.inRoom(room).stream()
                .filter(booking -> !booking.person().equals(person))
                .anyMatch(booking -> !at.isBefore(booking.from()) && isCurrent(booking));
    }

    private boolean isCurrent(Booking booking) {
        return !at.isBefore(booking.from().minus(early))
                && at.isBefore(booking.until())
                && !isReleased(booking);
    }

    private boolean isReleased(Booking booking) {
        return !started.contains(booking.id()) && !at.isBefore(booking.from().plus(noShow));
    }
}
