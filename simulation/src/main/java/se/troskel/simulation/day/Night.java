package se.troskel.simulation.day;

/// Out of hours, and a day on which the centre is closed.
final class Night implements Scene {
    @Override
    public String name() {
        return "Closed";
    }

    @Override
    public void play(Stage stage) {
        Visitor visitor = stage.visitor;
        stage.step(
                "it is 22:30: closed, and when it opens again",
                () -> stage.clock("2027-02-09T22:30"),
                visitor.reads("Stängt. Öppnar i morgon kl. 06.00"),
                stage.centre.records("OPENING_CHANGED", "mode=OUT_OF_HOURS"),
                stage.centre.records("OVERSTAY_CHANGED"));
        Inside.afterClosing(stage);
        stage.step(
                "a good card out of hours",
                () -> visitor.card(Person.FRIDA.card()),
                visitor.reads(
                        "Ditt kort gäller kl. 06.00–22.00 i morgon.",
                        "Kom tillbaka då. Du kan alltid gå ut."),
                stage.centre.records("CHECK_IN", "reason=OUT_OF_HOURS"),
                stage.centre.door("entrance", "told=LOCK"));
        stage.step(
                "the clock is set to Christmas Eve before: a closed day",
                () -> stage.clock("2026-12-24T10:00"),
                stage.centre.records("CLOCK_CHANGED"),
                stage.centre.records("OPENING_CHANGED", "mode=CLOSED"));
        stage.step(
                "a good card on a closed day",
                () -> visitor.card(Person.GUSTAV.card()),
                visitor.reads("Stängt i dag: julafton.", "Vi öppnar på söndag kl. 08.00."),
                stage.centre.records("CHECK_IN", "reason=CLOSED"),
                stage.centre.door("entrance", "told=LOCK"));
        stage.step(
                "the clock is set right again",
                () -> stage.clock("2027-02-09T22:40"),
                stage.centre.records("CLOCK_CHANGED", "clock=SYNCED"),
                visitor.isIdle());
    }
}
