package se.troskel.controller.bench;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.config.CentreConfig;
import se.troskel.config.ConfigFingerprint;
import se.troskel.config.Door;
import se.troskel.controller.commissioning.Attempt;
import se.troskel.controller.commissioning.Commissioning;
import se.troskel.controller.commissioning.CommissioningInput;
import se.troskel.controller.commissioning.CommissioningReport;
import se.troskel.controller.commissioning.CommissioningStep;
import se.troskel.controller.commissioning.CommissioningSteps;
import se.troskel.controller.commissioning.CommissioningText.Progress;
import se.troskel.controller.commissioning.Fact;
import se.troskel.controller.commissioning.Proof;
import se.troskel.controller.commissioning.Sensed;
import se.troskel.controller.page.CommissioningDesk;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.site.SiteInput;
import se.troskel.controller.site.SiteLoop;
import se.troskel.controller.staff.Done;
import se.troskel.hardware.Devices;
import se.troskel.hardware.HardwareException;
import se.troskel.hardware.Sounder;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.mqtt.DoorStatus;

/// Bench mode at a running centre. It only listens to the devices, beside the site loop; a lock is
/// moved by asking the loop as any staff does, so that nothing here can hold a door open or shut.
///
/// What devices say is enqueued on their threads and looked at on one of its own. Thread-safe.
public final class Bench implements CommissioningDesk, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bench.class);
    private static final int WAITING_MAX = 256;
    private static final Done NOT_SAVED = new Done(false, "commissioning.not-saved", null);

    private final Parts parts;
    private final String fingerprint;
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong lost = new AtomicLong();
    private final ThreadPoolExecutor hearing =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(WAITING_MAX),
                    Thread.ofPlatform().name("commissioning").daemon().factory(),
                    (_, _) -> lost.incrementAndGet());
    private final BenchSenses senses;
    private final Runnable viewEnding;
    private Instant began;
    private volatile Commissioning state;
    private volatile boolean changedSince;

    /// What the bench works with.
    ///
    /// @param loop unlocks, and knows which terminals are there
    /// @param version of the software, for the report
    public record Parts(
            CentreConfig config,
            Devices devices,
            SiteLoop loop,
            CommissioningFolder folder,
            InstantSource wall,
            String version) {}

    /// Goes on where it was before a restart, and listens. Blocks on disk.
    public Bench(Parts parts) {
        this.parts = parts;
        this.fingerprint = ConfigFingerprint.of(parts.config());
        Optional<Progress> before = parts.folder().resume(fingerprint);
        this.began =
                before.map(progress -> progress.head().began())
                        .orElseGet(() -> parts.wall().instant());
        this.state =
                Commissioning.resumed(
                        CommissioningSteps.of(parts.config()),
                        before.map(Progress::results).orElse(List.of()));
        this.changedSince =
                parts.folder().filed(1).stream()
                        .anyMatch(last -> !last.report().head().config().equals(fingerprint));
        this.senses = new BenchSenses(parts.config(), parts.devices(), parts.loop(), this::heard);
        senses.listen();
        this.viewEnding = parts.loop().onView(_ -> viewChanged());
    }

    @Override
    public Commissioning state() {
        return state;
    }

    @Override
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Done begin(StaffAccount by, String step) {
        Done begun = apply(new CommissioningInput.Begun(step, by.displayName()));
        if (begun.done()) {
            // before anything can be pulsed: how it stood at the beginning counts too
            hearNow();
        }
        return begun;
    }

    @Override
    public Done pulse(StaffAccount by) {
        Attempt attempt = state.attempt();
        if (attempt == null || attempt.ended()) {
            return new Done(false, "commissioning.over", null);
        }
        CommissioningStep step = attempt.step();
        if (step.proof() == Proof.SOUNDER && step.device() != null) {
            return sound(step.device());
        }
        if (step.proof() == Proof.LOCK_MOVES && step.door() != null) {
            return parts.config()
                    .door(step.door())
                    .map(door -> unlock(by, door))
                    .orElse(new Done(false, "door.unknown", null));
        }
        return new Done(false, "commissioning.over", null);
    }

    /// Never shortens an unlocking that is going on, and leaves a door under a standing order
    /// alone; the loop refuses such a door too.
    private Done unlock(StaffAccount by, Door door) {
        Optional<DoorStatus> now =
                parts.loop().view().doors().stream()
                        .filter(one -> one.door().equals(door.id()))
                        .findFirst();
        if (now.filter(one -> one.posture() != DoorPosture.NORMAL).isPresent()) {
            return new Done(false, "commissioning.ordered", null);
        }
        if (now.filter(one -> one.mode() != DoorMode.LOCKED).isPresent()) {
            return new Done(false, "commissioning.unlocked", null);
        }
        return parts.loop()
                .<Done>ask(reply ->
                        new SiteInput.DoorUnlockAsked(by, door.id(), door.times().access(), reply))
                .orElse(new Done(false, "desk.slow", null));
    }

    private Done sound(String device) {
        try {
            parts.devices()
                    .find(device, Sounder.class)
                    .ifPresent(sounder -> sounder.signal(Sounder.Signal.GRANTED));
            return new Done(true, "commissioning.sounded", null);
        } catch (HardwareException e) {
            LOG.warn("{}", e.getMessage());
            return new Done(false, "commissioning.mute", null);
        }
    }

    @Override
    public Done confirm(String remark) {
        return apply(new CommissioningInput.Confirmed(parts.wall().instant(), remark));
    }

    @Override
    public Done refute(String reason) {
        return apply(new CommissioningInput.Refuted(parts.wall().instant(), reason));
    }

    @Override
    public Done leaveOut(String reason) {
        return apply(new CommissioningInput.LeftOut(parts.wall().instant(), reason));
    }

    @Override
    public synchronized Done startAnew() {
        Instant now = parts.wall().instant();
        return keep(Commissioning.resumed(state.steps(), List.of()), now);
    }

    @Override
    public synchronized Done file(StaffAccount by) {
        CommissioningReport.Head head =
                new CommissioningReport.Head(
                        parts.config().centre().code(),
                        parts.config().centre().name(),
                        parts.config().centre().timeZone().getId(),
                        parts.wall().instant(),
                        by.displayName(),
                        parts.version(),
                        fingerprint);
        try {
            String id = parts.folder().file(CommissioningReport.of(state, parts.config(), head));
            changedSince = false;
            tell();
            return new Done(true, "commissioning.filed", id);
        } catch (UncheckedIOException e) {
            LOG.error("The report was not written", e);
            return NOT_SAVED;
        }
    }

    @Override
    public List<Filed> filed(int max) {
        return parts.folder().filed(max);
    }

    @Override
    public Optional<Filed> filed(String id) {
        return parts.folder().find(id);
    }

    @Override
    public Optional<byte[]> file(String id) {
        return parts.folder().bytes(id);
    }

    @Override
    public boolean isChangedSince() {
        return changedSince;
    }

    /// How many facts came while too many were waiting; the person does the step again.
    public long lostFacts() {
        return lost.get();
    }

    private synchronized Done apply(CommissioningInput input) {
        Commissioning after = state.step(input);
        return after.equals(state)
                ? new Done(false, "commissioning.over", null)
                : keep(after, began);
    }

    /// Under this object's monitor: on the disk before anybody sees it.
    private Done keep(Commissioning after, Instant since) {
        if (!after.results().equals(state.results())) {
            try {
                parts.folder()
                        .save(
                                new Progress(
                                        new Progress.Head(
                                                parts.config().centre().code(), fingerprint, since),
                                        after.results()));
            } catch (UncheckedIOException e) {
                LOG.error("The commissioning's progress was not written", e);
                return NOT_SAVED;
            }
        }
        began = since;
        state = after;
        tell();
        return new Done(true, "commissioning.kept", null);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    /// On a device's thread: only enqueues, and only what the present step waits for.
    private void heard(String device, Fact fact) {
        Attempt attempt = state.attempt();
        if (attempt != null && !attempt.ended() && attempt.step().watches(device)) {
            Sensed sensed = new Sensed(device, fact, parts.wall().instant());
            hearing.execute(() -> apply(new CommissioningInput.Heard(sensed)));
        }
    }

    /// On the loop's thread: only enqueues. A terminal has no line of its own to listen to.
    private void viewChanged() {
        Attempt attempt = state.attempt();
        if (attempt != null && attempt.step().proof() == Proof.TERMINAL) {
            hearing.execute(this::hearNow);
        }
    }

    /// What the devices of the present step say now.
    private void hearNow() {
        Attempt attempt = state.attempt();
        if (attempt == null) {
            return;
        }
        attempt.step().expected().stream()
                .map(expected -> expected.device())
                .distinct()
                .forEach(device ->
                        senses.now(device)
                                .map(fact -> new Sensed(device, fact, parts.wall().instant()))
                                .ifPresent(fact -> apply(new CommissioningInput.Heard(fact))));
    }

    @Override
    public void close() {
        viewEnding.run();
        hearing.shutdownNow();
    }
}
