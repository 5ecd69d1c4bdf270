package se.troskel.controller.page;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counts log-in tries and makes guessing slow. After 5 tries for one user from one address, 20
/// from one address or 50 for one user there is a pause of 1 minute, doubled with each further try
/// up to 15 minutes. A try counts before the password is looked at, so that many at once gain
/// nothing; a right password forgets the user's. Counts are forgotten an hour after the last try;
/// at most 10 000 are kept. Thread-safe.
final class LogInTries {
    private static final int USER_AT_ADDRESS_MAX = 5;
    private static final int ADDRESS_MAX = 20;
    private static final int USER_MAX = 50;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int COUNTS_MAX = 10_000;

    private final InstantSource clock;
    private final Map<String, Count> counts = new LinkedHashMap<>();

    LogInTries(InstantSource clock) {
        this.clock = clock;
    }

    /// Counts a try.
    ///
    /// @return when the next try may be made, if this one comes in a pause and is refused
    synchronized Optional<Instant> begin(String user, String address) {
        var now = clock.instant();
        var keys = keys(user, address);
        for (var key : keys) {
            var count = counts.get(key);
            if (count != null && now.isBefore(count.pausedUntil)) {
                return Optional.of(count.pausedUntil);
            }
        }
        count(keys.get(0), USER_AT_ADDRESS_MAX, now);
        count(keys.get(1), ADDRESS_MAX, now);
        count(keys.get(2), USER_MAX, now);
        return Optional.empty();
    }

    /// The try begun last was right.
    synchronized void succeed(String user, String address) {
        var keys = keys(user, address);
        counts.remove(keys.get(0));
        counts.remove(keys.get(2));
        var ofAddress = counts.get(keys.get(1));
        if (ofAddress != null && ofAddress.tries > 0) {
            ofAddress.tries--;
        }
    }

    private static List<String> keys(String user, String address) {
        return List.of("both " + address + " " + user, "address " + address, "user " + user);
    }

    private void count(String key, int max, Instant now) {
        var count = counts.remove(key);
        if (count == null || now.isAfter(count.last.plus(FORGOTTEN_AFTER))) {
            count = new Count(now);
        }
        count.tries++;
        count.last = now;
        if (count.tries >= max) {
            var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(count.tries - max, 4));
            count.pausedUntil =
                    now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        }
        counts.put(key, count);
        if (counts.size() > COUNTS_MAX) {
            counts.remove(counts.keySet().iterator().next());
        }
    }

    private static final class Count {
        private int tries;
        private Instant last;
        private Instant pausedUntil;

        Count(Instant now) {
            last = now;
            pausedUntil = now;
        }
    }
}
