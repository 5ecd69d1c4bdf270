package se.troskel.hardware.simulated;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import se.troskel.config.CentreConfig;
import se.troskel.config.Door;
import se.troskel.hardware.Device;
import se.troskel.hardware.Devices;
import se.troskel.hardware.HardwareException;
import se.troskel.hardware.InputLine;
import se.troskel.hardware.InputLine.Level;
import se.troskel.hardware.LockOutput;
import se.troskel.hardware.internal.LineTimer;
import se.troskel.hardware.internal.ThreadTimer;
import se.troskel.hardware.pi4j.MemoryContact;
import se.troskel.hardware.pi4j.Pi4jLines;
import se.troskel.hardware.simulated.EndOfLine.Wire;
import se.troskel.protocol.door.LockCommand;

/// Every device of a centre whose provider is SIMULATED, and the hand that works them. Thread-safe.
/// Locks, contacts and buttons are the production drivers over in-memory Pi4J lines; a lock's
/// monitor follows its output. Every contact starts at rest.
public final class SimulatedDevices implements Devices {
    private final Pi4jLines lines;
    private final LineTimer handTimer;
    private final Map<String, Device> devices = new HashMap<>();
    private final Map<String, Cuttable> wires = new HashMap<>();
    private final Map<String, MemoryContact> contacts = new HashMap<>();
    private final Map<String, SimulatedBolt> bolts = new HashMap<>();
    private final Map<String, EndOfLine> endsOfLine = new HashMap<>();
    private final SimulatedSite site;

    private SimulatedDevices(CentreConfig config, Function<String, LineTimer> timers) {
        lines = Pi4jLines.inMemory(timers);
        handTimer = timers.apply("simulated-hand");
        try {
            openAll(config);
        } catch (RuntimeException refused) {
            close();
            throw refused;
        }
        site = new SimulatedSite(all(), wires, contacts, bolts, endsOfLine, handTimer);
    }

    /// Opens them on real time.
    ///
    /// @throws HardwareException when the configuration does not say how to open one of them
    public static SimulatedDevices open(CentreConfig config) {
        return open(config, ThreadTimer::new);
    }

    /// Opens them on timers made by `timers`, each with a name.
    static SimulatedDevices open(CentreConfig config, Function<String, LineTimer> timers) {
        return new SimulatedDevices(config, timers);
    }

    /// The hand that works them.
    public SimulatedSite site() {
        return site;
    }

    @Override
    public Map<String, Device> all() {
        return Map.copyOf(devices);
    }

    @Override
    public void close() {
        handTimer.close();
        lines.close();
    }

    private void open(CentreConfig config, se.troskel.config.Device device, int number) {
        switch (device.kind()) {
            case LOCK -> {
                Door door = doorOf(config, device);
                add(
                        lines.lock(door, device, number),
                        away -> lines.memoryLock(door, device).cut(away));
            }
            case DOOR_CONTACT,
                    LOCK_MONITOR,
                    REQUEST_TO_EXIT,
                    TAMPER,
                    OTHER_SYSTEM,
                    FIRE_ALARM,
                    BURGLAR_ALARM -> {
                InputLine line = lines.input(device, number);
                MemoryContact contact = lines.memoryContact(device);
                contact.put(Level.REST);
                contacts.put(device.id(), contact);
                if (device.supervision() != null && device.supervision().endOfLine()) {
                    EndOfLine supervised = new EndOfLine(line);
                    endsOfLine.put(device.id(), supervised);
                    add(supervised, away -> supervised.wire(away ? Wire.CUT : Wire.WHOLE));
                } else {
                    add(line, contact::cut);
                }
            }
            case CARD_READER -> {
                SimulatedCardReader reader = new SimulatedCardReader(device.id());
                add(reader, reader.front());
            }
            case CODE_SCANNER -> {
                SimulatedCodeScanner scanner = new SimulatedCodeScanner(device.id());
                add(scanner, scanner.front());
            }
            case OCCUPANCY_SENSOR -> {
                SimulatedOccupancySensor sensor = new SimulatedOccupancySensor(device.id());
                add(sensor, sensor.front());
            }
            case SOUNDER -> {
                SimulatedSounder sounder = new SimulatedSounder(device.id());
                add(sounder, sounder);
            }
            case KIOSK -> {
                // a program of its own, not a device on a wire
            }
        }
    }

    private void openAll(CentreConfig config) {
        int number = 0;
        for (se.troskel.config.Device device : config.devices()) {
            if (device.provider() == se.troskel.config.Device.Provider.SIMULATED) {
                open(config, device, number++);
            }
        }
        config.doors().forEach(door -> hangBolt(config, door));
    }

    private void add(Device device, Cuttable wire) {
        devices.put(device.id(), device);
        wires.put(device.id(), wire);
    }

    private void hangBolt(CentreConfig config, Door door) {
        String output = door.lock().output();
        MemoryContact monitor = contacts.get(door.lockMonitor());
        if (monitor == null || !(devices.get(output) instanceof LockOutput)) {
            return;
        }
        SimulatedBolt bolt = new SimulatedBolt(monitor);
        config.device(output)
                .map(device -> lines.memoryLock(door, device))
                .ifPresent(lock ->
                        lock.onDriven(told ->
                                bolt.drive(
                                        told == LockCommand.UNLOCK ? Level.ACTIVE : Level.REST)));
        bolts.put(output, bolt);
    }

    private static Door doorOf(CentreConfig config, se.troskel.config.Device lock) {
        return config.doors().stream()
                .filter(door -> door.lock().output().equals(lock.id()))
                .findFirst()
                .orElseThrow(() ->
                        new HardwareException(
                                "lock "
                                        + lock.id()
                                        + ": no door names it as its output, so its safe"
                                        + " level is not known; name it or remove it"));
    }
}
