package se.troskel.controller.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.troskel.config.CentreLoader;
import se.troskel.config.ExamRulesLoader;
import se.troskel.controller.journal.Appender.Outcome;
import se.troskel.controller.staff.Done;
import se.troskel.hardware.Device;
import se.troskel.hardware.Devices;
import se.troskel.hardware.LockOutput;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.DeviceHealth;

/// Goal: whoever asks the loop finds what was answered in what is shown, and an order to a lock
/// that waited in the queue does not undo a later one. Method: a running loop with a journal that
/// commits at once and one lock that says what it is told to say, looked at in the very moment of a
/// reply.
class SiteLoopTest {
    private static final String DOOR = "exam-1";
    private static final String LOCK = "exam-1-lock";

    private final AtomicLong ids = new AtomicLong();
    private final ToldLock lock = new ToldLock();
    private final SiteLoop loop =
            new SiteLoop(
                    new Site(
                            new CentreLoader().require(Path.of("../config/centres/katrineholm")),
                            new ExamRulesLoader().load(List.of()).rulebook(),
                            "test",
                            () -> new UUID(0, ids.incrementAndGet())),
                    (_, done) -> done.accept(new Outcome.Committed(ids.incrementAndGet())),
                    new OneLock(lock),
                    new SiteLoop.Time(
                            InstantSource.fixed(SiteRig.STAFFED),
                            System::nanoTime,
                            () -> ClockTrust.SYNCED),
                    () -> {});

    private record OneLock(ToldLock lock) implements Devices {
        @Override
        public Map<String, Device> all() {
            return Map.of(LOCK, lock);
        }

        @Override
        public void close() {}
    }

    /// Keeps what it was told last, and tells nobody.
    private static final class ToldLock implements LockOutput {
        private volatile LockCommand told = LockCommand.LOCK;

        @Override
        public String id() {
            return LOCK;
        }

        @Override
        public DeviceHealth health() {
            return DeviceHealth.ONLINE;
        }

        @Override
        public void onHealth(Consumer<DeviceHealth> listener) {}

        @Override
        public void unlock(Duration max) {
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
        public void onTold(Consumer<LockCommand> listener) {}
    }

    @AfterEach
    void stop() {
        loop.close();
    }

    @Test
    void theViewHoldsWhatAReplyIsAbout() throws Exception {
        loop.start();
        CompletableFuture<Done> reply = new CompletableFuture<>();
        CompletableFuture<SiteView> seen = reply.thenApply(_ -> loop.view());
        assertThat(loop.offer(new SiteInput.EnrolmentStarted(SiteRig.STAFF, SiteRig.KIOSK, reply)))
                .isTrue();
        assertThat(seen.get(10, TimeUnit.SECONDS).enrolment()).isPresent();
    }

    @Test
    void aLockingThatALaterUnlockingOvertookInTheQueueEndsNothing() {
        loop.start();
        unlock();
        assertThat(modeAfter(new SiteInput.LockTold(LOCK, LockCommand.LOCK)))
                .isEqualTo(DoorMode.UNLOCKED);
    }

    @Test
    void aLockThatItsOwnTimerLockedIsBelieved() {
        loop.start();
        unlock();
        lock.told = LockCommand.LOCK;
        assertThat(modeAfter(new SiteInput.LockTold(LOCK, LockCommand.LOCK)))
                .isEqualTo(DoorMode.LOCKED);
    }

    private void unlock() {
        assertThat(
                        loop.<Done>ask(reply ->
                                new SiteInput.DoorUnlockAsked(
                                        SiteRig.STAFF, DOOR, Duration.ofMinutes(5), reply)))
                .hasValueSatisfying(done -> assertThat(done.done()).isTrue());
    }

    /// The door's mode once the loop has taken an input, and answered a question asked behind it.
    private @Nullable DoorMode modeAfter(SiteInput input) {
        assertThat(loop.offer(input)).isTrue();
        return loop.ask(SiteInput.SnapshotAsked::new)
                .map(asked -> asked.snapshot().doorModes().get(DOOR))
                .orElseThrow();
    }
}
