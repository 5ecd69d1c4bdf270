package se.troskel.hardware.simulated;

import java.util.function.Consumer;
import se.troskel.hardware.CodeScanner;
import se.troskel.protocol.event.DeviceHealth;

/// A code scanner without a wire. Thread-safe.
record SimulatedCodeScanner(String id, Front<String> front) implements CodeScanner {
    SimulatedCodeScanner(String id) {
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
    public void onCode(Consumer<String> listener) {
        front.onHappening(listener);
    }
}
