package se.troskel.hardware;

import java.util.function.Consumer;
import se.troskel.protocol.event.DeviceHealth;

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
        /// A contact that bounces faster than its driver can calm.
        FAULT,
        /// The wire is cut. Only a line with end-of-line resistors, and a driver that measures
        /// them, can tell; on any other a cut wire reads as REST or ACTIVE.
        CUT,
        /// The wire is shorted; as [#CUT].
        SHORTED;

        /// How a device fares whose line says this.
        public DeviceHealth health() {
            return switch (this) {
                case REST, ACTIVE -> DeviceHealth.ONLINE;
                case UNKNOWN -> DeviceHealth.OFFLINE;
                case FAULT -> DeviceHealth.FAULT;
                case CUT -> DeviceHealth.CUT;
                case SHORTED -> DeviceHealth.SHORTED;
            };
        }
    }
}
