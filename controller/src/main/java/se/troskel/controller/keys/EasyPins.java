package se.troskel.controller.keys;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which PINs are too easy to guess: one digit repeated, a run up or down, a repeated half, a
/// pattern on the key pad, the holder's birth date. A PIN must not derive from the personal number
/// or be like 1234 or 8888 (DOMAIN.md section 5).
public final class EasyPins {
    private static final Set<String> PATTERNS =
            Set.of("2580", "0852", "1379", "1397", "7913", "147258", "159357", "147369");
    private static final List<DateTimeFormatter> BIRTH_DATE_FORMS =
            List.of(
                            "uuuu", "MMdd", "ddMM", "uuMM", "MMuu", "uuMMdd", "ddMMuu", "MMdduu",
                            "uuuuMM", "MMuuuu")
                    .stream()
                    .map(form -> DateTimeFormatter.ofPattern(form, Locale.ROOT))
                    .toList();

    private EasyPins() {}

    /// Whether another PIN has to be chosen.
    ///
    /// @param pin 4 to 6 digits
    /// @param born null when it is not known; then no date is recognised
    public static boolean isTooEasy(String pin, @Nullable LocalDate born) {
        return isRun(pin) || isRepeated(pin) || PATTERNS.contains(pin) || isBirthDate(pin, born);
    }

    private static boolean isRun(String pin) {
        int step = Math.floorMod(pin.charAt(1) - pin.charAt(0), 10);
        if (step != 0 && step != 1 && step != 9) {
            return false;
        }
        for (int i = 2; i < pin.length(); i++) {
            if (Math.floorMod(pin.charAt(i) - pin.charAt(i - 1), 10) != step) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRepeated(String pin) {
        for (int part = 2; part <= pin.length() / 2; part++) {
            if (pin.length() % part == 0
                    && pin.equals(pin.substring(0, part).repeat(pin.length() / part))) {
                return true;
            }
        }
        return pin.chars().distinct().count() == 2 && isInPairs(pin);
    }

    private static boolean isInPairs(String pin) {
        for (int i = 0; i + 1 < pin.length(); i += 2) {
            if (pin.charAt(i) != pin.charAt(i + 1)) {
                return false;
            }
        }
        return pin.length() % 2 == 0;
    }

    private static boolean isBirthDate(String pin, @Nullable LocalDate born) {
        return born != null
                && BIRTH_DATE_FORMS.stream().anyMatch(form -> form.format(born).equals(pin));
    }
}
