package se.troskel.region.intake;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.region.picture.Board;
import se.troskel.region.picture.LivePicture;
import se.troskel.region.picture.StateReading;
import se.troskel.region.picture.StateTopic;
import se.troskel.region.store.RegionStore;
import se.troskel.region.store.StoreException;
import se.troskel.region.store.StoredState;

/// Takes in what the centres send, in order: gathers a batch, commits it durably, acknowledges it
/// to the centres, and only then to the broker. One thread of its own does all of it;
/// [#deliver(Delivered)] and [#connected(boolean)] may be called from anywhere and never wait.
///
/// What is malformed is counted and forgotten, its content never logged; it holds nobody up. While
/// the record cannot be written, nothing is acknowledged and the same batch is tried again.
public final class Intake implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final int MOST_WAITING = 65_536;
    private static final int MOST_AT_ONCE = 500;
    private static final Duration GATHER = Duration.ofMillis(20);
    private static final long AGAIN_SECONDS = 1;
    private static final Duration TICK = Duration.ofMillis(500);

    private final ArrayBlockingQueue<Delivered> queue = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong dropped = new AtomicLong();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final RegionStore store;
    private final LivePicture live;
    private final BatchWork work;
    private final LongSupplier nanos;
    private final Thread thread;
    private volatile boolean connected;
    private volatile boolean greet;
    private volatile boolean closing;
    private volatile IntakeStatus status;
    private volatile boolean writing = true;

    /// Reads what is stored; does nothing before [#start()].
    ///
    /// @param nanos monotonic
    public Intake(Parts parts, InstantSource wall, LongSupplier nanos) {
        this.store = parts.store();
        this.live = parts.live();
        this.nanos = nanos;
        this.work = new BatchWork(parts, wall, nanos);
        restore(parts.board());
        work.reload();
        this.status = work.status(false, 0, 0, true);
        this.thread = Thread.ofPlatform().name("intake").daemon().unstarted(this::run);
    }

    /// What the intake works on.
    public record Parts(RegionStore store, Board board, LivePicture live, RegionLink link) {}

    private void restore(Board board) {
        for (StoredState stored : store.states()) {
            StateTopic topic = StateTopic.of(stored.topic());
            StateReading reading = topic == null ? null : StateReading.of(topic, stored.payload());
            if (reading != null) {
                board.put(reading);
            }
        }
        store.heard().forEach(board::heard);
    }

    /// Starts the intake's thread. Once only.
    public void start() {
        thread.start();
    }

    /// Takes a message from the broker's client; one that finds no room is counted and given up,
    /// which the centre heals by sending it again.
    public void deliver(Delivered delivered) {
        if (!queue.offer(delivered)) {
            dropped.incrementAndGet();
            delivered.acknowledge().run();
        }
    }

    /// The broker can be reached, or not any more. At each new connection every centre is told how
    /// far it is stored.
    public void connected(boolean now) {
        connected = now;
        greet |= now;
    }

    public IntakeStatus status() {
        return status;
    }

    /// Ends after the batch in hand. Waits some seconds at most.
    @Override
    public void close() {
        closing = true;
        stopped.countDown(); // no interrupt: it would close the database's file under its hands
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            if (!thread.join(Duration.ofSeconds(10))) {
                LOG.warn("the intake does not stop; it is left behind");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean shownConnected = false;
        live.show(false, work.picture());
        while (!closing) {
            try {
                List<Delivered> batch = gather();
                boolean changed = take(batch);
                if (connected && greet) {
                    greet = false;
                    work.acknowledgeAll();
                }
                work.askWhereStalled();
                if (changed || connected != shownConnected) {
                    shownConnected = connected;
                    live.show(shownConnected, work.picture());
                }
                status = work.status(connected, queue.size(), dropped.get(), writing);
            } catch (InterruptedException e) {
                closing = true;
            } catch (RuntimeException e) {
                LOG.error("the intake failed on a batch; the centres send it again", e);
                work.reload();
            }
        }
    }

    /// Waits for a first message, then for more until there are enough or the time is over.
    private List<Delivered> gather() throws InterruptedException {
        List<Delivered> batch = new ArrayList<>();
        Delivered first = queue.poll(TICK.toNanos(), TimeUnit.NANOSECONDS);
        if (first == null) {
            return batch;
        }
        batch.add(first);
        long end = nanos.getAsLong() + GATHER.toNanos();
        while (batch.size() < MOST_AT_ONCE) {
            queue.drainTo(batch, MOST_AT_ONCE - batch.size());
            long left = end - nanos.getAsLong();
            if (batch.size() >= MOST_AT_ONCE || left <= 0) {
                break;
            }
            Delivered next = queue.poll(left, TimeUnit.NANOSECONDS);
            if (next != null) {
                batch.add(next);
            }
        }
        return batch;
    }

    /// Works through a batch, again and again while it cannot be stored.
    private boolean take(List<Delivered> batch) throws InterruptedException {
        while (!batch.isEmpty() && !closing) {
            try {
                boolean changed = work.take(batch);
                writing = true;
                return changed;
            } catch (StoreException e) {
                work.reload();
                if (e.isAboutTheData()) {
                    return takeEach(batch);
                }
                if (writing) {
                    LOG.error("the record cannot be written; nothing is acknowledged", e);
                }
                writing = false;
                status = work.status(connected, queue.size(), dropped.get(), false);
                stopped.await(AGAIN_SECONDS, TimeUnit.SECONDS);
            }
        }
        return false;
    }

    /// One by one, so that what the database will never take holds up nothing else.
    private boolean takeEach(List<Delivered> batch) throws InterruptedException {
        boolean changed = false;
        for (Delivered one : batch) {
            if (batch.size() > 1) {
                changed |= take(List.of(one));
            } else {
                work.refuse(one);
            }
        }
        return changed;
    }
}
