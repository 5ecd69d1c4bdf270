package se.troskel.controller.uplink;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// What one connection has told and the uplink's thread has not looked at yet. The broker's client
/// calls it on its threads; it only notes and wakes. A new connection has a new one, so late calls
/// of an old client reach nobody.
final class Link implements Broker.Listener {
    private static final int MOST_WAITING = 256;

    private final Semaphore wake;
    private final AtomicLong dropped;
    private final ArrayBlockingQueue<Arrival> arrivals = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicInteger unconfirmed = new AtomicInteger();
    private final AtomicLong confirmations = new AtomicLong();
    private volatile @Nullable String lost;

    Link(Semaphore wake, AtomicLong dropped) {
        this.wake = wake;
        this.dropped = dropped;
    }

    @Override
    public void arrived(String topic, byte[] payload) {
        if (!arrivals.offer(new Arrival(topic, payload.clone()))) {
            dropped.incrementAndGet();
        }
        wake.release();
    }

    @Override
    public void published(boolean confirmed) {
        if (!confirmed) {
            lost("the broker did not confirm a message");
            return;
        }
        unconfirmed.decrementAndGet();
        confirmations.incrementAndGet();
        wake.release();
    }

    @Override
    public void lost(String why) {
        if (lost == null) {
            lost = why;
        }
        wake.release();
    }

    void sending() {
        unconfirmed.incrementAndGet();
    }

    int unconfirmed() {
        return unconfirmed.get();
    }

    /// Rises with every confirmation.
    long confirmations() {
        return confirmations.get();
    }

    @Nullable Arrival nextArrival() {
        return arrivals.poll();
    }

    /// Why the connection is gone; null while it stands.
    @Nullable String whyLost() {
        return lost;
    }

    /// A message as it came.
    static final class Arrival {
        final String topic;
        final byte[] payload;

        Arrival(String topic, byte[] payload) {
            this.topic = topic;
            this.payload = payload;
        }
    }
}
