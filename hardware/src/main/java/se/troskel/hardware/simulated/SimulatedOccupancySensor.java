package se.troskel.hardware.simulated;

import java.util.function.Consumer;
import se.troskel.hardware.OccupancySensor;
import se.troskel.protocol.event.DeviceHealth;

/// A sensor of people without a wire. Thread-safe.
record SimulatedOccupancySensor(String id, Front<Observation> front) implements OccupancySensor {
    SimulatedOccupancySensor(String id) {
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
    public void onObservation(Consumer<Observation> listener) {
        front.onHappening(listener);
    }
}
