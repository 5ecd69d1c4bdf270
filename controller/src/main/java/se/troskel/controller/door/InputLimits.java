package se.troskel.controller.door;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Device;

/// From when on an input is in trouble.
///
/// @param changesPerMinute with more changes than this in a minute it bounces
/// @param held an exit button pressed for so long is stuck
/// @param passages a door contact that says the same through so many may be stuck
/// @param open and if it says open, only after this long too
public record InputLimits(int changesPerMinute, Duration held, int passages, Duration open) {
    /// As configured; null for the usual.
    public static InputLimits of(Device.@Nullable Supervision configured) {
        Device.Supervision given =
                configured == null
                        ? new Device.Supervision(false, null, null, null, null)
                        : configured;
        return new InputLimits(
                or(given.changesPerMinute(), 60),
                Duration.ofSeconds(or(given.heldSeconds(), 60)),
                or(given.passages(), 3),
                Duration.ofMinutes(or(given.openMinutes(), 60)));
    }

    private static int or(@Nullable Integer configured, int usual) {
        return configured == null ? usual : configured;
    }
}
