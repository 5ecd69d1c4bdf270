package se.troskel.kiosk.text;

import java.util.Locale;
import java.util.Set;

/// A language that the terminal has all its texts in.
public enum Language {
    SV("sv"),
    EN("en");

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "ckb", "fa", "he", "ps", "ur");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /// The code in configurations and messages.
    public String tag() {
        return tag;
    }

    Locale locale() {
        return Locale.of(tag);
    }

    /// Whether it is written from right to left.
    public boolean isRightToLeft() {
        return RIGHT_TO_LEFT.contains(tag);
    }
}
