package se.troskel.hardware.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.config.CentreConfig;
import se.troskel.config.Device;
import se.troskel.config.Device.Kind;
import se.troskel.config.Door;
import se.troskel.hardware.CardReader;
import se.troskel.hardware.CodeScanner;
import se.troskel.hardware.HardwareException;
import se.troskel.hardware.InputLine;
import se.troskel.hardware.InputLine.Level;
import se.troskel.hardware.LockOutput;
import se.troskel.hardware.OccupancySensor;
import se.troskel.hardware.OccupancySensor.Observation;
import se.troskel.hardware.Sounder;
import se.troskel.hardware.TestCentre;
import se.troskel.hardware.internal.HandTimer;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.event.DeviceHealth;

/// What the hand does reaches the ports as from real devices. A centre with one device of every
/// kind is opened in memory and time moves by hand.
class SimulatedSiteTest {
    private static final Duration SETTLED = Duration.ofMillis(20);

    private final HandTimer timer = new HandTimer();
    private final SimulatedDevices devices =
            SimulatedDevices.open(centre(Door.Lock.Type.FAIL_SECURE), name -> timer);
    private final SimulatedSite site = devices.site();
    private final List<Object> heard = new ArrayList<>();

    private static CentreConfig centre(Door.Lock.Type type) {
        return TestCentre.of(
                TestCentre.door(Door.Kind.OWN, type),
                TestCentre.simulated("lock", Kind.LOCK, true),
                TestCentre.simulated("contact", Kind.DOOR_CONTACT, true),
                TestCentre.simulated("monitor", Kind.LOCK_MONITOR, false),
                TestCentre.simulated("rex", Kind.REQUEST_TO_EXIT, true),
                TestCentre.supervised("tamper", Kind.TAMPER),
                TestCentre.simulated("reader", Kind.CARD_READER, false),
                TestCentre.simulated("scanner", Kind.CODE_SCANNER, false),
                TestCentre.simulated("sensor", Kind.OCCUPANCY_SENSOR, false),
                TestCentre.simulated("sounder", Kind.SOUNDER, false),
                TestCentre.simulated("kiosk", Kind.KIOSK, false),
                TestCentre.wired("elsewhere", Kind.KIOSK, Device.Provider.NETWORK, null));
    }

    @AfterEach
    void close() {
        devices.close();
    }

    @Test
    void everythingIsThereOnlineAndAtRest() {
        assertThat(devices.all())
                .containsOnlyKeys(
                        "lock", "contact", "monitor", "rex", "tamper", "reader", "scanner",
                        "sensor", "sounder");
        assertThat(devices.all().values())
                .allMatch(device -> device.health() == DeviceHealth.ONLINE);
        assertThat(input("contact").level()).isEqualTo(Level.REST);
        assertThat(input("rex").level()).isEqualTo(Level.REST);
        assertThat(input("monitor").level()).isEqualTo(Level.REST);
        assertThat(lock().told()).isEqualTo(LockCommand.LOCK);
        assertThat(devices.find("lock", InputLine.class)).isEmpty();
    }

    @Test
    void cardsCodesAndPeopleAreHeardOncePerHappening() {
        devices.find("reader", CardReader.class).orElseThrow().onCard(heard::add);
        devices.find("scanner", CodeScanner.class).orElseThrow().onCode(heard::add);
        devices.find("sensor", OccupancySensor.class).orElseThrow().onObservation(heard::add);
        site.tapCard("reader", "04A1B2C3");
        site.scanCode("scanner", "TR1.TST");
        site.observe("sensor", new Observation.Passage(1));
        assertThat(heard).containsExactly("04A1B2C3", "TR1.TST", new Observation.Passage(1));
    }

    @Test
    void aDoorIsOpenedAndClosed() {
        input("contact").onChange(heard::add);
        site.setContact("contact", Level.ACTIVE);
        timer.advance(SETTLED);
        site.setContact("contact", Level.REST);
        timer.advance(SETTLED);
        assertThat(heard).containsExactly(Level.ACTIVE, Level.REST);
    }

    @Test
    void anExitButtonIsPressedAndLetGo() {
        input("rex").onChange(heard::add);
        site.pressRex("rex");
        timer.advance(SETTLED);
        assertThat(heard).containsExactly(Level.ACTIVE);
        timer.advance(SimulatedSite.PRESS);
        assertThat(heard).containsExactly(Level.ACTIVE, Level.REST);
    }

    @Test
    void aChatteringContactIsAFaultUntilItIsStill() {
        InputLine contact = input("contact");
        contact.onHealth(heard::add);
        site.bounce("contact");
        assertThat(contact.level()).isEqualTo(Level.FAULT);
        timer.advance(Duration.ofSeconds(1));
        assertThat(contact.level()).isEqualTo(Level.REST);
        assertThat(heard).containsExactly(DeviceHealth.FAULT, DeviceHealth.ONLINE);
    }

    @Test
    void anInputWithEndOfLineResistorsTellsACutAndAShortedWire() {
        InputLine tamper = input("tamper");
        tamper.onChange(heard::add);
        tamper.onHealth(heard::add);
        site.setContact("tamper", Level.ACTIVE);
        timer.advance(SETTLED);
        site.cut("tamper");
        site.cut("tamper");
        site.setContact("tamper", Level.REST);
        timer.advance(SETTLED);
        site.shortWire("tamper");
        assertThat(tamper.level()).isEqualTo(Level.SHORTED);
        site.restore("tamper");
        assertThat(heard)
                .containsExactly(
                        Level.ACTIVE,
                        Level.CUT,
                        DeviceHealth.CUT,
                        Level.SHORTED,
                        DeviceHealth.SHORTED,
                        Level.REST,
                        DeviceHealth.ONLINE);
    }

    @Test
    void anInputWithoutThemHasNoWireToShort() {
        assertThatThrownBy(() -> site.shortWire("contact"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("contact");
        site.cut("contact");
        assertThat(input("contact").level()).isEqualTo(Level.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"FAIL_SECURE", "FAIL_SAFE", "MOTOR"})
    void theMonitorFollowsTheLock(Door.Lock.Type type) {
        try (SimulatedDevices opened = SimulatedDevices.open(centre(type), name -> timer)) {
            InputLine monitor = opened.find("monitor", InputLine.class).orElseThrow();
            opened.find("lock", LockOutput.class).orElseThrow().unlock(Duration.ofSeconds(5));
            timer.advance(SETTLED);
            assertThat(monitor.level()).isEqualTo(Level.ACTIVE);
            timer.advance(Duration.ofSeconds(5));
            timer.advance(SETTLED);
            assertThat(monitor.level()).isEqualTo(Level.REST);
        }
    }

    @Test
    void aJammedBoltStaysThoughTheLockIsToldToUnlock() {
        site.jam("lock", true);
        lock().unlock(Duration.ofSeconds(5));
        timer.advance(SETTLED);
        assertThat(lock().told()).isEqualTo(LockCommand.UNLOCK);
        assertThat(input("monitor").level()).isEqualTo(Level.REST);
        site.jam("lock", false);
        timer.advance(SETTLED);
        assertThat(input("monitor").level()).isEqualTo(Level.ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lock", "contact", "monitor", "rex", "reader", "scanner", "sensor", "sounder"
            })
    void everyDeviceCanBeCutAndRestored(String id) {
        var device = devices.find(id, se.troskel.hardware.Device.class).orElseThrow();
        device.onHealth(heard::add);
        site.cut(id);
        assertThat(device.health()).isEqualTo(DeviceHealth.OFFLINE);
        site.restore(id);
        assertThat(device.health()).isEqualTo(DeviceHealth.ONLINE);
        assertThat(heard).containsExactly(DeviceHealth.OFFLINE, DeviceHealth.ONLINE);
    }

    @Test
    void aCutReaderIsDeafAndACutContactUnknown() {
        devices.find("reader", CardReader.class).orElseThrow().onCard(heard::add);
        input("contact").onChange(heard::add);
        site.cut("reader");
        site.cut("contact");
        site.tapCard("reader", "04A1B2C3");
        site.setContact("contact", Level.ACTIVE);
        assertThat(heard).containsExactly(Level.UNKNOWN);
        site.restore("contact");
        assertThat(heard).containsExactly(Level.UNKNOWN, Level.ACTIVE);
    }

    @Test
    void aSounderKeepsItsLastSignalAndRefusesWhenCut() {
        Sounder sounder = devices.find("sounder", Sounder.class).orElseThrow();
        assertThat(site.lastSignal("sounder")).isEqualTo(Sounder.Signal.QUIET);
        sounder.signal(Sounder.Signal.GRANTED);
        site.cut("sounder");
        assertThatThrownBy(() -> sounder.signal(Sounder.Signal.ALARM))
                .isInstanceOf(HardwareException.class);
        assertThat(site.lastSignal("sounder")).isEqualTo(Sounder.Signal.GRANTED);
    }

    static List<Executable> wrongHands() {
        SimulatedDevices devices =
                SimulatedDevices.open(centre(Door.Lock.Type.FAIL_SECURE), name -> new HandTimer());
        SimulatedSite site = devices.site();
        return List.of(
                () -> site.tapCard("nobody", "04A1B2C3"),
                () -> site.tapCard("scanner", "04A1B2C3"),
                () -> site.tapCard("reader", ""),
                () -> site.tapCard("reader", "1".repeat(65)),
                () -> site.scanCode("scanner", "1".repeat(513)),
                () -> site.setContact("lock", Level.ACTIVE),
                () -> site.setContact("contact", Level.FAULT),
                () -> site.jam("contact", true),
                () -> site.cut("kiosk"),
                () -> site.lastSignal("reader"));
    }

    @ParameterizedTest
    @MethodSource("wrongHands")
    void theHandIsRefusedWhatADeviceIsNotThereFor(Executable wrong) {
        assertThatThrownBy(wrong::execute).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLockOfNoDoorIsRefused() {
        CentreConfig config =
                TestCentre.of(
                        TestCentre.door(Door.Kind.OWN, Door.Lock.Type.FAIL_SAFE),
                        TestCentre.simulated("spare", Kind.LOCK, false));
        assertThatThrownBy(() -> SimulatedDevices.open(config, name -> timer))
                .isInstanceOf(HardwareException.class)
                .hasMessageContaining("spare");
    }

    private LockOutput lock() {
        return devices.find("lock", LockOutput.class).orElseThrow();
    }

    private InputLine input(String id) {
        return devices.find(id, InputLine.class).orElseThrow();
    }
}
