package se.troskel.controller.occupancy;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.occupancy.Quality;

/// A number of people, how sure it is, and how old what it stands on.
record Belief(int people, Quality quality, Instant seen) {
    static final Belief NOTHING = new Belief(0, Quality.NONE, Instant.EPOCH);

    Belief raised() {
        return new Belief(
                people,
                switch (quality) {
                    case HIGH, MEDIUM -> Quality.HIGH;
                    case LOW -> Quality.MEDIUM;
                    case NONE -> Quality.NONE;
                },
                seen);
    }

    /// Never below LOW: something is known.
    Belief lowered() {
        Quality less = worse(quality);
        return less == Quality.NONE ? this : new Belief(people, less, seen);
    }

    /// Somebody seen means at least one; nobody moving speaks against a number.
    Belief heeding(@Nullable Tally presence) {
        if (presence == null || quality == Quality.NONE) {
            return this;
        }
        boolean somebody = presence.people() > 0;
        if (somebody == people > 0) {
            return this;
        }
        return new Belief(Math.max(people, presence.people()), quality, seen).lowered();
    }

    /// One step of quality is lost for each `stale` since anything was seen.
    Belief agedTo(Instant at, Duration stale) {
        Quality left = quality;
        Instant next = seen.plus(stale);
        while (left != Quality.NONE && !at.isBefore(next)) {
            left = worse(left);
            next = next.plus(stale);
        }
        return new Belief(people, left, seen);
    }

    private static Quality worse(Quality quality) {
        return switch (quality) {
            case HIGH -> Quality.MEDIUM;
            case MEDIUM -> Quality.LOW;
            case LOW, NONE -> Quality.NONE;
        };
    }
}
