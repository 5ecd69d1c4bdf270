package se.troskel.controller.occupancy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What one witness says.
///
/// @param people 0 or more
/// @param seen when it said something last
record Tally(int people, Instant seen) {
    Tally {
        people = Math.max(0, people);
    }

    /// A departure that nobody saw arrive leaves nobody, not fewer than nobody.
    static Tally plus(@Nullable Tally before, int people, Instant at) {
        return new Tally((before == null ? 0 : before.people) + people, at);
    }
}
