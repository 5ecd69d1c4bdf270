package se.troskel.controller.uplink;

import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.controller.journal.JournalReader;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.mqtt.CentreState;
import se.troskel.protocol.mqtt.Topics;
import se.troskel.protocol.occupancy.LeftInside;

/// The way to the region: journal records until they are acknowledged, and the newest state of
/// everything. Nothing that arrives here can move a lock: the package knows no door.
///
/// One thread of its own does all the work; every public method only notes something, never waits
/// and may be called from anywhere, the site loop included.
///
/// ```
/// [pausing] --time--> [connecting] --answered--> [connected]
///     ^                    |                         |
///     +----- failed -------+-------- lost -----------+
/// ```
public final class Uplink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Uplink.class);

    private final UplinkSettings settings;
    private final UplinkTime time;
    private final Broker broker;
    private final Topics topics;
    private final StateBoard board = new StateBoard();
    private final Semaphore wake = new Semaphore(0);
    private final AtomicLong dropped = new AtomicLong();
    private final Delivery delivery;
    private final CentreReport report;
    private final JournalReader journal;
    private final Thread thread;
    private volatile Consumer<Boolean> onConnection = _ -> {};
    private volatile boolean closing;
    private volatile UplinkStatus status;
    private long attempts;

    /// An uplink over Eclipse Paho. Reads the cursor from disk; does nothing before [#start()].
    ///
    /// @throws se.troskel.protocol.AccessSystemException when the directory or the certificate
    ///   authority cannot be used; the controller then says so and runs without an uplink
    public Uplink(UplinkSettings settings, JournalReader journal, UplinkTime time) {
        this(settings, journal, time, new PahoBroker(settings));
    }

    Uplink(UplinkSettings settings, JournalReader journal, UplinkTime time, Broker broker) {
        this.settings = settings;
        this.time = time;
        this.broker = broker;
        this.journal = journal;
        this.topics = new Topics(settings.centre());
        this.delivery =
                new Delivery(
                        journal, new AcknowledgedFile(settings.directory()), settings.limits());
        this.report = new CentreReport(settings, journal, time.wall());
        board.put(topics.centreState(), report.state(true));
        this.status =
                new UplinkStatus(
                        false,
                        time.wall().instant(),
                        unacknowledged(),
                        delivery.givenUp(),
                        delivery.cursor(),
                        delivery.historyDiffers(),
                        0,
                        0,
                        0,
                        null);
        this.thread = Thread.ofPlatform().name("uplink").daemon().unstarted(this::run);
    }

    /// Calls `listener` with whether there is a connection, each time that changes, on the uplink's
    /// thread; it must only enqueue. Before [#start()], once only.
    public void onConnection(Consumer<Boolean> listener) {
        this.onConnection = listener;
    }

    /// Starts the uplink's thread. Once only.
    public void start() {
        journal.onCommitted(seq -> wake.release());
        thread.start();
    }

    /// Publishes `message`, retained, as soon as there is a connection; an older state of the topic
    /// that was not sent is forgotten.
    ///
    /// @param topic one of this centre's state topics, but not its `state/centre`
    /// @throws IllegalArgumentException for any other topic
    public void publishState(String topic, Object message) {
        String root = topics.centreState().replaceFirst("centre$", "");
        if (!topic.startsWith(root) || topic.equals(topics.centreState())) {
            throw new IllegalArgumentException("not a room, door or device of this centre");
        }
        board.put(topic, message);
        wake.release();
    }

    /// How the centre is open; told to the region at once and with every heartbeat.
    ///
    /// @param mode null when the controller cannot tell
    /// @param until null when it is not known
    public void opening(@Nullable OpeningMode mode, @Nullable Instant until) {
        report.opening(mode, until);
    }

    /// Tells the region what the building's alarms say; as [#opening].
    ///
    /// @param fire null when no alarm tells
    /// @param armed null when no alarm tells
    public void alarms(@Nullable Boolean fire, @Nullable Boolean armed) {
        report.alarms(fire, armed);
        wake.release();
    }

    /// Who is still inside after closing; told to the region at once and with every heartbeat.
    ///
    /// @param left null for nobody, as far as is known
    public void leftInside(@Nullable LeftInside left) {
        report.leftInside(left);
        wake.release();
    }

    /// What the centre has, told with every heartbeat so that the region forgets what it has no
    /// more. Before [#start()].
    public void parts(CentreState.Parts parts) {
        report.parts(parts);
    }

    public UplinkStatus status() {
        return status;
    }

    /// Tells the region that the centre leaves, disconnects, saves the cursor. Waits some seconds
    /// at most.
    @Override
    public void close() {
        closing = true;
        wake.release();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            if (!thread.join(settings.limits().connect().plusSeconds(5))) {
                LOG.warn("the uplink does not stop; it is left behind");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        var limits = settings.limits();
        var backoff = new Backoff(limits.backoffMin(), limits.backoffMax(), time.random());
        while (!closing) {
            attempts++;
            String trouble = connectOnce(backoff);
            delivery.save(); // before what waits may be given up
            tell(false, trouble);
            waitOut(backoff.next().toNanos());
        }
    }

    /// One connection from beginning to end; returns why it ended.
    private @Nullable String connectOnce(Backoff backoff) {
        var link = new Link(wake, dropped);
        byte[] will = report.bytes(false);
        try (var connection = broker.connect(topics.centreState(), will, link)) {
            connection.subscribe(topics.ack(), topics.requests());
            tell(true, null);
            LOG.info("connected to the broker");
            var session =
                    new Session(
                            link,
                            connection,
                            new Session.Parts(settings, time, delivery, board, report, dropped));
            session.begin();
            while (!closing && link.whyLost() == null) {
                session.step();
                tell(true, null);
                if (session.isHeard()) {
                    backoff.reset();
                }
                pause(Session.TICK_NANOS);
            }
            if (closing && link.whyLost() == null) {
                connection.publish(topics.centreState(), report.bytes(false), true);
            }
            return link.whyLost();
        } catch (Broker.BrokerException e) {
            LOG.debug("attempt {} failed", attempts, e);
            return String.valueOf(e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("the uplink failed; it begins again with a new connection", e);
            return "the uplink failed: " + e.getClass().getSimpleName();
        }
    }

    /// Waits until there is something to do, at most `nanos`.
    private void pause(long nanos) {
        try {
            if (wake.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    /// Waits all of `nanos`, whatever is committed or published meanwhile; ends early at closing.
    private void waitOut(long nanos) {
        long begin = time.nanos().getAsLong();
        long left = nanos;
        while (!closing && left > 0) {
            pause(left);
            left = nanos - (time.nanos().getAsLong() - begin);
        }
    }

    private void tell(boolean connected, @Nullable String trouble) {
        UplinkStatus before = status;
        status =
                new UplinkStatus(
                        connected,
                        before.connected() == connected ? before.since() : time.wall().instant(),
                        unacknowledged(),
                        delivery.givenUp(),
                        delivery.cursor(),
                        delivery.historyDiffers(),
                        dropped.get(),
                        board.dropped(),
                        attempts,
                        trouble);
        if (before.connected() != connected) {
            onConnection.accept(connected);
        }
    }

    private long unacknowledged() {
        return Math.max(0, journal.lastSeq() - delivery.cursor() - delivery.givenUp());
    }
}
