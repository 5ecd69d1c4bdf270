package se.troskel.region.page;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How much a figure is worth by its age (UX D4). The page's script goes by the same limits while
/// it counts on.
public enum Freshness {
    /// At most 150 seconds: shown as it is.
    FRESH,
    /// Older: grey, with its time of day.
    STALE,
    /// Older than 15 minutes, or never heard: taken away.
    GONE;

    static final Duration FRESH_FOR = Duration.ofSeconds(150);
    static final Duration SHOWN_FOR = Duration.ofMinutes(15);

    static Freshness of(@Nullable Instant heard, Instant now) {
        if (heard == null) {
            return GONE;
        }
        Duration age = Duration.between(heard, now);
        if (age.compareTo(FRESH_FOR) <= 0) {
            return FRESH;
        }
        return age.compareTo(SHOWN_FOR) <= 0 ? STALE : GONE;
    }
}
