package se.troskel.simulation.day;

import java.nio.charset.Charset;

/// The lists that the centre imports, as an old system and a spreadsheet write them: semicolons,
/// Windows-1252.
final class CsvFiles {
    private static final Charset OLD = Charset.forName("windows-1252");

    private CsvFiles() {}

    /// Six people, and three rows that cannot be taken: a wrong check digit, no name, no card
    /// number.
    static byte[] people() {
        return """
        Namn;Personnummer;Kort;Giltig från;Giltig till;Avtal
        %s
        %s
        %s
        %s
        %s
        %s
        Hanna Provsson;199006022398;04ABCDEF;2026-08-01;2027-12-31;ja
        ;200001032382;04BCDEFA;2026-08-01;2027-12-31;ja
        Ivar Testsson;200001042399;kortet;2026-08-01;2027-12-31;ja
        """
                .formatted(
                        row(Person.BO, "2027-12-31", "ja"),
                        row(Person.CILLA, "2026-12-31", "ja"),
                        row(Person.DAVID, "2027-12-31", "ja"),
                        row(Person.ERIK, "2027-12-31", "nej"),
                        row(Person.FRIDA, "2027-12-31", "ja"),
                        row(Person.GUSTAV, "2027-12-31", "ja"))
                .getBytes(OLD);
    }

    private static String row(Person person, String until, String agreement) {
        return String.join(
                ";",
                person.name(),
                person.personalNumber(),
                person.card(),
                "2026-08-01",
                until,
                agreement);
    }

    /// A group room now, an exam room after lunch.
    static byte[] bookings() {
        return """
        Rum;Personnummer;Från;Till
        Grupprum Djulö;%s;2027-02-09 10:00;2027-02-09 12:00
        Tentasal 1;%s;2027-02-09 13:00;2027-02-09 15:00
        """
                .formatted(Person.FRIDA.personalNumber(), Person.GUSTAV.personalNumber())
                .getBytes(OLD);
    }

    /// The same by card, and the small exam room for the new student.
    static byte[] bookingsByCard() {
        return """
        Rum;Kort;Från;Till
        Grupprum Djulö;%s;2027-02-09 10:00;2027-02-09 12:00
        Tentasal 1;%s;2027-02-09 13:00;2027-02-09 15:00
        Tentasal 2;%s;2027-02-09 10:00;2027-02-09 12:00
        """
                .formatted(Person.FRIDA.card(), Person.GUSTAV.card(), Person.ALVA.card())
                .getBytes(OLD);
    }

    /// People counted by hand.
    static byte[] headCounts(int inTheGroupRoom) {
        return """
        Rum;Antal
        Studiehallen;4
        Tysta rummet;3
        Grupprum Djulö;%d
        """
                .formatted(inTheGroupRoom)
                .getBytes(OLD);
    }
}
