package se.troskel.simulation.day;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.troskel.controller.ticket.TicketCommand;
import se.troskel.controller.ticket.TicketIssuer;
import se.troskel.controller.ticket.TicketKeys;
import se.troskel.hardware.qr.GrayPng;
import se.troskel.hardware.qr.QrPictures;
import se.troskel.simulation.Neighbours;

/// Tickets: printed, scanned, used once; of another day, of another centre, forged, typed.
final class Tickets implements Scene {
    /// Under which the day's first ticket is kept for later scenes.
    static final String USED = "used ticket";

    private static final String PAGE = "/staff/tickets";
    private static final Pattern CODE = Pattern.compile("class=\"code\">([^<]+)<");
    private static final Pattern PICTURE =
            Pattern.compile("\"(/staff/tickets/[^\"]+/code\\.png)\"");

    /// What a ticket of the staff page holds.
    ///
    /// @param text as the scanner reads it from the picture
    /// @param code to type
    private record Printed(String text, String code) {
        @Override
        public String toString() {
            return "Printed[]";
        }
    }

    @Override
    public String name() {
        return "Tickets";
    }

    @Override
    public void play(Stage stage) {
        stage.step(
                "staff print a ticket for today",
                () -> {
                    Printed ticket = issue(stage, "2027-02-09T10:00", "2027-02-09T16:00");
                    stage.kept.put(USED, ticket.text());
                },
                stage.staff.answers("Gäller för ett insläpp.", "Campus Viadidakt"),
                stage.centre.records("STAFF_ACTED", "action=TICKET_ISSUED"));
        once(stage);
        otherDays(stage);
        notOurs(stage);
        typed(stage);
    }

    private static void once(Stage stage) {
        stage.step(
                "its picture is read by the scanner: the visitor is let in",
                () -> stage.visitor.code(stage.kept.getOrDefault(USED, "")),
                stage.visitor.reads("Välkommen! Du är incheckad."),
                stage.centre.records("CHECK_IN", "reason=CHECKED_IN", "medium=QR"));
        stage.step(
                "it is still held before the scanner: not taken twice",
                () -> stage.visitor.code(stage.kept.getOrDefault(USED, "")),
                stage.visitor.reads("Välkommen! Du är incheckad."),
                stage.centre.doesNotRecord("CHECK_IN"));
        stage.step(
                "garbage is shown",
                () -> stage.visitor.code("https://example.com/inte-en-biljett"),
                stage.visitor.reads("Koden går inte att använda här."),
                stage.centre.records("CHECK_IN", "reason=TOKEN_UNREADABLE"));
        stage.step(
                "somebody else shows the used ticket",
                () -> stage.visitor.code(stage.kept.getOrDefault(USED, "")),
                stage.visitor.reads(
                        "QR-koden gäller inte längre.",
                        "Öppna din senaste bekräftelse och visa koden där."),
                stage.centre.records("CHECK_IN", "reason=TOKEN_USED"));
    }

    private static void otherDays(Stage stage) {
        stage.step(
                "a ticket for tomorrow",
                () ->
                        stage.visitor.code(
                                issue(stage, "2027-02-10T09:00", "2027-02-10T12:00").text()),
                stage.visitor.reads("Din biljett gäller i morgon kl. 09.00.", "Kom hit igen då."),
                stage.centre.records("CHECK_IN", "reason=TOKEN_EARLY"));
        stage.step(
                "a ticket of yesterday, signed with the centre's key",
                () -> stage.visitor.code(yesterdays(stage)),
                stage.visitor.reads("QR-koden gäller inte längre."),
                stage.centre.records("CHECK_IN", "reason=TOKEN_EXPIRED"));
    }

    private static void notOurs(Stage stage) {
        stage.step(
                "a ticket of another centre, which has given its public keys",
                () ->
                        stage.visitor.code(
                                anotherCentres(
                                        stage,
                                        Neighbours.ticketKeys(stage.settings.folder(), "TRO"))),
                stage.visitor.reads("Din biljett gäller Lärcentrum Trosa.", "Fråga i receptionen."),
                stage.centre.records("CHECK_IN", "reason=WRONG_SITE"));
        stage.step(
                "one that calls itself of the same centre, signed by nobody known",
                () ->
                        stage.visitor.code(
                                anotherCentres(stage, stage.settings.folder().resolve("stranger"))),
                stage.visitor.reads(
                        "Din biljett gäller ett annat lärcentrum.", "Fråga i receptionen."),
                stage.centre.records("CHECK_IN", "reason=WRONG_SITE"));
        stage.step(
                "a forged ticket: one character changed",
                () ->
                        stage.visitor.code(
                                forged(issue(stage, "2027-02-09T10:00", "2027-02-09T16:00"))),
                stage.visitor.reads("Koden går inte att använda här."),
                stage.centre.records("CHECK_IN", "reason=TOKEN_UNREADABLE"));
    }

    private static void typed(Stage stage) {
        stage.step(
                "a phone is dead: its owner types the code under the QR code",
                () ->
                        stage.visitor.typeCode(
                                issue(stage, "2027-02-09T10:00", "2027-02-09T16:00").code()),
                stage.visitor.reads("Välkommen! Du är incheckad."),
                stage.centre.records("CHECK_IN", "reason=CHECKED_IN", "medium=SHORT_CODE"));
        for (String wrong : new String[] {"22222222", "33333333", "44444444", "55555555"}) {
            stage.step(
                    "somebody guesses codes",
                    () -> stage.visitor.typeCode(wrong),
                    stage.visitor.reads("Koden går inte att använda här."));
        }
        stage.step(
                "a fifth guess",
                () -> stage.visitor.typeCode("66666666"),
                stage.centre.records("CHECK_IN", "reason=TOKEN_UNREADABLE", "medium=SHORT_CODE"));
        stage.step(
                "after five wrong ones typing pauses",
                () -> stage.visitor.typeCode("77777777"),
                stage.visitor.reads("För många koder blev fel. Vänta till kl. 10.1"));
        stage.step(
                "the scanner takes codes as before",
                () ->
                        stage.visitor.code(
                                issue(stage, "2027-02-09T10:00", "2027-02-09T16:00").text()),
                stage.visitor.reads("Välkommen! Du är incheckad."));
    }

    /// Issues a ticket on the staff page, fetches its picture and reads that as the scanner does.
    private static Printed issue(Stage stage, String from, String until) {
        String page =
                stage.staff.submit(PAGE, PAGE, Map.of("room", "", "from", from, "until", until));
        byte[] png = stage.staff.bytes(first(PICTURE, page));
        String text =
                QrPictures.decode(GrayPng.read(png))
                        .orElseThrow(() ->
                                new IllegalStateException("the ticket's picture has no code"));
        String code = first(CODE, page).replaceAll("[^0-9A-Z]", "");
        stage.secrets.add("the text of a ticket", text);
        stage.secrets.add("the code of a ticket", code);
        return new Printed(text, code);
    }

    private static String first(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("the page shows no ticket");
        }
        return found.group(1);
    }

    private static String yesterdays(Stage stage) {
        Path keys = stage.settings.folder().resolve(TicketCommand.KEYS);
        return signed(stage, TicketKeys.open(keys), "KAT", "2027-02-08T");
    }

    private static String anotherCentres(Stage stage, Path keys) {
        return signed(stage, TicketKeys.open(keys), "TRO", "2027-02-09T");
    }

    private static String signed(Stage stage, TicketKeys keys, String centre, String day) {
        String text =
                new TicketIssuer(new SecureRandom(), keys, centre)
                        .issue(
                                new TicketIssuer.Order(
                                        null,
                                        null,
                                        stage.instant(day + "08:00"),
                                        stage.instant(day + "16:00")),
                                code -> "not in the register")
                        .text();
        stage.secrets.add("the text of a ticket made elsewhere", text);
        return text;
    }

    /// Changes the last character but three, which is part of the signature.
    private static String forged(Printed ticket) {
        int at = ticket.text().length() - 4;
        char other =
                Optional.of(ticket.text().charAt(at)).filter(c -> c == 'A').isPresent() ? 'B' : 'A';
        return ticket.text().substring(0, at) + other + ticket.text().substring(at + 1);
    }
}
