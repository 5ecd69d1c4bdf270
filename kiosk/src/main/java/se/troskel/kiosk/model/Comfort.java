package se.troskel.kiosk.model;

import se.troskel.kiosk.text.Language;

/// What a person can set with the tools; back to default after each session.
///
/// @param reach whether text and picture are moved down
/// @param sound whether sounds are made
public record Comfort(Language language, TextSize size, Theme theme, boolean reach, boolean sound) {
    /// As the terminal starts.
    public static Comfort usual(Language language) {
        return new Comfort(language, TextSize.NORMAL, Theme.LIGHT, false, true);
    }

    public Comfort with(Language other) {
        return new Comfort(other, size, theme, reach, sound);
    }

    public Comfort with(TextSize other) {
        return new Comfort(language, other, theme, reach, sound);
    }

    public Comfort with(Theme other) {
        return new Comfort(language, size, other, reach, sound);
    }

    public Comfort withReach(boolean down) {
        return new Comfort(language, size, theme, down, sound);
    }

    public Comfort withSound(boolean on) {
        return new Comfort(language, size, theme, reach, on);
    }
}
