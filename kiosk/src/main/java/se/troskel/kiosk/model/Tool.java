package se.troskel.kiosk.model;

/// The tools that every screen has but the one for evacuation.
public enum Tool {
    LANGUAGE,
    SIZE,
    CONTRAST,
    REACH,
    SOUND
}
