package se.troskel.hardware.pi4j;

import com.pi4j.io.gpio.digital.DigitalState;
import se.troskel.hardware.InputLine.Level;

/// The far end of an in-memory input: the contact or button itself. Thread-safe.
///
/// @param activeLow whether the line is low when the contact is active
public record MemoryContact(MemoryInput line, boolean activeLow) {
    /// Puts the contact in `level`.
    ///
    /// @throws IllegalArgumentException unless it is REST or ACTIVE: a contact knows no other
    public void put(Level level) {
        line.put(
                switch (level) {
                    case REST -> activeLow ? DigitalState.HIGH : DigitalState.LOW;
                    case ACTIVE -> activeLow ? DigitalState.LOW : DigitalState.HIGH;
                    case UNKNOWN, FAULT, CUT, SHORTED ->
                            throw new IllegalArgumentException(
                                    "a contact rests or is active, it cannot be " + level);
                });
    }

    /// Takes the contact off its wire or puts it back.
    public void cut(boolean away) {
        line.cut(away);
    }
}
