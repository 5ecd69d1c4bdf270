package se.troskel.hardware.centre;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import se.troskel.config.CentreConfig;
import se.troskel.hardware.Device;
import se.troskel.hardware.Devices;
import se.troskel.hardware.HardwareException;
import se.troskel.hardware.serial.SerialCardReader;
import se.troskel.hardware.serial.SerialCodeScanner;
import se.troskel.hardware.simulated.SimulatedDevices;

/// The devices that a program of a centre drives itself, each by its configured provider: SIMULATED
/// in memory, card readers and code scanners SERIAL. KEYBOARD and NETWORK devices are not driven
/// from here. Thread-safe.
public final class CentreDevices implements Devices {
    private final Map<String, Device> devices = new HashMap<>();
    private final SimulatedDevices simulated;

    private CentreDevices(SimulatedDevices simulated) {
        this.simulated = simulated;
        devices.putAll(simulated.all());
    }

    /// Opens every device of `config`.
    ///
    /// @throws HardwareException when one cannot be opened; none is open then
    public static Devices open(CentreConfig config) {
        return open(config, SimulatedDevices.open(config), device -> true);
    }

    /// Opens the devices of `config`, the simulated ones being open already.
    ///
    /// @param simulated closed with this
    /// @param serial which serial devices are this program's: a port has one reader, so terminal
    ///   and controller must not both open it
    /// @throws HardwareException when one cannot be opened; none is open then
    public static Devices open(
            CentreConfig config,
            SimulatedDevices simulated,
            Predicate<se.troskel.config.Device> serial) {
        CentreDevices opened = new CentreDevices(simulated);
        try {
            for (se.troskel.config.Device device : config.devices()) {
                opened.open(device, serial);
            }
            return opened;
        } catch (HardwareException refused) {
            opened.close();
            throw refused;
        }
    }

    @Override
    public Map<String, Device> all() {
        return Map.copyOf(devices);
    }

    @Override
    public void close() {
        simulated.close();
        devices.values().forEach(CentreDevices::close);
    }

    private void open(se.troskel.config.Device device, Predicate<se.troskel.config.Device> serial) {
        switch (device.provider()) {
            case SIMULATED, KEYBOARD, NETWORK -> {
                // open already, or not on a wire of this program
            }
            case GPIO ->
                    throw new HardwareException(
                            "device "
                                    + device.id()
                                    + ": the gpio provider is not in this version; use SIMULATED");
            case SERIAL -> {
                if (serial.test(device)) {
                    devices.put(device.id(), openSerial(device));
                }
            }
        }
    }

    private static Device openSerial(se.troskel.config.Device device) {
        return switch (device.kind()) {
            case CARD_READER -> new SerialCardReader(device);
            case CODE_SCANNER -> new SerialCodeScanner(device);
            case LOCK,
                    DOOR_CONTACT,
                    LOCK_MONITOR,
                    REQUEST_TO_EXIT,
                    TAMPER,
                    OTHER_SYSTEM,
                    FIRE_ALARM,
                    BURGLAR_ALARM,
                    OCCUPANCY_SENSOR,
                    SOUNDER,
                    KIOSK ->
                    throw new HardwareException(
                            "device "
                                    + device.id()
                                    + ": only card readers and code scanners can be SERIAL, not "
                                    + device.kind());
        };
    }

    private static void close(Device device) {
        switch (device) {
            case SerialCardReader reader -> reader.close();
            case SerialCodeScanner scanner -> scanner.close();
            default -> {}
        }
    }
}
