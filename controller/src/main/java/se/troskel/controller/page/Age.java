package se.troskel.controller.page;

import java.time.Duration;
import java.time.Instant;

/// How old a fact is. The page counts on from here by the viewer's own clock, so that a page that
/// gets no news shows it.
///
/// @param millis at the moment of writing the page, 0 or more
/// @param clock the time of day the fact is from, for a page without scripts
public record Age(long millis, String clock) {
    private static final Duration STALE = Duration.ofSeconds(150);
    private static final Duration GONE = Duration.ofMinutes(15);

    static Age of(Instant at, Moment moment) {
        long millis = Math.max(0, Duration.between(at, moment.now()).toMillis());
        return new Age(millis, moment.clock(at));
    }

    /// Whether it is so old that it is only shown with its time.
    public boolean isStale() {
        return millis > STALE.toMillis();
    }

    /// Whether it is so old that it is not shown.
    public boolean isGone() {
        return millis > GONE.toMillis();
    }
}
