package se.troskel.hardware.wedge;

import java.time.Duration;

/// How the scanner at a terminal types.
///
/// @param interKey longest time between two of its keys; more than zero
/// @param idle silence that ends a scan without Enter; longer than `interKey`
/// @param minLength fewer characters than this are somebody at a keyboard; 2 or more
/// @param prefix taken off if it is there; empty for none
/// @param suffix taken off if it is there; empty for none
/// @param layout of the terminal's operating system
public record WedgeSettings(
        Duration interKey,
        Duration idle,
        int minLength,
        String prefix,
        String suffix,
        KeyboardLayout layout) {

    /// 60 ms between keys, 150 ms of silence, 4 characters, nothing to take off, a US layout.
    public static final WedgeSettings USUAL =
            new WedgeSettings(
                    Duration.ofMillis(60), Duration.ofMillis(150), 4, "", "", KeyboardLayout.US);

    public WedgeSettings {
        if (!interKey.isPositive() || idle.compareTo(interKey) <= 0 || minLength < 2) {
            throw new IllegalArgumentException(
                    "interKey must be more than zero, idle longer than interKey, minLength 2 or"
                            + " more: "
                            + interKey
                            + ", "
                            + idle
                            + ", "
                            + minLength);
        }
    }

    /// The same on another layout.
    public WedgeSettings withLayout(KeyboardLayout other) {
        return new WedgeSettings(interKey, idle, minLength, prefix, suffix, other);
    }

    /// The same with something to take off.
    public WedgeSettings withFrame(String newPrefix, String newSuffix) {
        return new WedgeSettings(interKey, idle, minLength, newPrefix, newSuffix, layout);
    }
}
