package se.troskel.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds what somebody probably meant to write.
final class NearestWord {
    private static final int MAX_LENGTH = 40;

    private NearestWord() {}

    /// The word nearest to `written`; empty when none is near.
    static Optional<String> of(String written, Collection<String> words) {
        if (written.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String plain = plain(written);
        return words.stream()
                .filter(word -> distance(plain, plain(word)) <= allowed(word))
                .min(Comparator.comparingInt(word -> distance(plain, plain(word))));
    }

    /// Short words are soon alike; two swapped letters count as two.
    private static int allowed(String word) {
        return word.length() < 4 ? 1 : Math.max(2, word.length() / 3);
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /// Levenshtein's distance: letters to insert, remove or replace.
    private static int distance(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[to.length()];
    }
}
