package se.troskel.hardware.pi4j;

import com.pi4j.io.exception.IOException;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputBase;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProvider;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.DigitalStateChangeEvent;

/// An output line in memory. It has its initial level from the first instant, as a kernel line
/// requested with its value has. While cut it refuses to be driven and says UNKNOWN.
public final class MemoryOutput extends DigitalOutputBase {
    private volatile DigitalState level;
    private volatile boolean cut;

    MemoryOutput(DigitalOutputProvider provider, DigitalOutputConfig config) {
        super(provider, config);
        level = config.initialState();
        state = level;
    }

    @Override
    public DigitalOutput state(DigitalState wanted) {
        if (cut) {
            throw new IOException("the line is cut");
        }
        level = wanted;
        return super.state(wanted);
    }

    @Override
    public DigitalState state() {
        return cut ? DigitalState.UNKNOWN : level;
    }

    /// Takes the line away.
    public void cut() {
        cut = true;
        dispatch(new DigitalStateChangeEvent<>(this, DigitalState.UNKNOWN));
    }

    /// Brings the line back, with its initial level.
    public void restore() {
        level = config().initialState();
        state = level;
        cut = false;
        dispatch(new DigitalStateChangeEvent<>(this, level));
    }
}
