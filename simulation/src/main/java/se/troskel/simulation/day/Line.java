package se.troskel.simulation.day;

import java.time.Duration;

/// The line to the region's broker is cut while people come and go.
final class Line implements Scene {
    private static final Duration RECONNECTING = Duration.ofSeconds(90);

    @Override
    public String name() {
        return "Line cut";
    }

    @Override
    public void play(Stage stage) {
        stage.step(
                Duration.ofSeconds(30),
                "before, region and journal are compared",
                () -> stage.clock("2027-02-09T14:00"),
                stage.region.equalsJournal(stage.centre),
                stage.region.shows("Ansluten", "Öppet till 17.00 · bemannat"));
        stage.step(
                Duration.ofSeconds(45),
                "the line to the broker is cut",
                () -> stage.world.line().cut(),
                stage.centre.records("LINK_CHANGED", "connected=false"),
                stage.region.shows("Ingen kontakt", "Ingen kontakt med lärcentret"),
                stage.staff.shows("/staff", "Ingen kontakt med regionen."));
        stage.step(
                "somebody checks in: the terminal is as always",
                () -> stage.visitor.card(Person.BO.card()),
                stage.visitor.reads("Välkommen! Du är incheckad."),
                stage.centre.records("CHECK_IN", "reason=CHECKED_IN"));
        stage.step(
                "and another; a blocked card is refused as always",
                () -> stage.visitor.card(Person.DAVID.card()),
                stage.visitor.reads("Kortet fungerar inte här."),
                stage.centre.records("CHECK_IN", "reason=BLOCKED"));
        stage.step(
                "twenty minutes later the region says since when it knows nothing",
                () -> stage.clock("2027-02-09T14:20"),
                stage.centre.records("CLOCK_CHANGED", "clock=SYNCED"),
                stage.region.shows("Vet inte om det är öppet", "Hördes kl. 14.0"));
        stage.step(
                RECONNECTING,
                "the line is mended: everything arrives, in order",
                () -> stage.world.line().mend(),
                stage.centre.records("LINK_CHANGED", "connected=true"),
                stage.region.shows("Ansluten", "Öppet till 17.00 · bemannat"),
                stage.region.equalsJournal(stage.centre));
    }
}
