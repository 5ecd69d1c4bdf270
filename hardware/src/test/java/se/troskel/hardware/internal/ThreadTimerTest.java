package se.troskel.hardware.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// The real timer acts by itself, on a daemon thread and never early. A task reports the thread and
/// the time at which it ran.
class ThreadTimerTest {
    @Test
    void actsOnItsOwnDaemonThreadAndNotBeforeItsTime() throws Exception {
        try (ThreadTimer timer = new ThreadTimer("lock-test")) {
            long began = timer.nanos();
            CompletableFuture<Thread> ran = new CompletableFuture<>();
            timer.after(Duration.ofMillis(5), () -> ran.complete(Thread.currentThread()));
            Thread thread = ran.get(10, TimeUnit.SECONDS);
            assertThat(timer.nanos() - began).isGreaterThanOrEqualTo(5_000_000);
            assertThat(thread.isDaemon()).isTrue();
            assertThat(thread.getName()).isEqualTo("lock-test");
        }
    }

    @Test
    void refusesTasksOnceClosed() {
        ThreadTimer timer = new ThreadTimer("closed");
        timer.close();
        assertThatThrownBy(() -> timer.after(Duration.ZERO, () -> {}))
                .isInstanceOf(RejectedExecutionException.class);
    }
}
