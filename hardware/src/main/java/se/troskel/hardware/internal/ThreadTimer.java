package se.troskel.hardware.internal;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// A [LineTimer] on one daemon thread of its own, started at once so that the first task cannot
/// fail for want of a thread.
public final class ThreadTimer implements LineTimer {
    private final ScheduledThreadPoolExecutor executor;

    /// Starts the thread.
    ///
    /// @param name of the thread, as seen in a thread dump
    public ThreadTimer(String name) {
        executor =
                new ScheduledThreadPoolExecutor(
                        1, task -> Thread.ofPlatform().daemon().name(name).unstarted(task));
        executor.setRemoveOnCancelPolicy(true);
        executor.prestartCoreThread();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Pending after(Duration delay, Runnable task) {
        Future<?> future = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
