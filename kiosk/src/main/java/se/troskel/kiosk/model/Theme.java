package se.troskel.kiosk.model;

/// A set of colours.
public enum Theme {
    LIGHT,
    HIGH_CONTRAST,
    DARK;

    Theme next() {
        return switch (this) {
            case LIGHT -> HIGH_CONTRAST;
            case HIGH_CONTRAST -> DARK;
            case DARK -> LIGHT;
        };
    }
}
