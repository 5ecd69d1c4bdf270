package se.troskel.hardware.pi4j;

import com.pi4j.io.gpio.digital.DigitalInputBase;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProvider;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;

/// An input line in memory. UNKNOWN until it is wired to something, and while cut.
public final class MemoryInput extends DigitalInputBase {
    private DigitalState level = DigitalState.UNKNOWN;
    private boolean cut;

    MemoryInput(DigitalInputProvider provider, DigitalInputConfig config) {
        super(provider, config);
    }

    @Override
    public synchronized DigitalState state() {
        return cut ? DigitalState.UNKNOWN : level;
    }

    /// Puts `level` on the line; an edge is told if that changes it.
    public void put(DigitalState newLevel) {
        become(newLevel, isCut());
    }

    /// Takes the line away or brings it back, as it then stands.
    public void cut(boolean away) {
        become(wired(), away);
    }

    private void become(DigitalState newLevel, boolean away) {
        DigitalState before;
        DigitalState after;
        synchronized (this) {
            before = state();
            level = newLevel;
            cut = away;
            after = state();
        }
        if (after != before) {
            dispatch(new DigitalStateChangeEvent<>(this, after));
        }
    }

    private synchronized boolean isCut() {
        return cut;
    }

    private synchronized DigitalState wired() {
        return level;
    }
}
