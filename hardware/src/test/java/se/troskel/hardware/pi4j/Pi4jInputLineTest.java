package se.troskel.hardware.pi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.config.Device;
import se.troskel.hardware.InputLine.Level;
import se.troskel.hardware.TestCentre;
import se.troskel.hardware.internal.HandTimer;
import se.troskel.protocol.event.DeviceHealth;

/// A contact is heard once per change, with its polarity resolved, and its faults are told apart
/// from its levels. The contact hangs on an in-memory line and time moves by hand.
class Pi4jInputLineTest {
    private final HandTimer timer = new HandTimer();
    private final Pi4jLines lines = Pi4jLines.inMemory(name -> timer);
    private final List<Level> changes = new ArrayList<>();

    @AfterEach
    void close() {
        lines.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isUnknownUntilReadThenFollowsTheContact(boolean activeLow) {
        Device device = TestCentre.simulated("contact", Device.Kind.DOOR_CONTACT, activeLow);
        Pi4jInputLine input = lines.input(device, 1);
        MemoryContact contact = lines.memoryContact(device);
        input.onChange(changes::add);
        assertThat(input.level()).isEqualTo(Level.UNKNOWN);

        contact.put(Level.REST);
        assertThat(input.level()).isEqualTo(Level.REST);
        contact.put(Level.ACTIVE);
        contact.put(Level.REST);
        contact.put(Level.ACTIVE);
        assertThat(input.level()).isEqualTo(Level.REST);
        timer.advance(Duration.ofMillis(20));
        assertThat(input.level()).isEqualTo(Level.ACTIVE);
        assertThat(input.health()).isEqualTo(DeviceHealth.ONLINE);
        assertThat(changes).containsExactly(Level.REST, Level.ACTIVE);
        assertThat(timer.pending()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsAtOnceWhatTheLineSaidBefore(boolean activeLow) {
        Device device = TestCentre.simulated("contact", Device.Kind.DOOR_CONTACT, activeLow);
        lines.input(device, 1);
        MemoryContact contact = lines.memoryContact(device);
        contact.put(Level.ACTIVE);
        Pi4jInputLine again = new Pi4jInputLine("again", contact.line(), activeLow, timer);
        assertThat(again.level()).isEqualTo(Level.ACTIVE);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNKNOWN", "FAULT"})
    void aContactKnowsNoOtherLevels(Level level) {
        Device device = TestCentre.simulated("contact", Device.Kind.DOOR_CONTACT, false);
        lines.input(device, 1);
        MemoryContact contact = lines.memoryContact(device);
        assertThatThrownBy(() -> contact.put(level)).isInstanceOf(IllegalArgumentException.class);
    }
}
