package se.troskel.hardware.pi4j;

import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalInputProviderBase;

/// Makes [MemoryInput] lines.
final class MemoryInputProvider extends DigitalInputProviderBase {
    MemoryInputProvider() {
        super("memory-input", "input lines in memory");
    }

    @Override
    public DigitalInput create(DigitalInputConfig config) {
        MemoryInput line = new MemoryInput(this, config);
        context().registry().add(line);
        return line;
    }
}
