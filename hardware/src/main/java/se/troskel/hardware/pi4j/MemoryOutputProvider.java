package se.troskel.hardware.pi4j;

import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalOutputProviderBase;

/// Makes [MemoryOutput] lines.
final class MemoryOutputProvider extends DigitalOutputProviderBase {
    MemoryOutputProvider() {
        super("memory-output", "output lines in memory");
    }

    @Override
    public DigitalOutput create(DigitalOutputConfig config) {
        MemoryOutput line = new MemoryOutput(this, config);
        context().registry().add(line);
        return line;
    }
}
