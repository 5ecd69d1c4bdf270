package se.troskel.region.picture;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The newest picture, and a place to wait for the next. Thread-safe. Whoever is too slow skips to
/// the newest, so nothing queues up.
public final class LivePicture {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private RegionPicture picture = new RegionPicture(0, false, List.of());

    public RegionPicture now() {
        lock.lock();
        try {
            return picture;
        } finally {
            lock.unlock();
        }
    }

    /// Shows a new picture.
    public void show(boolean connected, List<CentrePicture> centres) {
        lock.lock();
        try {
            picture = new RegionPicture(picture.version() + 1, connected, centres);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// The newest picture as soon as it is newer than `seen`, or as it is after `longest`.
    ///
    /// @throws InterruptedException when the thread is to stop
    public RegionPicture after(long seen, Duration longest) throws InterruptedException {
        lock.lock();
        try {
            long nanos = longest.toNanos();
            while (picture.version() <= seen && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return picture;
        } finally {
            lock.unlock();
        }
    }
}
