package se.troskel.controller.confirmation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/// An exam as a calendar entry (RFC 5545). Calendars are shared, so the ticket's code is not in it.
public final class CalendarEntry {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

    /// Octets of a line without its end (RFC 5545 3.1).
    private static final int LINE = 75;

    private CalendarEntry() {}

    /// The file's text. The same registration has the same UID each time, so that a later file
    /// replaces an earlier one.
    ///
    /// @param made now
    public static String of(Confirmation told, Instant made) {
        String course = told.exam().course();
        var times = told.times();
        StringBuilder text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//Troskel//Confirmation//SV");
        line(text, "METHOD:PUBLISH");
        line(text, "BEGIN:VEVENT");
        line(text, "UID:" + escaped(told.to().registration()) + "@troskel.invalid");
        line(text, "DTSTAMP:" + UTC.format(made.atOffset(ZoneOffset.UTC)));
        line(text, "DTSTART:" + utc(times.start()));
        line(text, "DTEND:" + utc(times.end()));
        line(text, "SUMMARY:" + escaped(course == null ? "Tentamen" : "Tentamen " + course));
        line(text, "LOCATION:" + escaped(told.place().name() + ", " + told.place().address()));
        String doors = DateTimeFormatter.ofPattern("HH.mm").format(times.doorCloses());
        line(
                text,
                "DESCRIPTION:"
                        + escaped(
                                "Dörren stängs kl. "
                                        + doors
                                        + ". Ta med giltig legitimation.\nThe door closes at "
                                        + doors.replace('.', ':')
                                        + ". Bring a valid identity document."));
        line(text, "END:VEVENT");
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    private static String utc(ZonedDateTime at) {
        return UTC.format(at.withZoneSameInstant(ZoneOffset.UTC));
    }

    /// A text value (RFC 5545 3.3.11); other control characters than the end of a line are left
    /// out.
    static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /// Folded between characters, never within one.
    private static void line(StringBuilder text, String content) {
        int used = 0;
        for (int i = 0; i < content.length(); ) {
            int character = content.codePointAt(i);
            String one = Character.toString(character);
            int octets = one.getBytes(StandardCharsets.UTF_8).length;
            if (used + octets > LINE) {
                text.append("\r\n ");
                used = 1;
            }
            text.append(one);
            used += octets;
            i += one.length();
        }
        text.append("\r\n");
    }
}
