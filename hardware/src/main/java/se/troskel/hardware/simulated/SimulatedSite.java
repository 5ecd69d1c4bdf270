package se.troskel.hardware.simulated;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.troskel.hardware.Device;
import se.troskel.hardware.InputLine.Level;
import se.troskel.hardware.OccupancySensor.Observation;
import se.troskel.hardware.Sounder;
import se.troskel.hardware.internal.LineTimer;
import se.troskel.hardware.pi4j.MemoryContact;
import se.troskel.hardware.simulated.EndOfLine.Wire;

/// The hand that works simulated devices: what people, doors and faults do to them. Thread-safe;
/// returns at once. A contact is heard after the driver's debounce, as a real one. Every method
/// throws IllegalArgumentException for a device that is not there or not of its kind.
public final class SimulatedSite {
    /// How long a finger stays on an exit button.
    static final Duration PRESS = Duration.ofMillis(300);

    private static final int CARD_LENGTH = 64;
    private static final int CODE_LENGTH = 512;
    private static final int BOUNCES = 100;

    private final Map<String, Device> devices;
    private final Map<String, Cuttable> wires;
    private final Map<String, MemoryContact> contacts;
    private final Map<String, SimulatedBolt> bolts;
    private final Map<String, EndOfLine> endsOfLine;
    private final LineTimer timer;

    SimulatedSite(
            Map<String, Device> devices,
            Map<String, Cuttable> wires,
            Map<String, MemoryContact> contacts,
            Map<String, SimulatedBolt> bolts,
            Map<String, EndOfLine> endsOfLine,
            LineTimer timer) {
        this.devices = Map.copyOf(devices);
        this.wires = Map.copyOf(wires);
        this.contacts = Map.copyOf(contacts);
        this.bolts = Map.copyOf(bolts);
        this.endsOfLine = Map.copyOf(endsOfLine);
        this.timer = timer;
    }

    /// Taps a card with `number`, 1 to 64 characters, on a reader.
    public void tapCard(String reader, String number) {
        SimulatedCardReader device = device(reader, SimulatedCardReader.class);
        device.front().happen(sized(number, CARD_LENGTH));
    }

    /// Holds a code with `text`, 1 to 512 characters, before a scanner.
    public void scanCode(String scanner, String text) {
        SimulatedCodeScanner device = device(scanner, SimulatedCodeScanner.class);
        device.front().happen(sized(text, CODE_LENGTH));
    }

    /// Lets a sensor see something.
    public void observe(String sensor, Observation seen) {
        device(sensor, SimulatedOccupancySensor.class).front().happen(seen);
    }

    /// Puts a door contact, lock monitor or button at REST or ACTIVE.
    public void setContact(String contact, Level level) {
        contact(contact).put(level);
    }

    /// Presses an exit button and lets it go 300 ms later.
    public void pressRex(String button) {
        MemoryContact contact = contact(button);
        contact.put(Level.ACTIVE);
        timer.after(PRESS, () -> contact.put(Level.REST));
    }

    /// Lets a contact chatter like a loose wire; it ends at rest. Its driver reports a fault until
    /// it has been still for a second.
    public void bounce(String contact) {
        for (int i = 0; i < BOUNCES; i++) {
            contact(contact).put(Level.ACTIVE);
            contact(contact).put(Level.REST);
        }
    }

    /// Jams the bolt of a lock where it is, or frees it; only its monitor notices.
    public void jam(String lock, boolean stuck) {
        found(bolts.get(lock), lock, "a lock with a monitor").jam(stuck);
    }

    /// Takes a device off its wire: OFFLINE, deaf, and not to be driven; an input with end-of-line
    /// resistors says CUT.
    public void cut(String device) {
        wire(device).cut(true);
    }

    /// Shorts the wire of an input with end-of-line resistors, until it is restored.
    public void shortWire(String input) {
        found(endsOfLine.get(input), input, "an input with end-of-line resistors")
                .wire(Wire.SHORTED);
    }

    /// Puts a device back on its wire.
    public void restore(String device) {
        wire(device).cut(false);
    }

    /// The last signal that a sounder gave, QUIET at first.
    public Sounder.Signal lastSignal(String sounder) {
        return device(sounder, SimulatedSounder.class).last();
    }

    private Cuttable wire(String id) {
        return found(wires.get(id), id, "a device");
    }

    private MemoryContact contact(String id) {
        return found(contacts.get(id), id, "a contact or button");
    }

    private <D extends Device> D device(String id, Class<D> kind) {
        Device device = devices.get(id);
        return found(kind.isInstance(device) ? kind.cast(device) : null, id, kind.getSimpleName());
    }

    private static <T> T found(@Nullable T thing, String id, String what) {
        if (thing == null) {
            throw new IllegalArgumentException("no simulated device " + id + " that is " + what);
        }
        return thing;
    }

    private static String sized(String text, int max) {
        if (text.isEmpty() || text.length() > max) {
            throw new IllegalArgumentException("1 to " + max + " characters, not " + text.length());
        }
        return text;
    }
}
