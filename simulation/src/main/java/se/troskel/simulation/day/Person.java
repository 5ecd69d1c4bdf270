package se.troskel.simulation.day;

/// A test person of the day: an invented name, an official test number (DOMAIN 3.2), an invented
/// card.
///
/// @param card the number as a reader sends it, hex
record Person(String name, String personalNumber, String card) {
    /// With an agreement, and good until the end of the year.
    static final Person BO = new Person("Bo Provsson", "199006022397", "04B1C2D3");

    /// Their card has run out.
    static final Person CILLA = new Person("Cilla Exempelsson", "199610202385", "04C7D8E9");

    /// Loses the card.
    static final Person DAVID = new Person("David Testsson", "199312162390", "04D4E5F6");

    /// Has not accepted the agreement.
    static final Person ERIK = new Person("Erik Provsson", "199504242398", "04E9FA1B");

    /// Has booked a group room.
    static final Person FRIDA = new Person("Frida Exempelsson", "199705162387", "04F2A3B4");

    /// Has booked an exam room for later.
    static final Person GUSTAV = new Person("Gustav Testsson", "199710182396", "04A8B7C6");

    /// Is enrolled at the desk, with a card that nobody has.
    static final Person ALVA = new Person("Alva Testsson", "199001252387", "04A1B2C3");

    /// The PIN that Alva chooses: six digits, so that it cannot stand in a time or a count by
    /// chance.
    static final String ALVAS_PIN = "739154";

    /// The caretaker, who gets a card at the desk as students do.
    static final Person JOHAN = new Person("Johan Exempelsson", "199007212393", "04C3D2E1");

    static final String JOHANS_PIN = "604817";

    /// A card that nobody has until it is lent.
    static final String SPARE_CARD = "04AA7711";

    /// A card that nobody has.
    static final String STRANGERS_CARD = "04FFEEDD";

    /// A card of another centre, which is not known here.
    static final String BREAK_GLASS_CARD = "04B7C9D1E3F502";

    static final String ANOTHER_CENTRES_CARD = "04123ABC9F8E7D";

    @Override
    public String toString() {
        return "Person[]";
    }
}
