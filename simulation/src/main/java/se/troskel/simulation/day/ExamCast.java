package se.troskel.simulation.day;

import java.util.List;

/// Those who come to the exams of Tuesday 16 February 2027: invented names, official test numbers
/// (DOMAIN 3.2) and one interim number.
///
/// @param personalNumber twelve digits, or an interim number as Ladok writes it
/// @param seat as it stands on the desk
record ExamCast(String name, String personalNumber, String seat) {
    /// Comes in time, with a card of the centre's.
    static final ExamCast BO = new ExamCast(Person.BO.name(), Person.BO.personalNumber(), "1");

    /// Late by a rule that nobody at the university has confirmed.
    static final ExamCast ALMA = new ExamCast("Alma Testsson", "199107172380", "2");

    /// Too early at first; has a passport that the scanner reads.
    static final ExamCast SARA = new ExamCast("Sara Exempelsson", "200001052380", "3");

    /// Has a student card, and fetches a better document.
    static final ExamCast NILS = new ExamCast("Nils Provsson", "200512312398", "4");

    /// Has extended time, and another name in the passport.
    static final ExamCast OLLE = new ExamCast("Olle Testsson", "200001042399", "5");

    /// Waits for the only late admission.
    static final ExamCast TILDE = new ExamCast("Tilde Testsson", "199312172381", "6");

    /// Has no document, has seen the exam, and comes back too late.
    static final ExamCast SIV = new ExamCast("Siv Provsson", "199007282388", "7");

    /// Has an interim number on the list, and a Swedish passport by now.
    static final ExamCast LO = new ExamCast("Lo Exempelsson", "20000102-T229", "8");

    /// The number in Lo's passport.
    static final String LOS_OWN_NUMBER = "200001022391";

    /// Is on two lists.
    static final ExamCast EBBA = new ExamCast("Ebba Testsson", "199007302384", "9");

    /// Writes two exams at once; the passport has run out.
    static final ExamCast VERA = new ExamCast("Vera Provsson", "198705212382", "10");

    /// Has a police report.
    static final ExamCast TYRA = new ExamCast("Tyra Exempelsson", "198808112380", "11");

    /// Finds the room full, and is late where people come in one by one.
    static final ExamCast HEDDA = new ExamCast("Hedda Testsson", "199212252382", "12");

    /// Has a protected identity.
    static final ExamCast INA = new ExamCast("Ina Provsson", "199912282382", "13");

    /// Has cancelled; has a card of the centre's.
    static final ExamCast FRIDA =
            new ExamCast(Person.FRIDA.name(), Person.FRIDA.personalNumber(), "");

    /// Is on no list.
    static final String STRANGERS_NUMBER = "200002262384";

    /// Who write, in the order of their seats; Vera writes two exams.
    static List<ExamCast> writers() {
        return List.of(BO, ALMA, SARA, NILS, OLLE, TILDE, LO, EBBA, VERA, TYRA, HEDDA, INA);
    }

    /// Everybody who is in no other scene.
    static List<ExamCast> newcomers() {
        return List.of(ALMA, SARA, NILS, OLLE, TILDE, SIV, LO, EBBA, VERA, TYRA, HEDDA, INA);
    }

    /// A row of the list of candidates.
    String row(String sitting, String rights) {
        return String.join(";", sitting, "Tentasal 1", seat, name, personalNumber, rights);
    }

    /// Their Swedish passport, as a scanner sends its lines.
    String passport() {
        return Passport.of(name, personalNumber, "310101").lines();
    }

    @Override
    public String toString() {
        return "ExamCast[" + seat + "]";
    }
}
