package se.troskel.controller.ticket;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The eight characters printed under a ticket's QR code, for those whose phone fails: 27
/// characters that cannot be mistaken for each other, 38 bits. They open nothing by themselves:
/// only what stands in the register does, and a terminal pauses after some wrong ones.
public final class ShortCode {
    /// Characters of a code.
    public static final int LENGTH = 8;

    private static final String ALPHABET = "0123456789ACEFGHJKMNPRTVWXY";
    private static final String LOOK_ALIKES = "ODQILZSBU";
    private static final String TAKEN_FOR = "00011258V";

    private ShortCode() {}

    /// A new code. `random` has to be a secure one.
    static String random(RandomGenerator random) {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /// The code that somebody typed, in its one form: either case, spaces and hyphens anywhere,
    /// look-alikes taken for what they look like. Empty when it cannot be a code.
    public static Optional<String> parse(String typed) {
        StringBuilder code = new StringBuilder(LENGTH);
        for (char c : typed.toUpperCase(Locale.ROOT).toCharArray()) {
            if (c == ' ' || c == '-' || c == '\u00a0') {
                continue;
            }
            int alike = LOOK_ALIKES.indexOf(c);
            char meant = alike < 0 ? c : TAKEN_FOR.charAt(alike);
            if (ALPHABET.indexOf(meant) < 0 || code.length() == LENGTH) {
                return Optional.empty();
            }
            code.append(meant);
        }
        return code.length() == LENGTH ? Optional.of(code.toString()) : Optional.empty();
    }

    /// As printed: two groups of four.
    static String grouped(String code) {
        return code.substring(0, LENGTH / 2) + " " + code.substring(LENGTH / 2);
    }
}
