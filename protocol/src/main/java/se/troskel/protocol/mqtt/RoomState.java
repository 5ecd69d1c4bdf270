package se.troskel.protocol.mqtt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.occupancy.Quality;

/// How many people are in a room.
///
/// @param people null when nothing is known, or when the number is small and nobody is at the desk
///   (`few` is then true)
/// @param few true when the number is withheld because it is below the centre's small-count limit
///   while unstaffed
/// @param capacity the comfortable number, 1 or more
/// @param maxPersons from the fire documentation, never from the seat count
/// @param sensorsOk how many of the room's sensors answer
/// @param sensorsTotal how many it has; 0 when it is counted by check-ins only
public record RoomState(
        String centre,
        String room,
        String name,
        @Nullable Integer people,
        boolean few,
        Quality quality,
        int capacity,
        int maxPersons,
        int sensorsOk,
        int sensorsTotal,
        Instant at) {}
