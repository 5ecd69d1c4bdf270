package se.troskel.controller.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Wrong PINs of one credential.
///
/// @param wrong since the last right one or the last pause
/// @param pausedUntil null when it is not paused
public record PinState(int wrong, @Nullable Instant pausedUntil) {
    /// No wrong PIN.
    public static final PinState CLEAR = new PinState(0, null);
}
