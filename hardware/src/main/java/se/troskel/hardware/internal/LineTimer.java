package se.troskel.hardware.internal;

import java.time.Duration;

/// Monotonic time and something that acts on it later, for the driver of a line. Thread-safe.
public interface LineTimer extends AutoCloseable {
    /// Monotonic nanoseconds; only differences mean something.
    long nanos();

    /// Runs `task` once on the timer's thread after `delay`. Tasks that take long delay the next.
    Pending after(Duration delay, Runnable task);

    /// Forgets what is pending and ends the thread; does not wait for a running task.
    @Override
    void close();

    /// A task that has not run yet.
    interface Pending {
        /// Best effort: a task that is just starting may still run, so it has to check itself.
        void cancel();
    }
}
