package se.troskel.simulation.day;

import java.util.Map;

/// Good, unknown, blocked and expired cards, and one of another centre.
final class Cards implements Scene {
    private static final String[] DOES_NOT_WORK = {
        "Kortet fungerar inte här.", "Fråga i receptionen."
    };

    @Override
    public String name() {
        return "Cards";
    }

    @Override
    public void play(Stage stage) {
        Visitor visitor = stage.visitor;
        stage.step(
                "a good card",
                () -> visitor.card(Person.BO.card()),
                visitor.reads("Välkommen! Du är incheckad.", "Sätt dig var du vill."),
                stage.centre.records("CHECK_IN", "reason=CHECKED_IN", "medium=CARD"));
        stage.step(
                "a card that nobody has ends the answer before it",
                () -> visitor.card(Person.STRANGERS_CARD),
                visitor.reads(DOES_NOT_WORK),
                visitor.doesNotRead("Välkommen!"),
                stage.centre.records("CHECK_IN", "reason=UNKNOWN"));
        stage.step(
                "staff block a lost card",
                () -> block(stage.staff, true),
                stage.staff.answers("Kortet är spärrat."),
                stage.centre.records("STAFF_ACTED", "action=CARD_BLOCKED"));
        stage.step(
                "its finder learns no more than that it does not work here",
                () -> visitor.card(Person.DAVID.card()),
                visitor.reads(DOES_NOT_WORK),
                visitor.doesNotRead("spärr"),
                stage.centre.records("CHECK_IN", "reason=BLOCKED"));
        stage.step(
                "a card that has run out",
                () -> visitor.card(Person.CILLA.card()),
                visitor.reads("Ditt kort har slutat gälla.", "Förnya det i receptionen."),
                stage.centre.records("CHECK_IN", "reason=EXPIRED"));
        stage.step(
                "a card of another centre",
                () -> visitor.card(Person.ANOTHER_CENTRES_CARD),
                visitor.reads(DOES_NOT_WORK),
                stage.centre.records("CHECK_IN", "reason=UNKNOWN"));
        stage.step(
                "everybody goes; nothing of anybody is left on the screen",
                () -> {},
                visitor.isIdle());
    }

    static void block(StaffClient staff, boolean blocked) {
        staff.submit(
                "/staff/cards",
                blocked ? "/staff/cards/block" : "/staff/cards/unblock",
                Map.of("number", Person.DAVID.card()));
    }
}
