package se.troskel.hardware.serial;

import java.util.function.Consumer;
import se.troskel.config.Device;
import se.troskel.hardware.CardReader;
import se.troskel.hardware.internal.Listeners;
import se.troskel.protocol.event.DeviceHealth;

/// A card reader on a serial port that sends one line per tap. Thread-safe; reads on its own thread
/// from the start, and comes back by itself after it was unplugged.
public final class SerialCardReader implements CardReader, AutoCloseable {
    private static final int MAX_LENGTH = 64;

    private final String id;
    private final Listeners<String> listeners = new Listeners<>();
    private final SerialLine line;

    /// Starts reading.
    ///
    /// @param device its port need not exist yet: it is then OFFLINE
    /// @throws se.troskel.hardware.HardwareException when it names no port
    public SerialCardReader(Device device) {
        id = device.id();
        line = new SerialLine(SerialAddress.of(device), MAX_LENGTH, listeners::tellAll);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public DeviceHealth health() {
        return line.health().now();
    }

    @Override
    public void onHealth(Consumer<DeviceHealth> listener) {
        line.health().onChange(listener);
    }

    @Override
    public void onCard(Consumer<String> listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        line.close();
    }
}
