package se.troskel.kiosk.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Map;

/// Times of day and days as people say them.
final class Times {
    private Times() {}

    /// As on a clock: `09.20` in Swedish, `09:20` in English.
    static String clock(Instant at, Texts texts, Place place) {
        return format(at, "time.pattern", texts, place);
    }

    /// `i dag`, `i morgon`, `på måndag` within a week, else the date.
    static String day(Instant at, Texts texts, Place place) {
        LocalDate today = LocalDate.ofInstant(place.now(), place.zone());
        LocalDate day = LocalDate.ofInstant(at, place.zone());
        if (day.equals(today)) {
            return texts.get("day.today");
        }
        if (day.equals(today.plusDays(1))) {
            return texts.get("day.tomorrow");
        }
        if (day.isAfter(today) && day.isBefore(today.plusDays(7))) {
            String weekday =
                    day.getDayOfWeek().getDisplayName(TextStyle.FULL, texts.language().locale());
            return texts.get("day.weekday", Map.of("weekday", weekday));
        }
        return texts.get("day.date", Map.of("date", format(at, "date.pattern", texts, place)));
    }

    private static String format(Instant at, String pattern, Texts texts, Place place) {
        return DateTimeFormatter.ofPattern(texts.get(pattern), texts.language().locale())
                .format(at.atZone(place.zone()));
    }
}
