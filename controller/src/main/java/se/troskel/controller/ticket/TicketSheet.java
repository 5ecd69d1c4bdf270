package se.troskel.controller.ticket;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.ShortCode;

/// A ticket on paper: one A4 page of HTML in Swedish and English that needs nothing else to be
/// printed. Names nobody.
///
/// @param text content of the QR code
/// @param shortCode null when it does not work at the terminal, so it is not printed
/// @param roomName null for the centre as a whole
/// @param until exclusive
/// @param zone the centre's
public record TicketSheet(
        String text,
        @Nullable String shortCode,
        String centreName,
        @Nullable String roomName,
        Instant from,
        Instant until,
        ZoneId zone) {
    private static final Locale SWEDISH = Locale.of("sv");

    public String html() {
        return """
        <!DOCTYPE html>
        <html lang="sv">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Biljett / Ticket</title>
        <style>
        @page { size: A4; margin: 18mm; }
        body { font: 16px/1.4 Inter, "Noto Sans", sans-serif; color: #14202B; background: #fff; \
        max-width: 174mm; margin: 0 auto; padding: 8mm 0; }
        h1 { font-size: 32px; line-height: 1.15; margin: 0 0 4px; }
        h2 { font-size: 20px; margin: 24px 0 4px; }
        p { margin: 4px 0; }
        .what { font-size: 20px; font-weight: 600; }
        .code { border: 2px solid #14202B; padding: 12px; margin: 24px 0; text-align: center; }
        .code svg { display: block; width: 80mm; height: 80mm; margin: 0 auto; }
        .short { font: 700 32px/1.3 "DejaVu Sans Mono", monospace; letter-spacing: 2px; }
        .muted { color: #46535F; }
        @media print { body { padding: 0; } .code, section { break-inside: avoid; } }
        </style>
        </head>
        <body>
        <h1>%1$s</h1>
        %2$s<p class="what">%3$s</p>
        <p class="what muted" lang="en">%4$s</p>
        <div class="code">
        %5$s%6$s</div>
        <section>
        <h2>Så gör du</h2>
        <p>Visa QR-koden för terminalen vid entrén.%7$s</p>
        <p>Koden gäller en gång. Ha med legitimation om du ska skriva tenta.</p>
        </section>
        <section lang="en">
        <h2>What to do</h2>
        <p>Show the QR code to the terminal at the entrance.%8$s</p>
        <p>The code works once. Bring an identity document if you are taking an exam.</p>
        </section>
        </body>
        </html>
        """
                .formatted(
                        escaped(centreName),
                        roomName == null
                                ? ""
                                : "<p class=\"what\">%s</p>%n".formatted(escaped(roomName)),
                        window("EEEE d MMMM y", "'kl.' HH.mm", SWEDISH),
                        window("EEEE d MMMM y", "HH:mm", Locale.UK),
                        new TicketPicture(text).svg(),
                        shortCode == null
                                ? ""
                                : "<p class=\"short\">%s</p>%n"
                                        .formatted(ShortCode.grouped(shortCode)),
                        shortCode == null
                                ? ""
                                : " Går det inte? Tryck på Skriv kod och skriv de åtta tecknen.",
                        shortCode == null
                                ? ""
                                : " If that fails, press Type code and type the eight"
                                        + " characters.");
    }

    /// On one day the date stands once.
    private String window(String day, String time, Locale locale) {
        ZonedDateTime start = from.atZone(zone);
        ZonedDateTime end = until.atZone(zone);
        DateTimeFormatter both = DateTimeFormatter.ofPattern(day + " " + time, locale);
        DateTimeFormatter endOnly =
                start.toLocalDate().equals(end.toLocalDate())
                        ? DateTimeFormatter.ofPattern(time.replace("'kl.' ", ""), locale)
                        : both;
        return start.format(both) + "–" + end.format(endOnly);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /// Without the code.
    @Override
    public String toString() {
        return "TicketSheet[" + centreName + "]";
    }
}
