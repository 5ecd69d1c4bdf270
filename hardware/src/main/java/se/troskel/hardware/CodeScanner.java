package se.troskel.hardware;

import java.util.function.Consumer;

/// A scanner of QR codes.
public non-sealed interface CodeScanner extends Device {
    /// Calls `listener` with the text of a code, 1 to 512 printable characters, once per scan, on
    /// the device's thread; it must only enqueue, and never log the text.
    void onCode(Consumer<String> listener);
}
