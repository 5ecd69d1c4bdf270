package se.troskel.kiosk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import se.troskel.config.CentreConfig;
import se.troskel.config.Device;
import se.troskel.config.Door;
import se.troskel.hardware.CardReader;
import se.troskel.hardware.CodeScanner;
import se.troskel.hardware.Devices;
import se.troskel.hardware.serial.SerialCardReader;
import se.troskel.hardware.serial.SerialCodeScanner;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.event.DeviceHealth;

/// The card readers and code scanners of a terminal. A reader that belongs to a door is the
/// controller's.
final class Readers implements Devices {
    private final Map<String, se.troskel.hardware.Device> devices = new HashMap<>();
    private final List<Runnable> open = new ArrayList<>();

    private Readers() {}

    /// Opens those on a serial line.
    ///
    /// @throws se.troskel.hardware.HardwareException when one names no port; the program ends
    static Readers open(CentreConfig config) {
        Readers readers = new Readers();
        for (Device device : ofTerminal(config)) {
            if (device.provider() == Device.Provider.SERIAL
                    && device.kind() == Device.Kind.CARD_READER) {
                SerialCardReader reader = new SerialCardReader(device);
                readers.add(reader, reader::close);
            } else if (device.provider() == Device.Provider.SERIAL) {
                SerialCodeScanner scanner = new SerialCodeScanner(device);
                readers.add(scanner, scanner::close);
            }
        }
        return readers;
    }

    static List<Device> ofTerminal(CentreConfig config) {
        Set<String> ofDoors =
                config.doors().stream()
                        .map(Door::reader)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        return config.devices().stream()
                .filter(device ->
                        device.kind() == Device.Kind.CARD_READER
                                || device.kind() == Device.Kind.CODE_SCANNER)
                .filter(device -> !ofDoors.contains(device.id()))
                .toList();
    }

    /// Hands what `devices` read and how they are to `terminal`.
    static void connect(Devices devices, Terminal terminal) {
        devices.all()
                .forEach((id, device) -> {
                    switch (device) {
                        case CardReader reader -> {
                            reader.onCard(card -> terminal.read(Medium.CARD, card));
                            watch(id, reader, Medium.CARD, terminal);
                        }
                        case CodeScanner scanner -> {
                            scanner.onCode(code -> terminal.read(Medium.QR, code));
                            watch(id, scanner, Medium.QR, terminal);
                        }
                        default -> {
                            // nothing that a person shows a card to
                        }
                    }
                });
    }

    @Override
    public Map<String, se.troskel.hardware.Device> all() {
        return Map.copyOf(devices);
    }

    @Override
    public void close() {
        open.forEach(Runnable::run);
    }

    private void add(se.troskel.hardware.Device device, Runnable closing) {
        devices.put(device.id(), device);
        open.add(closing);
    }

    private static void watch(
            String id, se.troskel.hardware.Device device, Medium medium, Terminal terminal) {
        device.onHealth(health -> terminal.heard(id, medium, works(health)));
        terminal.heard(id, medium, works(device.health()));
    }

    private static boolean works(DeviceHealth health) {
        return switch (health) {
            case ONLINE, UNKNOWN -> true;
            case OFFLINE, FAULT, ALARM, STUCK, BOUNCING, CUT, SHORTED -> false;
        };
    }
}
