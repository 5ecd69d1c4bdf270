package se.troskel.controller.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The rights to doors that seats in sittings give, found by person as a [BookingIndex]'s bookings
/// are. Immutable. A right that is over may still be here: [SeatRight#holdsAt] tells.
///
/// @param byPerson no person without a right
public record SeatRights(Map<String, List<SeatRight>> byPerson) {
    /// Nobody has a seat.
    public static final SeatRights NONE = new SeatRights(Map.of());

    /// The index of these.
    public static SeatRights of(List<SeatRight> rights) {
        return new SeatRights(
                Map.copyOf(
                        rights.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                SeatRight::person,
                                                HashMap::new,
                                                Collectors.toUnmodifiableList()))));
    }

    /// A person's; empty for none.
    public List<SeatRight> ofPerson(String person) {
        return byPerson.getOrDefault(person, List.of());
    }
}
