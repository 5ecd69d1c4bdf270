package se.troskel.kiosk.model;

/// A set of colours.
public enum Theme {
    LIGHT,
    HIGH_CONTRAST,
    DARK;

    Theme next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
