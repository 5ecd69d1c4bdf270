package se.troskel.region.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.occupancy.Quality;

/// How many people were in a room.
///
/// @param people null when it was not known or withheld
public record Sample(
        String centre, String room, Instant at, @Nullable Integer people, Quality quality) {}
