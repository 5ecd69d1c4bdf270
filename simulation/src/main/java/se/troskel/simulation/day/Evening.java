package se.troskel.simulation.day;

/// Nobody is at the desk: those with a right to it come in by card and PIN.
final class Evening implements Scene {
    private static final String CALL = "Ring 0150-00 00 00";
    private static final String DESK_NOW = "Fråga i receptionen";

    @Override
    public String name() {
        return "Evening";
    }

    @Override
    public void play(Stage stage) {
        Visitor visitor = stage.visitor;
        stage.step(
                "it is 18:30: the entrance is locked, the terminal says how to come in",
                () -> stage.clock("2027-02-09T18:30"),
                stage.centre.door("entrance", "told=LOCK", "mode=LOCKED"),
                visitor.reads("Öppet med kort till 22.00"),
                visitor.doesNotRead("Besök utan kort"));
        stage.step(
                "a card asks for its PIN",
                () -> visitor.card(Person.ALVA.card()),
                visitor.reads("Skriv din kod.", "Skriv koden och tryck på OK."),
                stage.centre.door("entrance", "told=LOCK"));
        stage.step(
                "the PIN is right: the entrance unlocks",
                () -> visitor.enter(Person.ALVAS_PIN),
                visitor.reads(
                        "Välkommen! Du är incheckad.", "Gå in nu. Dörren är olåst i 3 sekunder."),
                stage.centre.records(
                        "DOOR_CHANGED", "door=entrance", "what=UNLOCKED", "cause=CREDENTIAL"));
        stage.step(
                "nobody opens it: it locks again by itself",
                () -> {},
                stage.centre.door("entrance", "told=LOCK", "lock=LOCKED"),
                visitor.isIdle());
        wrongPins(stage);
        stage.step(
                "a card without an agreement",
                () -> visitor.card(Person.ERIK.card()),
                visitor.reads(
                        "Du behöver skriva ett avtal först.",
                        "Gör det i receptionen i morgon kl. 08.00."),
                visitor.doesNotRead(DESK_NOW),
                stage.centre.door("entrance", "told=LOCK"));
        stage.step(
                "a card without a PIN",
                () -> visitor.card(Person.BO.card()),
                visitor.reads("Du behöver skriva ett avtal först.", "i morgon kl. 08.00."),
                visitor.doesNotRead(DESK_NOW),
                stage.centre.door("entrance", "told=LOCK"));
        stage.step(
                "a card that nobody has",
                () -> visitor.card(Person.STRANGERS_CARD),
                visitor.reads("Kortet fungerar inte här.", CALL),
                visitor.doesNotRead(DESK_NOW),
                stage.centre.door("entrance", "told=LOCK"));
        stage.step(
                "a card that has run out",
                () -> visitor.card(Person.CILLA.card()),
                visitor.reads(
                        "Ditt kort har slutat gälla.",
                        "Förnya det i receptionen i morgon kl. 08.00."),
                visitor.doesNotRead(DESK_NOW));
    }

    private static void wrongPins(Stage stage) {
        Visitor visitor = stage.visitor;
        stage.step(
                "a wrong PIN",
                () -> {
                    visitor.card(Person.ALVA.card());
                    stage.waitFor(visitor.reads("Skriv din kod."));
                    visitor.enter("111222");
                },
                visitor.reads("Koden blev fel. Du har 2 försök kvar.", "Skriv koden igen."),
                stage.centre.records("CHECK_IN", "reason=PIN_WRONG"),
                stage.centre.door("entrance", "told=LOCK"));
        stage.step(
                "another",
                () -> visitor.enter("222111"),
                visitor.reads("Koden blev fel. Du har 1 försök kvar."));
        stage.step(
                "a third: a pause of fifteen minutes",
                () -> visitor.enter("121212"),
                visitor.reads(
                        "Fel kod flera gånger. Vänta till kl. 18.4", "Behöver du hjälp? " + CALL),
                visitor.doesNotRead(DESK_NOW),
                stage.centre.records("CHECK_IN", "reason=PIN_LOCKED"),
                stage.centre.door("entrance", "told=LOCK"));
    }
}
