package se.troskel.hardware;

import java.util.function.Consumer;

/// A reader of cards and fobs.
public non-sealed interface CardReader extends Device {
    /// Calls `listener` with the card's number as the reader sends it, 1 to 64 characters, once per
    /// tap, on the device's thread; it must only enqueue, and never log the number.
    void onCard(Consumer<String> listener);
}
