package se.troskel.hardware.simulated;

import java.util.function.Consumer;
import se.troskel.hardware.internal.Listeners;
import se.troskel.hardware.internal.ReportedHealth;
import se.troskel.protocol.event.DeviceHealth;

/// What readers, scanners and sensors without a wire have in common: they tell what happens in
/// front of them while they are not cut. Thread-safe.
///
/// @param <T> what they tell
final class Front<T> implements Cuttable {
    private final ReportedHealth health = new ReportedHealth(DeviceHealth.ONLINE);
    private final Listeners<T> listeners = new Listeners<>();

    DeviceHealth health() {
        return health.now();
    }

    void onHealth(Consumer<DeviceHealth> listener) {
        health.onChange(listener);
    }

    void onHappening(Consumer<T> listener) {
        listeners.add(listener);
    }

    /// Something happens; a device that is cut does not notice.
    void happen(T what) {
        if (health.now() == DeviceHealth.ONLINE) {
            listeners.tellAll(what);
        }
    }

    @Override
    public void cut(boolean away) {
        health.set(away ? DeviceHealth.OFFLINE : DeviceHealth.ONLINE);
        health.deliver();
    }
}
