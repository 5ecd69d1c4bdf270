package se.troskel.hardware.pi4j;

import java.time.Duration;

/// How an input is calmed.
///
/// @param settle how long the line must stand still before a change counts; more than zero
/// @param maxEdgesPerSecond more edges than this within a second are a fault; 2 or more
record Debounce(Duration settle, int maxEdgesPerSecond) {
    /// For reed contacts and push buttons (settling 20 to 50 ms is usual).
    static final Debounce USUAL = new Debounce(Duration.ofMillis(20), 20);

    Debounce {
        if (!settle.isPositive() || maxEdgesPerSecond < 2) {
            throw new IllegalArgumentException(
                    "settle must be more than zero and maxEdgesPerSecond 2 or more: "
                            + settle
                            + ", "
                            + maxEdgesPerSecond);
        }
    }
}
