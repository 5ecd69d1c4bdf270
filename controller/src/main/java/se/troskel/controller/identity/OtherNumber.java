package se.troskel.controller.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A number without a check digit: the TF-number of other education systems (`20000101-TF01`), or a
/// reserve number, for which there is no national form. It is kept to be shown to whoever checks;
/// that two are equal proves nothing, so it never matches by itself (DOMAIN 3.1).
///
/// @param value upper case, without spaces and hyphens
/// @param born null when the number does not say
public record OtherNumber(String value, @Nullable LocalDate born) implements IdentityNumber {
    private static final Pattern OTHER_EDUCATION =
            Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})-?(TF[0-9]{2})");
    private static final Pattern RESERVE = Pattern.compile("[A-Z0-9](?:-?[A-Z0-9]){3,23}");

    /// Reads a TF-number; empty for anything else.
    public static Optional<OtherNumber> ofOtherEducation(String text) {
        Matcher parts = OTHER_EDUCATION.matcher(upper(text));
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate born =
                    LocalDate.of(
                            Integer.parseInt(parts.group(1)),
                            Integer.parseInt(parts.group(2)),
                            Integer.parseInt(parts.group(3)));
            return Optional.of(new OtherNumber(plain(upper(text)), born));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Reads what a list calls a reserve number: 4 to 24 letters and digits; empty for anything
    /// else. Nothing else is taken for one.
    public static Optional<OtherNumber> reserve(String text) {
        return RESERVE.matcher(upper(text)).matches()
                ? Optional.of(new OtherNumber(plain(upper(text)), null))
                : Optional.empty();
    }

    private static String upper(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    private static String plain(String text) {
        return text.replace("-", "");
    }

    /// Without the number and the date.
    @Override
    public String toString() {
        return "OtherNumber";
    }
}
