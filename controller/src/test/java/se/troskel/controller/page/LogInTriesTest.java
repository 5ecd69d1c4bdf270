package se.troskel.controller.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// Goal: guessing passwords gets slow, working does not. Method: a clock moved by hand.
class LogInTriesTest {
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2027-03-02T08:00:00Z"));
    private final LogInTries tries = new LogInTries(now::get);

    private int allowed(int attempts, String user, String address) {
        int allowed = 0;
        for (int i = 0; i < attempts; i++) {
            if (tries.begin(user, address).isEmpty()) {
                allowed++;
            }
        }
        return allowed;
    }

    @Test
    void pausesAUserAtAnAddressAfterFiveTries() {
        assertThat(allowed(10, "vakt", "10.0.0.1")).isEqualTo(5);
        assertThat(allowed(1, "vakt", "10.0.0.2")).isEqualTo(1);
        assertThat(allowed(1, "other", "10.0.0.1")).isEqualTo(1);
    }

    @Test
    void doublesThePauseUpToAQuarterOfAnHour() {
        allowed(5, "vakt", "10.0.0.1");
        for (int minutes : new int[] {1, 2, 4, 8, 15, 15}) {
            var pause = Duration.ofMinutes(minutes);
            assertThat(tries.begin("vakt", "10.0.0.1")).contains(now.get().plus(pause));
            now.set(now.get().plus(pause));
            assertThat(tries.begin("vakt", "10.0.0.1")).isEmpty();
        }
    }

    @Test
    void pausesAnAddressThatTriesManyUsers() {
        int allowed = 0;
        for (int i = 0; i < 40; i++) {
            allowed += allowed(1, "user" + i, "10.0.0.1");
        }
        assertThat(allowed).isEqualTo(20);
    }

    @Test
    void pausesAUserTriedFromManyAddresses() {
        int allowed = 0;
        for (int i = 0; i < 80; i++) {
            allowed += allowed(1, "vakt", "10.0.0." + i);
        }
        assertThat(allowed).isEqualTo(50);
    }

    @Test
    void forgetsAfterARightPassword() {
        allowed(4, "vakt", "10.0.0.1");
        tries.succeed("vakt", "10.0.0.1");
        assertThat(allowed(10, "vakt", "10.0.0.1")).isEqualTo(5);
    }

    @Test
    void forgetsAfterAnHour() {
        allowed(5, "vakt", "10.0.0.1");
        now.set(now.get().plus(Duration.ofMinutes(61)));
        assertThat(allowed(10, "vakt", "10.0.0.1")).isEqualTo(5);
    }
}
