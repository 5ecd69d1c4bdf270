package se.troskel.simulation.day;

/// Day one: nobody is registered, and the terminal serves already.
final class Morning implements Scene {
    @Override
    public String name() {
        return "Morning";
    }

    @Override
    public void play(Stage stage) {
        janitor(stage);
        desk(stage);
    }

    private static void janitor(Stage stage) {
        stage.step(
                "it is 05:30, nobody may come in by card yet",
                () -> stage.clock("2027-02-09T05:30"),
                stage.centre.records("CLOCK_CHANGED", "clock=SYNCED"),
                stage.centre.door("entrance", "told=LOCK", "lock=LOCKED", "contact=CLOSED"),
                stage.visitor.reads("Stängt. Öppnar i dag kl. 06.00"));
        stage.step(
                "the janitor opens the entrance with a key in the hours for that",
                () -> stage.contact("entrance-contact", true),
                stage.centre.records("DOOR_CHANGED", "door=entrance", "what=OPENED_OTHERWISE"),
                stage.centre.door("entrance", "contact=OPEN", "alarm=NORMAL"));
        stage.step(
                "the janitor closes the entrance",
                () -> stage.contact("entrance-contact", false),
                stage.centre.records("DOOR_CHANGED", "door=entrance", "what=CLOSED"),
                stage.centre.door("entrance", "contact=CLOSED", "alarm=NORMAL"));
    }

    private static void desk(Stage stage) {
        stage.step(
                "the desk opens, nobody is registered; the entrance waits for somebody with a right",
                () -> stage.clock("2027-02-09T08:05"),
                stage.visitor.reads(
                        "Visa kort eller QR-kod",
                        "Show card or QR code",
                        "Öppet till 17.00",
                        "Studiehallen",
                        "Vill du ha ett kort? Fråga i receptionen."),
                stage.centre.door("entrance", "told=LOCK", "mode=LOCKED"),
                stage.region.shows("Campus Viadidakt", "Öppet till 17.00 · bemannat"));
    }
}
