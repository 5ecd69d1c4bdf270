package se.troskel.hardware.pi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.troskel.protocol.door.LockCommand.LOCK;
import static se.troskel.protocol.door.LockCommand.UNLOCK;

import com.pi4j.io.gpio.digital.DigitalState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.config.Device;
import se.troskel.config.Door;
import se.troskel.hardware.HardwareException;
import se.troskel.hardware.TestCentre;
import se.troskel.hardware.internal.HandTimer;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.event.DeviceHealth;

/// A lock never stays unlocked longer than it was told, whatever its callers and its line do. A
/// fail-secure lock hangs on an in-memory line (HIGH unlocks) and time moves by hand.
class Pi4jLockOutputTest {
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

    private final HandTimer timer = new HandTimer();
    private final Pi4jLines lines = Pi4jLines.inMemory(name -> timer);
    private final Door door = TestCentre.door(Door.Kind.OWN, Door.Lock.Type.FAIL_SECURE);
    private final Device output = TestCentre.simulated("lock", Device.Kind.LOCK, false);
    private final Pi4jLockOutput lock = lines.lock(door, output, 1);
    private final MemoryOutput line = lines.memoryLock(door, output).line();
    private final List<LockCommand> told = new ArrayList<>();
    private final List<DeviceHealth> health = new ArrayList<>();

    Pi4jLockOutputTest() {
        lock.onTold(told::add);
        lock.onHealth(health::add);
    }

    @AfterEach
    void close() {
        lines.close();
    }

    @Test
    void itsOwnTimerEndsAnUnlockThoughNobodyCallsLock() {
        lock.unlock(FIVE_SECONDS);
        timer.advance(FIVE_SECONDS.minusNanos(1));
        assertThat(line.state()).isEqualTo(DigitalState.HIGH);
        timer.advance(Duration.ofNanos(1));
        assertThat(line.state()).isEqualTo(DigitalState.LOW);
        assertThat(lock.told()).isEqualTo(LOCK);
        assertThat(told).containsExactly(UNLOCK, LOCK);
    }

    @Test
    void unlockingAgainStartsTheTimeAnew() {
        lock.unlock(FIVE_SECONDS);
        timer.advance(Duration.ofSeconds(4));
        lock.unlock(FIVE_SECONDS);
        timer.advance(Duration.ofSeconds(4));
        assertThat(lock.told()).isEqualTo(UNLOCK);
        timer.advance(Duration.ofSeconds(1));
        assertThat(lock.told()).isEqualTo(LOCK);
        assertThat(told).containsExactly(UNLOCK, LOCK);
        assertThat(timer.pending()).isZero();
    }

    @Test
    void unlockingAgainForLessShortensTheTime() {
        lock.unlock(Duration.ofSeconds(60));
        lock.unlock(Duration.ofSeconds(1));
        timer.advance(Duration.ofSeconds(1));
        assertThat(line.state()).isEqualTo(DigitalState.LOW);
    }

    @Test
    void lockingEndsTheTimerToo() {
        lock.unlock(FIVE_SECONDS);
        lock.lock();
        assertThat(line.state()).isEqualTo(DigitalState.LOW);
        assertThat(timer.pending()).isZero();
    }

    @Test
    void aLineThatRefusesToUnlockLeavesTheLockAsItWas() {
        line.cut();
        assertThatThrownBy(() -> lock.unlock(FIVE_SECONDS))
                .isInstanceOf(HardwareException.class)
                .hasMessageContaining("lock lock");
        assertThat(lock.told()).isEqualTo(LOCK);
        assertThat(told).isEmpty();
        assertThat(timer.pending()).isZero();
        assertThat(health).containsExactly(DeviceHealth.OFFLINE);
    }

    @Test
    void aLineThatRefusesToLockIsTriedUntilItDoes() {
        lock.unlock(FIVE_SECONDS);
        line.cut();
        timer.advance(FIVE_SECONDS.plusSeconds(3));
        assertThat(lock.told()).isEqualTo(UNLOCK);
        assertThat(timer.pending()).isEqualTo(1);
        line.restore();
        assertThat(lock.told()).isEqualTo(LOCK);
        assertThat(line.state()).isEqualTo(DigitalState.LOW);
        assertThat(timer.pending()).isZero();
        assertThat(health).containsExactly(DeviceHealth.OFFLINE, DeviceHealth.ONLINE);
    }

    @Test
    void aLineThatComesBackDuringAnUnlockIsLocked() {
        lock.unlock(FIVE_SECONDS);
        line.cut();
        line.restore();
        assertThat(lock.told()).isEqualTo(LOCK);
        assertThat(told).containsExactly(UNLOCK, LOCK);
    }

    @Test
    void aRefusedLockingIsSaidAndTheTimerStillEndsTheUnlock() {
        lock.unlock(FIVE_SECONDS);
        line.cut();
        assertThatThrownBy(lock::lock).isInstanceOf(HardwareException.class);
        assertThat(timer.pending()).isEqualTo(1);
    }

    @Test
    void aSecondTryLetsGoForAMomentAndEndsWithTheFirst() {
        lock.unlock(FIVE_SECONDS);
        timer.advance(Duration.ofSeconds(1));
        lock.unlockAgain(Duration.ofSeconds(4));
        assertThat(line.state()).isEqualTo(DigitalState.LOW);
        timer.advance(Pi4jLockOutput.PAUSE);
        assertThat(line.state()).isEqualTo(DigitalState.HIGH);
        timer.advance(Duration.ofSeconds(4).minus(Pi4jLockOutput.PAUSE));
        assertThat(line.state()).isEqualTo(DigitalState.LOW);
        assertThat(told).containsExactly(UNLOCK, LOCK);
    }

    @Test
    void aSecondTryWithoutTimeLeftOnlyLocks() {
        lock.unlock(FIVE_SECONDS);
        lock.unlockAgain(Pi4jLockOutput.PAUSE);
        timer.advance(FIVE_SECONDS);
        assertThat(line.state()).isEqualTo(DigitalState.LOW);
        assertThat(lock.told()).isEqualTo(LOCK);
        assertThat(timer.pending()).isZero();
    }

    @Test
    void aLockDuringTheSecondTryHasTheLastWord() {
        lock.unlock(FIVE_SECONDS);
        lock.unlockAgain(Duration.ofSeconds(4));
        lock.lock();
        timer.advance(FIVE_SECONDS);
        assertThat(line.state()).isEqualTo(DigitalState.LOW);
        assertThat(told).containsExactly(UNLOCK, LOCK);
    }

    @Test
    void releasedItStaysUnlockedUntilItIsLocked() {
        lock.unlock(FIVE_SECONDS);
        lock.release();
        timer.advance(Duration.ofDays(1));
        assertThat(line.state()).isEqualTo(DigitalState.HIGH);
        lock.lock();
        assertThat(line.state()).isEqualTo(DigitalState.LOW);
        assertThat(told).containsExactly(UNLOCK, LOCK);
    }

    @Test
    void closedItIsLockedAndStaysSo() {
        lock.unlock(FIVE_SECONDS);
        lock.close();
        assertThat(line.state()).isEqualTo(DigitalState.LOW);
        assertThatThrownBy(() -> lock.unlock(FIVE_SECONDS)).isInstanceOf(HardwareException.class);
        assertThat(line.state()).isEqualTo(DigitalState.LOW);
        assertThat(lock.told()).isEqualTo(LOCK);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void anUnlockWithoutATimeIsRefused(long nanos) {
        assertThatThrownBy(() -> lock.unlock(Duration.ofNanos(nanos)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(line.state()).isEqualTo(DigitalState.LOW);
    }
}
