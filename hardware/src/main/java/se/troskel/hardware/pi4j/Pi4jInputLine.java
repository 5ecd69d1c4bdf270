package se.troskel.hardware.pi4j;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalState;
import java.time.Duration;
import java.util.function.Consumer;
import se.troskel.hardware.InputLine;
import se.troskel.hardware.internal.LineTimer;
import se.troskel.hardware.internal.Listeners;
import se.troskel.hardware.internal.ReportedHealth;
import se.troskel.protocol.event.DeviceHealth;

/// A contact or button on a Pi4J input, debounced here and not by the provider (Pi4J 4.0.2's own
/// debounce is wrong by a factor of 1000 or ignored). Thread-safe. A line whose state is UNKNOWN is
/// OFFLINE, a bouncing one in FAULT until it has been still for a second. A digital line has two
/// levels, so it never says CUT or SHORTED: the configuration's check refuses one with end-of-line
/// resistors here.
public final class Pi4jInputLine implements InputLine {
    private final String id;
    private final boolean activeLow;
    private final LineTimer timer;
    private final Debouncer debouncer;
    private final ReportedHealth health = new ReportedHealth(DeviceHealth.UNKNOWN);
    private final Listeners<Level> changes = new Listeners<>();
    private boolean waiting;

    /// Reads the line's level at once.
    Pi4jInputLine(String id, DigitalInput line, boolean activeLow, LineTimer timer) {
        this.id = id;
        this.activeLow = activeLow;
        this.timer = timer;
        this.debouncer = new Debouncer(Debounce.USUAL);
        line.addListener(event -> lineSays(event.state()));
        lineSays(line.state());
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
    public synchronized Level level() {
        return debouncer.level();
    }

    @Override
    public void onChange(Consumer<Level> listener) {
        changes.add(listener);
    }

    private void lineSays(DigitalState state) {
        Level raw =
                switch (state) {
                    case HIGH -> activeLow ? Level.REST : Level.ACTIVE;
                    case LOW -> activeLow ? Level.ACTIVE : Level.REST;
                    case UNKNOWN -> Level.UNKNOWN;
                };
        step(() -> debouncer.edge(raw, timer.nanos()));
    }

    private void settled() {
        step(() -> {
            waiting = false;
            debouncer.poll(timer.nanos());
        });
    }

    private void step(Runnable input) {
        synchronized (this) {
            Level before = debouncer.level();
            input.run();
            Level after = debouncer.level();
            health.set(after.health());
            if (after != before) {
                changes.post(after);
            }
            if (debouncer.settling() && !waiting) {
                long left = Math.max(0, debouncer.dueNanos() - timer.nanos());
                timer.after(Duration.ofNanos(left), this::settled);
                waiting = true;
            }
        }
        changes.deliver();
        health.deliver();
    }
}
