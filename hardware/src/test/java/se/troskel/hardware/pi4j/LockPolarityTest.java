package se.troskel.hardware.pi4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.config.Device;
import se.troskel.config.Door;
import se.troskel.hardware.TestCentre;
import se.troskel.hardware.internal.HandTimer;
import se.troskel.protocol.door.LockCommand;

/// Every kind of lock gets the electrical level that means LOCK, from the first instant and after
/// closing. The table lists all kinds with both polarities; the levels are read from the Pi4J line.
class LockPolarityTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    OWN,     FAIL_SECURE, false, LOW,  HIGH
                    OWN,     FAIL_SECURE, true,  HIGH, LOW
                    OWN,     MOTOR,       false, LOW,  HIGH
                    OWN,     MOTOR,       true,  HIGH, LOW
                    OWN,     FAIL_SAFE,   false, HIGH, LOW
                    OWN,     FAIL_SAFE,   true,  LOW,  HIGH
                    FOREIGN, FAIL_SECURE, false, LOW,  HIGH
                    FOREIGN, FAIL_SECURE, true,  HIGH, LOW
                    FOREIGN, MOTOR,       false, LOW,  HIGH
                    FOREIGN, MOTOR,       true,  HIGH, LOW
                    FOREIGN, FAIL_SAFE,   false, LOW,  HIGH
                    FOREIGN, FAIL_SAFE,   true,  HIGH, LOW
                    """)
    void theLineHasTheLockedLevelAtCreationAndAtTheEnd(
            Door.Kind kind,
            Door.Lock.Type type,
            boolean activeLow,
            DigitalState locked,
            DigitalState unlocked) {
        Door door = TestCentre.door(kind, type);
        Device output = TestCentre.simulated("lock", Device.Kind.LOCK, activeLow);
        HandTimer timer = new HandTimer();
        Pi4jLines lines = Pi4jLines.inMemory(name -> timer);
        Pi4jLockOutput lock = lines.lock(door, output, 1);
        DigitalOutput line = lines.memoryLock(door, output).line();

        assertThat(line.config().initialState()).isEqualTo(locked);
        assertThat(line.config().shutdownState()).isEqualTo(locked);
        assertThat(line.state()).isEqualTo(locked);
        assertThat(lock.told()).isEqualTo(LockCommand.LOCK);

        lock.unlock(Duration.ofSeconds(5));
        assertThat(line.state()).isEqualTo(unlocked);
        lines.close();
        assertThat(line.state()).isEqualTo(locked);
    }
}
