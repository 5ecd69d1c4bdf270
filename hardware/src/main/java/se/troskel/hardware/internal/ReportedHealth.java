package se.troskel.hardware.internal;

import java.util.function.Consumer;
import se.troskel.protocol.event.DeviceHealth;

/// A device's health and those who listen to it. Thread-safe.
public final class ReportedHealth {
    private final Listeners<DeviceHealth> listeners = new Listeners<>();
    private DeviceHealth now;

    public ReportedHealth(DeviceHealth initial) {
        now = initial;
    }

    public synchronized DeviceHealth now() {
        return now;
    }

    public void onChange(Consumer<DeviceHealth> listener) {
        listeners.add(listener);
    }

    /// Takes `health`; a change is told at the next [#deliver].
    public synchronized void set(DeviceHealth health) {
        if (health != now) {
            now = health;
            listeners.post(health);
        }
    }

    /// Tells the listeners; called without any monitor held.
    public void deliver() {
        listeners.deliver();
    }
}
