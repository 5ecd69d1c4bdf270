package se.troskel.simulation.bench;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import se.troskel.hardware.LockOutput;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.event.DeviceHealth;

/// A lock that notes when it was told to unlock. Thread-safe.
final class BenchLock implements LockOutput {
    private static final int PATIENCE_SECONDS = 30;

    private final String id;
    private final BlockingQueue<Long> unlocked = new LinkedBlockingQueue<>();
    private volatile LockCommand told = LockCommand.LOCK;

    BenchLock(String id) {
        this.id = id;
    }

    /// When it was told to unlock, the oldest first ([System#nanoTime()]); waits for it.
    ///
    /// @throws IllegalStateException when it is not told to
    long nextUnlock() throws InterruptedException {
        Long at = unlocked.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (at == null) {
            throw new IllegalStateException("the lock '" + id + "' was not told to unlock");
        }
        return at;
    }

    @Override
    public void unlock(Duration max) {
        unlocked.add(System.nanoTime());
        told = LockCommand.UNLOCK;
    }

    @Override
    public void unlockAgain(Duration max) {
        told = LockCommand.UNLOCK;
    }

    @Override
    public void release() {
        told = LockCommand.UNLOCK;
    }

    @Override
    public void lock() {
        told = LockCommand.LOCK;
    }

    @Override
    public LockCommand told() {
        return told;
    }

    @Override
    public void onTold(Consumer<LockCommand> listener) {
        // the loop, which told it, knows already
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public DeviceHealth health() {
        return DeviceHealth.ONLINE;
    }

    @Override
    public void onHealth(Consumer<DeviceHealth> listener) {
        // it never changes
    }
}
