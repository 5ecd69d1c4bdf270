package se.troskel.region.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times of day as Swedish readers write them: "09.14". Pure.
record Clock(ZoneId zone, Instant now) {
    static final Locale SWEDISH = Locale.of("sv", "SE");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH.mm", SWEDISH);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("HH.mm:ss", SWEDISH);
    private static final DateTimeFormatter WEEKDAY =
            DateTimeFormatter.ofPattern("EEEE 'kl.' HH.mm", SWEDISH);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM 'kl.' HH.mm", SWEDISH);

    String seconds() {
        return SECONDS.format(now.atZone(zone));
    }

    /// "för 20 s sedan"; the page's script goes on from there.
    String age(Instant instant) {
        long seconds = Math.max(0, Duration.between(instant, now).toSeconds());
        return seconds < 60 ? "för " + seconds + " s sedan" : "för " + seconds / 60 + " min sedan";
    }

    /// The time alone for today, with the weekday within a week, else with the date.
    String at(Instant instant) {
        ZonedDateTime then = instant.atZone(zone);
        long days =
                Math.abs(
                        then.toLocalDate().toEpochDay()
                                - now.atZone(zone).toLocalDate().toEpochDay());
        if (days == 0) {
            return MINUTES.format(then);
        }
        return (days < 7 ? WEEKDAY : DAY).format(then);
    }
}
