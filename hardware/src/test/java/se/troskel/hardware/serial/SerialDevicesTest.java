package se.troskel.hardware.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.troskel.hardware.TestCentre.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import se.troskel.config.Device;
import se.troskel.config.Device.Kind;
import se.troskel.hardware.HardwareException;
import se.troskel.hardware.TestCentre;
import se.troskel.protocol.event.DeviceHealth;

/// Scanners and readers are heard over a real serial port and come back after they were unplugged.
/// The port is a pseudo-terminal of the kernel, reached by a link as udev makes one.
@EnabledOnOs(OS.LINUX)
class SerialDevicesTest {
    @TempDir Path dev;

    private final List<String> heard = new CopyOnWriteArrayList<>();

    @Test
    void codesWithAndWithoutAnEndAreHeard() throws IOException {
        try (Pty pty = plugged();
                SerialCodeScanner scanner = new SerialCodeScanner(device(Kind.CODE_SCANNER))) {
            scanner.onCode(heard::add);
            await(() -> scanner.health() == DeviceHealth.ONLINE);
            pty.send("TR1.FIRST\r\nTR1.SECOND\rTR1.THIRD\n");
            await(() -> heard.size() == 3);
            pty.send("TR1.NO-END");
            await(() -> heard.size() == 4);
            pty.send("bad\u0007code\rTR1.LAST\r");
            await(() -> heard.size() == 5);
            assertThat(heard)
                    .containsExactly(
                            "TR1.FIRST", "TR1.SECOND", "TR1.THIRD", "TR1.NO-END", "TR1.LAST");
        }
    }

    @Test
    void unpluggedAndPluggedInAgainItComesBack() throws IOException {
        List<DeviceHealth> health = new CopyOnWriteArrayList<>();
        try (SerialCardReader reader = new SerialCardReader(device(Kind.CARD_READER))) {
            reader.onCard(heard::add);
            reader.onHealth(health::add);
            await(() -> reader.health() == DeviceHealth.OFFLINE);
            try (Pty pty = plugged()) {
                await(() -> reader.health() == DeviceHealth.ONLINE);
                pty.send("04A1B2C3\r\n");
                await(() -> heard.size() == 1);
            }
            await(() -> reader.health() == DeviceHealth.OFFLINE);
            try (Pty pty = plugged()) {
                await(() -> reader.health() == DeviceHealth.ONLINE);
                pty.send("04D5E6F7\r\n");
                await(() -> heard.size() == 2);
            }
            assertThat(heard).containsExactly("04A1B2C3", "04D5E6F7");
            assertThat(health)
                    .containsSubsequence(
                            DeviceHealth.ONLINE, DeviceHealth.OFFLINE, DeviceHealth.ONLINE);
        }
    }

    @Test
    void aCardNumberLongerThanAnyIsNotHeard() throws IOException {
        try (Pty pty = plugged();
                SerialCardReader reader = new SerialCardReader(device(Kind.CARD_READER))) {
            reader.onCard(heard::add);
            await(() -> reader.health() == DeviceHealth.ONLINE);
            pty.send("1".repeat(65) + "\r" + "2".repeat(64) + "\r");
            await(() -> !heard.isEmpty());
            assertThat(heard).containsExactly("2".repeat(64));
        }
    }

    @Test
    void aDeviceWithoutAPortIsRefused() {
        Device device =
                TestCentre.wired("scanner", Kind.CODE_SCANNER, Device.Provider.SERIAL, null);
        assertThatThrownBy(() -> new SerialCodeScanner(device))
                .isInstanceOf(HardwareException.class)
                .hasMessageContaining("scanner");
    }

    /// A new pseudo-terminal behind the same link.
    private Pty plugged() throws IOException {
        Pty pty = new Pty();
        Files.deleteIfExists(port());
        Files.createSymbolicLink(port(), pty.path());
        return pty;
    }

    private Path port() {
        return dev.resolve("ttyScanner");
    }

    private Device device(Kind kind) {
        return TestCentre.wired("serial", kind, Device.Provider.SERIAL, port().toString());
    }
}
