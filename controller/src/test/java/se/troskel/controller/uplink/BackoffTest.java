package se.troskel.controller.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Goal: attempts spread out. Method: a random source that always gives the ceiling, and a real
/// one.
class BackoffTest {
    private static final Duration MIN = Duration.ofSeconds(1);
    private static final Duration MAX = Duration.ofSeconds(60);

    @Test
    void theCeilingDoublesUpToTheMost() {
        var backoff = new Backoff(MIN, MAX, new Highest());

        List<Long> seconds =
                Stream.generate(backoff::next).limit(8).map(Duration::toSeconds).toList();

        assertThat(seconds).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void beginsAnewWhenTheRegionWasHeard() {
        var backoff = new Backoff(MIN, MAX, new Highest());
        backoff.next();
        backoff.next();

        backoff.reset();

        assertThat(backoff.next()).isEqualTo(MIN);
    }

    @Test
    void everyPauseBelowTheCeilingIsPossible() {
        var random = new Random(1);
        List<Duration> firsts =
                Stream.generate(() -> new Backoff(MIN, MAX, random).next()).limit(200).toList();

        assertThat(firsts).allMatch(pause -> pause.compareTo(MIN) <= 0);
        assertThat(firsts).anyMatch(pause -> pause.toMillis() < 100);
        assertThat(firsts).anyMatch(pause -> pause.toMillis() > 900);
    }

    /// Always the highest number.
    private static final class Highest implements java.util.random.RandomGenerator {
        @Override
        public long nextLong() {
            return Long.MAX_VALUE;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    }
}
