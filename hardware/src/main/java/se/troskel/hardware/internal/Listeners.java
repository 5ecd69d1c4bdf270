package se.troskel.hardware.internal;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The listeners of one device, told in the order in which things happened. Thread-safe. A driver
/// posts a value while it holds its own monitor and delivers after it has let go, so that a
/// listener that blocks against its contract delays other listeners, never a lock.
public final class Listeners<T> {
    /// Values that wait at most; the oldest is dropped beyond it, and logged.
    static final int CAPACITY = 256;

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<Consumer<T>> listeners = new CopyOnWriteArrayList<>();
    private final ArrayDeque<T> waiting = new ArrayDeque<>();
    private final ReentrantLock delivering = new ReentrantLock();

    public void add(Consumer<T> listener) {
        listeners.add(listener);
    }

    /// Queues `value`; never blocks and calls nobody.
    public void post(T value) {
        synchronized (waiting) {
            if (waiting.size() == CAPACITY) {
                waiting.remove();
                LOG.warn("a device's listener is stuck: the oldest of {} values dropped", CAPACITY);
            }
            waiting.add(value);
        }
    }

    /// Calls the listeners with everything posted, unless another thread, or this one further down
    /// its stack, is at it: that one then takes the rest.
    public void deliver() {
        while (hasWaiting() && !delivering.isHeldByCurrentThread() && delivering.tryLock()) {
            try {
                for (T value = next(); value != null; value = next()) {
                    tell(value);
                }
            } finally {
                delivering.unlock();
            }
        }
    }

    /// [#post] and [#deliver].
    public void tellAll(T value) {
        post(value);
        deliver();
    }

    private void tell(T value) {
        for (Consumer<T> listener : listeners) {
            try {
                listener.accept(value);
            } catch (RuntimeException broken) {
                // without its message: it may quote a card number or a ticket
                LOG.error("a device's listener failed: {}", broken.getClass().getName());
            }
        }
    }

    private boolean hasWaiting() {
        synchronized (waiting) {
            return !waiting.isEmpty();
        }
    }

    private @Nullable T next() {
        synchronized (waiting) {
            return waiting.poll();
        }
    }
}
