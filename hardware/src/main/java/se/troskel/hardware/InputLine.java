package se.troskel.hardware;

import java.util.function.Consumer;

/// A sensed contact or button: door contact, lock monitor, exit button. Debounced by the driver.
public non-sealed interface InputLine extends Device {
    /// What the line says now, level-read at every start.
    Level level();

    /// Calls `listener` at each change, on the device's thread; it must only enqueue.
    void onChange(Consumer<Level> listener);

    /// What a line says, polarity already resolved.
    enum Level {
        /// The door is closed, the bolt is thrown, the button is not pressed.
        REST,
        /// The door is open, the bolt is drawn, the button is pressed.
        ACTIVE,
        /// Nothing heard yet.
        UNKNOWN,
        /// Broken or shorted wire, or a bouncing contact.
        FAULT
    }
}
