package se.troskel.protocol.decision;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The eight characters printed under a ticket's QR code, for those whose phone fails: 25
/// characters that cannot be mistaken for each other, 36 bits. They open nothing by themselves:
/// only what stands in the register does, and a terminal pauses after some wrong ones.
public final class ShortCode {
    /// Characters of a code.
    public static final int LENGTH = 8;

    /// What it is made of, and all that a terminal's pad offers: neither 0 O D Q nor 1 I L, and of
    /// 2 Z, 5 S, 8 B and U V Y only one each.
    public static final String CHARACTERS = "23456789ACEFGHJKMNPRTVWX";

    private static final String LOOK_ALIKES = "ZSBUY";
    private static final String TAKEN_FOR = "258VV";

    private ShortCode() {}

    /// A new code. `random` has to be a secure one.
    public static String random(RandomGenerator random) {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return code.toString();
    }

    /// Whether a code may have this character, in upper case.
    public static boolean has(char character) {
        return CHARACTERS.indexOf(character) >= 0;
    }

    /// The code that somebody typed, in its one form: either case, spaces and hyphens anywhere,
    /// look-alikes taken for what they look like. Empty when it cannot be a code.
    public static Optional<String> parse(String typed) {
        StringBuilder code = new StringBuilder(LENGTH);
        String upper = typed.toUpperCase(Locale.ROOT);
        for (int i = 0; i < upper.length(); i++) {
            char character = upper.charAt(i);
            if (character == ' ' || character == '-' || character == '\u00a0') {
                continue;
            }
            int alike = LOOK_ALIKES.indexOf(character);
            char meant = alike < 0 ? character : TAKEN_FOR.charAt(alike);
            if (!has(meant) || code.length() == LENGTH) {
                return Optional.empty();
            }
            code.append(meant);
        }
        return code.length() == LENGTH ? Optional.of(code.toString()) : Optional.empty();
    }

    /// As printed: two groups of four.
    public static String grouped(String code) {
        return code.substring(0, LENGTH / 2) + " " + code.substring(LENGTH / 2);
    }
}
