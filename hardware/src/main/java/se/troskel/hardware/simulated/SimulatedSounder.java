package se.troskel.hardware.simulated;

import java.util.function.Consumer;
import se.troskel.hardware.HardwareException;
import se.troskel.hardware.Sounder;
import se.troskel.hardware.internal.ReportedHealth;
import se.troskel.protocol.event.DeviceHealth;

/// A sounder that remembers its last signal. Thread-safe.
final class SimulatedSounder implements Sounder, Cuttable {
    private final String id;
    private final ReportedHealth health = new ReportedHealth(DeviceHealth.ONLINE);
    private volatile Signal last = Signal.QUIET;

    SimulatedSounder(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public DeviceHealth health() {
        return health.now();
    }

    @Override
    public void onHealth(Consumer<DeviceHealth> listener) {
        health.onChange(listener);
    }

    @Override
    public void signal(Signal signal) {
        if (health.now() != DeviceHealth.ONLINE) {
            throw new HardwareException("sounder " + id + ": it is cut off; restore it");
        }
        last = signal;
    }

    Signal last() {
        return last;
    }

    @Override
    public void cut(boolean away) {
        health.set(away ? DeviceHealth.OFFLINE : DeviceHealth.ONLINE);
        health.deliver();
    }
}
