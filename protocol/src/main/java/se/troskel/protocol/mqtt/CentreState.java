package se.troskel.protocol.mqtt;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.occupancy.LeftInside;

/// Whether a centre is there and how it is open. Also the last will, then with `online` false and
/// without what was true only while the centre could tell: `mode`, `until`, `leftInside`, `fire`,
/// `armed` and `parts`.
///
/// @param online whether the controller is connected
/// @param at when this was true; in the last will, when the connection was made
/// @param mode null when the controller cannot tell (no trusted clock), and while offline
/// @param until when the mode changes next; null when it is not known, and while offline
/// @param leftInside who is still inside after closing; null for nobody, as far as is known, and
///   while offline
/// @param epoch the journal's epoch
/// @param lastSeq last committed record of the journal; 0 when it is empty
/// @param hash hex hash of that record; 64 zeros when the journal is empty
/// @param retired what the journal has retired from its beginning and can never send again; null
///   for nothing
/// @param version the controller's version
/// @param fire whether fire is latched: everybody is to leave; null when no alarm tells, or while
///   offline
/// @param armed whether the burglar alarm is set; null when no alarm tells, or while offline
/// @param parts what the centre has, so that what left its configuration is forgotten; null when it
///   is not said: then nothing is forgotten
public record CentreState(
        String centre,
        String name,
        boolean online,
        Instant at,
        @Nullable OpeningMode mode,
        @Nullable Instant until,
        @Nullable LeftInside leftInside,
        String epoch,
        long lastSeq,
        String hash,
        @Nullable RetiredPrefix retired,
        String version,
        @Nullable Boolean fire,
        @Nullable Boolean armed,
        @Nullable Parts parts) {
    /// The ids of everything with a state of its own.
    public record Parts(List<String> rooms, List<String> doors, List<String> devices) {
        public Parts {
            rooms = List.copyOf(rooms);
            doors = List.copyOf(doors);
            devices = List.copyOf(devices);
        }
    }
}
