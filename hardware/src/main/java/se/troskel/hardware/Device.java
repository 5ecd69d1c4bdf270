package se.troskel.hardware;

import java.util.function.Consumer;
import se.troskel.protocol.event.DeviceHealth;

/// Anything on a wire. Thread-safe; no method blocks longer than a system call.
public sealed interface Device
        permits LockOutput, InputLine, CardReader, CodeScanner, OccupancySensor, Sounder {
    /// The configured id.
    String id();

    /// Whether the device answers now.
    DeviceHealth health();

    /// Calls `listener` at each change of health, on the device's thread; it must only enqueue.
    void onHealth(Consumer<DeviceHealth> listener);
}
