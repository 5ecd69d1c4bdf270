package se.troskel.controller.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/// A cell of a workbook as the text that a list as CSV has: dates `YYYY-MM-DD`, times `HH:MM`,
/// numbers with all their digits and as many leading zeros as the sheet shows.
final class WorkbookCell {
    private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_DAY_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);
    private static final BigDecimal DAY_SECONDS = BigDecimal.valueOf(86_400);

    /// Digits that cannot be left out, with hyphens: `000000-0000`.
    private static final Pattern MASK = Pattern.compile("0[0-]*0");

    /// What is no part of the pattern: text in quotes, colours, locales, escaped characters.
    private static final Pattern SAID =
            Pattern.compile("\"[^\"]*\"|\\[(?!h+]|m+]|s+])[^]]*]|\\\\.|_.");

    private static final int SHORT_NUMBER = 10;
    private static final int LEAST_DIGITS = 7;
    private static final int SCALE_MAX = 20;

    private WorkbookCell() {}

    /// The text.
    ///
    /// @param isPersonalNumber whether ten digits are expected; zeros that a number lost in front
    ///   are put back
    /// @param since1904 whether the workbook counts days as old Macintosh ones do
    static String text(Cell cell, boolean isPersonalNumber, boolean since1904) {
        return switch (cell.getValue()) {
            case BigDecimal number -> number(cell, number, isPersonalNumber, since1904);
            case Boolean yes -> yes.toString();
            case null -> "";
            case Object other -> other.toString();
        };
    }

    private static String number(
            Cell cell, BigDecimal value, boolean isPersonalNumber, boolean since1904) {
        if (Math.abs(value.scale()) > SCALE_MAX) {
            return value.toString();
        }
        String format = cell.getDataFormatString();
        if (isTime(cell.getDataFormatId(), format) && isDay(value)) {
            return time(value, since1904 ? FIRST_DAY_1904 : FIRST_DAY);
        }
        if (format != null && format.endsWith("%")) {
            return plain(value.movePointRight(2).setScale(2, RoundingMode.HALF_UP));
        }
        String digits = plain(value);
        if (!digits.matches("[0-9]+")) {
            return digits;
        }
        if (format != null && MASK.matcher(format).matches()) {
            return masked(digits, format);
        }
        boolean hasLostZeros = digits.length() >= LEAST_DIGITS && digits.length() < SHORT_NUMBER;
        return isPersonalNumber && hasLostZeros ? zeros(digits, SHORT_NUMBER) : digits;
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String masked(String digits, String mask) {
        String all = zeros(digits, mask.replace("-", "").length());
        StringBuilder text = new StringBuilder();
        int next = all.length();
        for (int at = mask.length() - 1; at >= 0; at--) {
            text.insert(0, mask.charAt(at) == '-' ? '-' : all.charAt(--next));
        }
        return text.insert(0, all.substring(0, next)).toString();
    }

    private static String zeros(String digits, int length) {
        return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }

    private static boolean isDay(BigDecimal value) {
        return value.signum() >= 0 && value.compareTo(LAST_DAY) <= 0;
    }

    /// ECMA-376 18.8.30: 14 to 22 and 45 to 47 are dates and times in every workbook.
    private static boolean isTime(@Nullable Integer id, @Nullable String format) {
        if (id != null && ((id >= 14 && id <= 22) || (id >= 45 && id <= 47))) {
            return true;
        }
        return format != null
                && !format.equalsIgnoreCase("General")
                && SAID.matcher(format).replaceAll("").matches("(?is).*[ymdhs].*");
    }

    private static String time(BigDecimal serial, LocalDate first) {
        long seconds =
                serial.multiply(DAY_SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
        long days = seconds / DAY_SECONDS.longValue();
        LocalTime time = LocalTime.ofSecondOfDay(seconds % DAY_SECONDS.longValue());
        if (serial.compareTo(BigDecimal.ONE) < 0 && days == 0) {
            return time.toString();
        }
        LocalDate day = first.plusDays(days);
        return time.equals(LocalTime.MIDNIGHT) ? day.toString() : day + " " + time;
    }
}
