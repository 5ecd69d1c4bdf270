package se.troskel.controller.site;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.controller.journal.Appender;
import se.troskel.hardware.Device;
import se.troskel.hardware.Devices;
import se.troskel.hardware.HardwareException;
import se.troskel.hardware.InputLine;
import se.troskel.hardware.LockOutput;
import se.troskel.hardware.Sounder;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.event.ClockTrust;

/// The thread that owns the site's state. Anybody may [#offer]; only this thread steps the [Site]
/// and carries out its effects. It never waits for disk, network or people; a lock is driven by one
/// system call.
///
/// A broken invariant in the core ends the loop: every lock is told to lock, `onFailure` runs, and
/// the process is expected to exit and be started again. Egress never depends on it.
public final class SiteLoop implements AutoCloseable {
    /// Inputs waiting at most; one more is refused and counted.
    public static final int QUEUE_CAPACITY = 4_096;

    /// How long [#ask] waits.
    public static final int ANSWER_SECONDS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(SiteLoop.class);
    private static final long LONGEST_WAIT_NANOS = 250_000_000L;

    private final BlockingQueue<SiteInput> queue = new ArrayBlockingQueue<>(QUEUE_CAPACITY);
    private final AtomicLong refused = new AtomicLong();
    private final CopyOnWriteArrayList<Consumer<SiteView>> listeners = new CopyOnWriteArrayList<>();
    private final Site site;
    private final Appender journal;
    private final Devices devices;
    private final Time time;
    private final Thread thread;
    private long seenRefusals;
    private volatile SiteView view;
    private volatile boolean running = true;

    /// Where the loop takes its time from.
    ///
    /// @param wall wall clock
    /// @param nanos monotonic
    /// @param trust how far the wall clock can be believed now
    public record Time(InstantSource wall, LongSupplier nanos, Supplier<ClockTrust> trust) {
        Moment now() {
            return new Moment(wall.instant(), nanos.getAsLong(), trust.get());
        }
    }

    public SiteLoop(Site site, Appender journal, Devices devices, Time time, Runnable onFailure) {
        this.site = site;
        this.journal = journal;
        this.devices = devices;
        this.time = time;
        this.view = site.view(time.now());
        this.thread = Thread.ofPlatform().name("site-loop").unstarted(() -> run(onFailure));
    }

    /// Starts the thread; every lock is told its safe state before the first input is read
    /// (INV-06).
    public void start() {
        thread.start();
    }

    /// Queues an input; never blocks. False when the queue is full: the caller tells the person to
    /// try again, a device is read again by its driver.
    public boolean offer(SiteInput input) {
        boolean taken = queue.offer(input);
        if (!taken) {
            refused.incrementAndGet();
        }
        return taken;
    }

    /// Asks and waits for the answer, at most [#ANSWER_SECONDS]; blocks, so never call it on the
    /// loop's thread. Empty when the queue is full or the answer does not come.
    public <T> Optional<T> ask(Function<CompletableFuture<T>, SiteInput> question) {
        CompletableFuture<T> reply = new CompletableFuture<>();
        if (!offer(question.apply(reply))) {
            return Optional.empty();
        }
        try {
            return Optional.of(reply.get(ANSWER_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
    }

    /// How many inputs were refused because the queue was full.
    public long refusedInputs() {
        return refused.get();
    }

    /// What was true after the last step.
    public SiteView view() {
        return view;
    }

    /// Calls `listener` after each change of the view, on the loop's thread; it must only enqueue.
    ///
    /// @return ends the listening
    public Runnable onView(Consumer<SiteView> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void run(Runnable onFailure) {
        try {
            site.restarted(time.now());
            carryOut();
            while (running) {
                SiteInput input = queue.poll(waitNanos(), TimeUnit.NANOSECONDS);
                site.step(
                        input == null || isOvertaken(input) ? new SiteInput.Tick() : input,
                        time.now());
                readLinesAgain();
                carryOut();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LOG.error("The site loop stopped on a broken invariant; every lock is told to lock", e);
            lockEverything();
            onFailure.run();
        }
    }

    /// A change that found the queue full was refused: what the lines say now is read instead.
    private void readLinesAgain() {
        long refusals = refused.get();
        if (refusals == seenRefusals) {
            return;
        }
        seenRefusals = refusals;
        for (Device device : devices.all().values()) {
            if (device instanceof InputLine line) {
                site.step(new SiteInput.LineChanged(line.id(), line.level()), time.now());
            }
        }
    }

    private long waitNanos() {
        Long deadline = site.nextDeadlineNanos();
        if (deadline == null) {
            return LONGEST_WAIT_NANOS;
        }
        return Math.clamp(deadline - time.nanos().getAsLong(), 0, LONGEST_WAIT_NANOS);
    }

    /// Whoever gets a reply and looks at the view finds in it what the reply is about. What a lock
    /// was told may have been overtaken by a later order while it waited in the queue; it would
    /// otherwise end the next person's access.
    private boolean isOvertaken(SiteInput input) {
        return input instanceof SiteInput.LockTold(String device, LockCommand told)
                && devices.find(device, LockOutput.class)
                        .filter(lock -> lock.told() != told)
                        .isPresent();
    }

    private void carryOut() {
        boolean viewChanged = false;
        List<SiteEffect.Reply<?>> replies = new ArrayList<>();
        for (List<SiteEffect> effects = site.drain(); !effects.isEmpty(); effects = site.drain()) {
            viewChanged |= carryOut(effects, replies);
        }
        if (viewChanged) {
            view = site.view(time.now());
            listeners.forEach(listener -> listener.accept(view));
        }
        replies.forEach(SiteLoop::complete);
    }

    private boolean carryOut(List<SiteEffect> effects, List<SiteEffect.Reply<?>> replies) {
        boolean viewChanged = false;
        for (SiteEffect effect : effects) {
            switch (effect) {
                case SiteEffect.Append append ->
                        journal.append(
                                append.draft(), outcome -> answered(append.pending(), outcome));
                case SiteEffect.Unlock(String device, Duration max) ->
                        toOpen(device, lock -> lock.unlock(max));
                case SiteEffect.UnlockAgain(String device, Duration max) ->
                        toOpen(device, lock -> lock.unlockAgain(max));
                case SiteEffect.Release(String device) -> toOpen(device, LockOutput::release);
                case SiteEffect.Lock lock -> lock(lock.device());
                case SiteEffect.Sound sound -> sound(sound);
                case SiteEffect.Reply<?> reply -> replies.add(reply);
                case SiteEffect.ViewChanged() -> viewChanged = true;
                case SiteEffect.Warn warn -> LOG.warn("{} [{}]", warn.message(), warn.device());
            }
        }
        return viewChanged;
    }

    /// The journal's answer must not be lost, whatever the queue holds: its writer waits for a
    /// place.
    private void answered(long pending, Appender.Outcome outcome) {
        SiteInput input =
                switch (outcome) {
                    case Appender.Outcome.Committed(long seq) ->
                            new SiteInput.Committed(pending, seq);
                    case Appender.Outcome.Refused(String why) ->
                            new SiteInput.Refused(pending, why);
                };
        if (Thread.currentThread() == thread) {
            site.step(input, time.now());
            return;
        }
        try {
            while (running && !queue.offer(input, 1, TimeUnit.SECONDS)) {
                refused.incrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A lock that refuses is told about as locked, so that the door's state follows.
    private void toOpen(String device, Consumer<LockOutput> order) {
        devices.find(device, LockOutput.class)
                .ifPresent(lock -> {
                    try {
                        order.accept(lock);
                    } catch (HardwareException e) {
                        LOG.error("{}", e.getMessage());
                        offer(new SiteInput.LockTold(device, LockCommand.LOCK));
                    }
                });
    }

    private void lock(String device) {
        devices.find(device, LockOutput.class)
                .ifPresent(lock -> {
                    try {
                        lock.lock();
                    } catch (HardwareException e) {
                        LOG.error("{}", e.getMessage());
                    }
                });
    }

    private void sound(SiteEffect.Sound sound) {
        devices.find(sound.device(), Sounder.class)
                .ifPresent(sounder -> {
                    try {
                        sounder.signal(sound.signal());
                    } catch (HardwareException e) {
                        LOG.warn("{}", e.getMessage());
                    }
                });
    }

    private static <T> void complete(SiteEffect.Reply<T> reply) {
        reply.future().complete(reply.value());
    }

    private void lockEverything() {
        if (!site.isFire()) {
            devices.all().keySet().forEach(this::lock);
        }
    }

    /// Stops the loop and waits for its last step; locks stay as they are and end by their own
    /// timers.
    @Override
    public void close() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
