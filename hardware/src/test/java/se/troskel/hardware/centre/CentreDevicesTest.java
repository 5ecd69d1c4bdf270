package se.troskel.hardware.centre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.config.CentreConfig;
import se.troskel.config.Device;
import se.troskel.config.Device.Kind;
import se.troskel.config.Door;
import se.troskel.hardware.Devices;
import se.troskel.hardware.HardwareException;
import se.troskel.hardware.LockOutput;
import se.troskel.hardware.TestCentre;
import se.troskel.hardware.serial.SerialCodeScanner;
import se.troskel.hardware.simulated.SimulatedDevices;
import se.troskel.protocol.event.DeviceHealth;

/// Every device is opened by the provider it is configured with, or refused by name. Centres with
/// simulated and serial devices are opened; the serial port is not there.
class CentreDevicesTest {
    private static CentreConfig centreWith(Kind kind, Device.Provider provider) {
        return TestCentre.of(
                TestCentre.door(Door.Kind.OWN, Door.Lock.Type.FAIL_SECURE),
                TestCentre.simulated("lock", Kind.LOCK, false),
                TestCentre.wired("wired", kind, provider, "/nowhere/ttyACM0"));
    }

    @Test
    void simulatedAndSerialDevicesAreOpenedTogether() {
        try (Devices devices =
                CentreDevices.open(centreWith(Kind.CODE_SCANNER, Device.Provider.SERIAL))) {
            assertThat(devices.find("lock", LockOutput.class)).isPresent();
            SerialCodeScanner scanner =
                    devices.find("wired", SerialCodeScanner.class).orElseThrow();
            TestCentre.await(() -> scanner.health() == DeviceHealth.OFFLINE);
        }
    }

    @Test
    void aPortThatIsAnotherProgramsIsLeftAlone() {
        CentreConfig config = centreWith(Kind.CODE_SCANNER, Device.Provider.SERIAL);
        try (Devices devices =
                CentreDevices.open(config, SimulatedDevices.open(config), device -> false)) {
            assertThat(devices.all()).containsOnlyKeys("lock");
        }
    }

    @ParameterizedTest
    @CsvSource({"CODE_SCANNER, KEYBOARD", "KIOSK, NETWORK"})
    void devicesThatAreNotOnAWireAreLeftOut(Kind kind, Device.Provider provider) {
        try (Devices devices = CentreDevices.open(centreWith(kind, provider))) {
            assertThat(devices.all()).containsOnlyKeys("lock");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LOCK, GPIO, the gpio provider is not in this version",
        "DOOR_CONTACT, SERIAL, only card readers and code scanners can be SERIAL"
    })
    void whatCannotBeOpenedIsRefusedByName(Kind kind, Device.Provider provider, String why) {
        assertThatThrownBy(() -> CentreDevices.open(centreWith(kind, provider)))
                .isInstanceOf(HardwareException.class)
                .hasMessageContaining("device wired")
                .hasMessageContaining(why);
    }
}
