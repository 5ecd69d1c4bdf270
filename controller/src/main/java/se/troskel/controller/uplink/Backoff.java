package se.troskel.controller.uplink;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// The pause before the next attempt: any time below a ceiling that doubles with every failure
/// (full jitter), so that a hundred centres do not come back at once. Used by one thread.
final class Backoff {
    private final Duration least;
    private final Duration most;
    private final RandomGenerator random;
    private Duration ceiling;

    Backoff(Duration least, Duration most, RandomGenerator random) {
        this.least = least;
        this.most = most;
        this.random = random;
        this.ceiling = least;
    }

    Duration next() {
        Duration pause = Duration.ofNanos(random.nextLong(ceiling.toNanos() + 1));
        Duration doubled = ceiling.multipliedBy(2);
        ceiling = doubled.compareTo(most) < 0 ? doubled : most;
        return pause;
    }

    void reset() {
        ceiling = least;
    }
}
