package se.troskel.simulation.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells a Swedish personal or coordination number from other digits, and a real one from the Tax
/// Agency's published test numbers.
final class PersonalNumbers {
    private static final Set<String> OFFICIAL = official();

    private PersonalNumbers() {}

    /// Whether the date is one (a coordination number has 60 added to its day), the serial number
    /// is not 000, and the check digit holds. `text` has 10 or 12 digits, with or without a
    /// separator.
    static boolean isValid(String text) {
        String digits = ten(text);
        return hasDate(text, digits) && !digits.startsWith("000", 6) && luhnSum(digits) % 10 == 0;
    }

    static boolean isOfficialTestNumber(String text) {
        return OFFICIAL.contains(ten(text));
    }

    private static String ten(String text) {
        String digits = text.replaceAll("[-+]", "");
        return digits.substring(digits.length() - 10);
    }

    private static boolean hasDate(String text, String ten) {
        String digits = text.replaceAll("[-+]", "");
        int year =
                Integer.parseInt(
                        digits.length() == 12
                                ? digits.substring(0, 4)
                                : "20" + ten.substring(0, 2));
        int day = Integer.parseInt(ten.substring(4, 6));
        try {
            return LocalDate.of(
                            year, Integer.parseInt(ten.substring(2, 4)), day > 60 ? day - 60 : day)
                    .isAfter(LocalDate.MIN);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int luhnSum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weighted = Character.digit(digits.charAt(i), 10) * (i % 2 == 0 ? 2 : 1);
            sum += weighted / 10 + weighted % 10;
        }
        return sum;
    }

    private static Set<String> official() {
        try (var list =
                Objects.requireNonNull(
                        PersonalNumbers.class.getResourceAsStream("test-personal-numbers.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(PersonalNumbers::ten)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
