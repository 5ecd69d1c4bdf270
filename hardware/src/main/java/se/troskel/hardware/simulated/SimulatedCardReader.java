package se.troskel.hardware.simulated;

import java.util.function.Consumer;
import se.troskel.hardware.CardReader;
import se.troskel.protocol.event.DeviceHealth;

/// A card reader without a wire. Thread-safe.
record SimulatedCardReader(String id, Front<String> front) implements CardReader {
    SimulatedCardReader(String id) {
        this(id, new Front<>());
    }

    @Override
    public DeviceHealth health() {
        return front.health();
    }

    @Override
    public void onHealth(Consumer<DeviceHealth> listener) {
        front.onHealth(listener);
    }

    @Override
    public void onCard(Consumer<String> listener) {
        front.onHappening(listener);
    }
}
