package se.troskel.protocol.decision;

import java.util.Locale;

/// The code that is printed under a ticket's QR code, for those whose phone fails.
public final class ShortCode {
    public static final int LENGTH = 8;

    /// What it is made of: no character that looks like another (0 O, 1 I L).
    public static final String CHARACTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private ShortCode() {}

    /// Whether a code may have this character, in upper case.
    public static boolean has(char character) {
        return CHARACTERS.indexOf(character) >= 0;
    }

    /// The code as it is stored and compared: upper case, without what people put between its
    /// groups. Says nothing about whether it is a code at all.
    public static String canonical(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
