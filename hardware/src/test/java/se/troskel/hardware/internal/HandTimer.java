package se.troskel.hardware.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

/// A timer whose time moves by hand; tasks run in the thread that moves it. One thread at a time.
public final class HandTimer implements LineTimer {
    private final List<Task> tasks = new ArrayList<>();
    private long nowNanos = Long.MAX_VALUE - 1_000_000;
    private boolean closed;

    @Override
    public long nanos() {
        return nowNanos;
    }

    @Override
    public Pending after(Duration delay, Runnable task) {
        if (closed) {
            throw new RejectedExecutionException();
        }
        Task pending = new Task(nowNanos + delay.toNanos(), task);
        tasks.add(pending);
        return () -> tasks.remove(pending);
    }

    @Override
    public void close() {
        closed = true;
        tasks.clear();
    }

    /// Lets `time` pass, running what falls due in its order.
    public void advance(Duration time) {
        long until = nowNanos + time.toNanos();
        for (Optional<Task> next = due(until); next.isPresent(); next = due(until)) {
            Task task = next.get();
            tasks.remove(task);
            nowNanos = task.atNanos;
            task.run.run();
        }
        nowNanos = until;
    }

    /// How many tasks wait.
    public int pending() {
        return tasks.size();
    }

    private Optional<Task> due(long until) {
        return tasks.stream()
                .filter(task -> task.atNanos - until <= 0)
                .min(Comparator.comparingLong(task -> task.atNanos - nowNanos));
    }

    private record Task(long atNanos, Runnable run) {}
}
