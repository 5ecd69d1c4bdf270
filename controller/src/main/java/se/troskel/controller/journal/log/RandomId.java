package se.troskel.controller.journal.log;

import java.util.random.RandomGenerator;

/// Random ids of 16 lower-case letters and digits, never two digits in a row, so that none looks
/// like a date followed by digits. About 79 bits.
public final class RandomId {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String ALL = LETTERS + "0123456789";
    private static final int PAIRS = 8;

    private RandomId() {}

    public static String next(RandomGenerator random) {
        StringBuilder id = new StringBuilder();
        for (int pair = 0; pair < PAIRS; pair++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            id.append(ALL.charAt(random.nextInt(ALL.length())));
        }
        return id.toString();
    }
}
