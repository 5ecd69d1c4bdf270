package se.troskel.hardware.simulated;

import java.util.function.Consumer;
import se.troskel.hardware.InputLine;
import se.troskel.hardware.internal.Listeners;
import se.troskel.hardware.internal.ReportedHealth;
import se.troskel.protocol.event.DeviceHealth;

/// An input with end-of-line resistors: the contact itself behind a wire that can be cut or
/// shorted, and says so. Thread-safe.
final class EndOfLine implements InputLine {
    private final InputLine contact;
    private final ReportedHealth health;
    private final Listeners<Level> changes = new Listeners<>();
    private Wire wire = Wire.WHOLE;
    private Level said;

    EndOfLine(InputLine contact) {
        this.contact = contact;
        this.health = new ReportedHealth(contact.health());
        this.said = contact.level();
        contact.onChange(_ -> look());
        look();
    }

    /// The state of the wire.
    enum Wire {
        WHOLE,
        CUT,
        SHORTED
    }

    void wire(Wire is) {
        synchronized (this) {
            wire = is;
        }
        look();
    }

    private void look() {
        synchronized (this) {
            Level now =
                    switch (wire) {
                        case WHOLE -> contact.level();
                        case CUT -> Level.CUT;
                        case SHORTED -> Level.SHORTED;
                    };
            health.set(now.health());
            if (now != said) {
                said = now;
                changes.post(now);
            }
        }
        changes.deliver();
        health.deliver();
    }

    @Override
    public String id() {
        return contact.id();
    }

    @Override
    public synchronized Level level() {
        return said;
    }

    @Override
    public void onChange(Consumer<Level> listener) {
        changes.add(listener);
    }

    @Override
    public DeviceHealth health() {
        return health.now();
    }

    @Override
    public void onHealth(Consumer<DeviceHealth> listener) {
        health.onChange(listener);
    }
}
