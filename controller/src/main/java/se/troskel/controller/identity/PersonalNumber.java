package se.troskel.controller.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A personnummer, samordningsnummer or interim number (T-number) in its normal form.
///
/// It is used for a keyed hash, for the date of birth and to compare a document with a list; it is
/// in no text form but [#value()]'s (dataskyddslagen ch 3 s 10).
///
/// @param value `YYYYMMDDNNNC`; an interim number has an upper-case letter as first N
/// @param kind which of the three
/// @param born date of birth
public record PersonalNumber(String value, Kind kind, LocalDate born) implements IdentityNumber {
    /// The kinds of number that are taken.
    public enum Kind {
        PERSONNUMMER,
        /// The day has 60 added.
        SAMORDNINGSNUMMER,
        /// Given by Ladok to those without the others; has a letter, which counts as 1 in the sum.
        INTERIM
    }

    /// Why a text is no personal number.
    public enum Problem {
        /// Not 10 or 12 digits with `-` or `+` in place, or the serial number is 000.
        FORM,
        /// There is no such day.
        DATE,
        /// Somebody who is not born yet.
        FUTURE,
        /// The check digit does not fit.
        CHECK_DIGIT
    }

    /// What a text was read as.
    public sealed interface Reading {
        record Valid(PersonalNumber number) implements Reading {}

        record Invalid(Problem problem) implements Reading {}
    }

    private static final Pattern FORM =
            Pattern.compile("([0-9]{2})?([0-9]{2})([0-9]{2})([0-9]{2})([-+]?)([A-Z0-9][0-9]{3})");
    private static final String NO_SERIAL = "000";
    private static final int DAY_ADDED = 60;
    private static final int CENTURY = 100;

    /// Length of a number without century and sign.
    private static final int SIGNLESS = 10;

    private static final int DATE_DIGITS = 6;

    /// More years than anybody lives, and enough for the oldest of the official test numbers.
    private static final int OLDEST = 130;

    /// Reads what people type: `YYYYMMDD-NNNC`, `YYMMDD-NNNC`, `YYMMDD+NNNC`, with or without the
    /// hyphen. Ten digits mean the latest date that is not in the future, a hundred years earlier
    /// with `+`; twelve say the century themselves and take no `+`.
    ///
    /// @param today in the centre's time zone
    public static Reading read(String text, LocalDate today) {
        Matcher parts = FORM.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!parts.matches() || parts.group(6).startsWith(NO_SERIAL)) {
            return new Reading.Invalid(Problem.FORM);
        }
        boolean elder = parts.group(5).equals("+");
        String century = parts.group(1);
        if (century != null && elder) {
            return new Reading.Invalid(Problem.FORM);
        }
        int month = Integer.parseInt(parts.group(3));
        int dayWritten = Integer.parseInt(parts.group(4));
        int day = dayWritten > DAY_ADDED ? dayWritten - DAY_ADDED : dayWritten;
        int yearOfCentury = Integer.parseInt(parts.group(2));
        int year =
                century != null
                        ? Integer.parseInt(century) * CENTURY + yearOfCentury
                        : year(yearOfCentury, month * CENTURY + day, today) - (elder ? CENTURY : 0);
        LocalDate born;
        try {
            born = LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return new Reading.Invalid(Problem.DATE);
        }
        if (born.isAfter(today)) {
            return new Reading.Invalid(Problem.FUTURE);
        }
        String last = parts.group(6);
        String ten = parts.group(2) + parts.group(3) + parts.group(4) + last;
        if (!hasCheckDigit(ten)) {
            return new Reading.Invalid(Problem.CHECK_DIGIT);
        }
        String value = String.format(Locale.ROOT, "%02d", year / CENTURY) + ten;
        return new Reading.Valid(new PersonalNumber(value, kind(last, dayWritten), born));
    }

    /// What a text may stand for. Twelve digits, or ten with a sign, say which century; ten without
    /// a sign leave two people where the elder one may be alive: then both are here, the younger
    /// first. Empty for what is no number.
    ///
    /// @param today in the centre's time zone
    public static List<PersonalNumber> meanings(String text, LocalDate today) {
        if (!(read(text, today) instanceof Reading.Valid(PersonalNumber number))) {
            return List.of();
        }
        String stripped = text.strip();
        if (stripped.length() != SIGNLESS) {
            return List.of(number);
        }
        String withSign =
                stripped.substring(0, DATE_DIGITS) + "+" + stripped.substring(DATE_DIGITS);
        return read(withSign, today) instanceof Reading.Valid(PersonalNumber elder)
                        && elder.born().isAfter(today.minusYears(OLDEST))
                ? List.of(number, elder)
                : List.of(number);
    }

    /// Even is female, odd male, of the last digit but one; an interim number says nothing.
    public Sex sex() {
        if (kind == Kind.INTERIM) {
            return Sex.UNSPECIFIED;
        }
        return (value.charAt(value.length() - 2) - '0') % 2 == 0 ? Sex.FEMALE : Sex.MALE;
    }

    private static int year(int yearOfCentury, int monthAndDay, LocalDate today) {
        int year = today.getYear() / CENTURY * CENTURY + yearOfCentury;
        int todayMonthAndDay = today.getMonthValue() * CENTURY + today.getDayOfMonth();
        boolean future =
                year > today.getYear()
                        || (year == today.getYear() && monthAndDay > todayMonthAndDay);
        return future ? year - CENTURY : year;
    }

    private static Kind kind(String last, int dayWritten) {
        if (Character.isLetter(last.charAt(0))) {
            return Kind.INTERIM;
        }
        return dayWritten > DAY_ADDED ? Kind.SAMORDNINGSNUMMER : Kind.PERSONNUMMER;
    }

    /// The Luhn sum over ten characters, where a letter counts as 1.
    private static boolean hasCheckDigit(String ten) {
        int sum = 0;
        for (int at = 0; at < ten.length(); at++) {
            char character = ten.charAt(at);
            int digit = Character.isLetter(character) ? 1 : character - '0';
            int weighted = at % 2 == 0 ? 2 * digit : digit;
            sum += weighted / 10 + weighted % 10;
        }
        return sum % 10 == 0;
    }

    /// Without the number and the date.
    @Override
    public String toString() {
        return "PersonalNumber[" + kind + "]";
    }
}
