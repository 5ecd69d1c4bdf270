package se.troskel.controller.register;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A printed code that, with its PIN, lets somebody in who works here for some hours: into these
/// rooms and by these doors, and nowhere else. Its holder is a [Person] of its own and its PIN and
/// its block are those of a [Credential] with the same lookup.
///
/// @param lookup keyed hash of what its QR code holds
/// @param person id of its holder
/// @param codeLookup keyed hash of the eight characters printed under the code
/// @param rooms ids of the rooms whose doors it opens
/// @param doors ids of doors that it opens beside those, such as the entrance
/// @param until exclusive
public record DayPass(
        String lookup,
        String person,
        String codeLookup,
        Set<String> rooms,
        Set<String> doors,
        Instant from,
        Instant until) {
    public DayPass {
        rooms = Set.copyOf(rooms);
        doors = Set.copyOf(doors);
    }

    /// Whether it opens a door.
    ///
    /// @param room that the door leads into; null for none
    public boolean opens(String door, @Nullable String room) {
        return doors.contains(door) || (room != null && rooms.contains(room));
    }

    @Override
    public String toString() {
        return "DayPass[" + person + "]";
    }
}
