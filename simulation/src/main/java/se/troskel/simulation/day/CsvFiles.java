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
                        row(Person.CILLA, "2027-01-31", "ja"),
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

    /// Four universities in one room, and a row with a wrong check digit.
    static byte[] sittings() {
        String mdu = "MDU;TEN101;2027-02-16 08:30;240";
        String lth = "LTH;TEN202;2027-02-16 09:00;300";
        String hig = "HIG;TEN303;2027-02-16 09:15;240";
        String su = "SU;TEN404;2027-02-16 09:00;240";
        return String.join(
                        "\n",
                        "Lärosäte;Kurs;Start;Skrivtid;Sal;Plats;Namn;Personnummer;Längre tid;Skyddad;Avanmäld",
                        ExamCast.BO.row(mdu, "0;nej;nej"),
                        ExamCast.ALMA.row(mdu, "0;nej;nej"),
                        ExamCast.SARA.row(lth, "0;nej;nej"),
                        ExamCast.NILS.row(lth, "0;nej;nej"),
                        ExamCast.OLLE.row(lth, "50;nej;nej"),
                        ExamCast.TILDE.row(lth, "0;nej;nej"),
                        ExamCast.SIV.row(lth, "0;nej;nej"),
                        ExamCast.EBBA.row(lth, "0;nej;nej"),
                        ExamCast.VERA.row(lth, "0;nej;nej"),
                        ExamCast.FRIDA.row(lth, "0;nej;ja"),
                        ExamCast.LO.row(hig, "0;nej;nej"),
                        ExamCast.EBBA.row(hig, "0;nej;nej"),
                        ExamCast.VERA.row(su, "0;nej;nej"),
                        ExamCast.TYRA.row(su, "0;nej;nej"),
                        ExamCast.HEDDA.row(su, "0;nej;nej"),
                        ExamCast.INA.row(su, "0;ja;nej"),
                        su + ";Tentasal 1;14;Ivar Testsson;200007312383;0;nej;nej",
                        "")
                .getBytes(OLD);
    }

    /// Heads counted in the exam room.
    static byte[] headsInExamRoom(int people) {
        return "Rum;Antal\nTentasal 1;%d\n".formatted(people).getBytes(OLD);
    }
}
