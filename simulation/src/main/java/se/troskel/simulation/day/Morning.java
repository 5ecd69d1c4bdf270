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
        firstVisitors(stage);
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

    private static void firstVisitors(Stage stage) {
        Visitor visitor = stage.visitor;
        stage.step(
                "the desk opens, nobody is registered",
                () -> stage.clock("2027-02-09T08:05"),
                visitor.reads(
                        "Visa kort eller QR-kod",
                        "Show card or QR code",
                        "Öppet till 17.00",
                        "Studiehallen",
                        "Vill du ha ett kort? Fråga i receptionen."),
                stage.centre.door("entrance", "told=UNLOCK", "mode=UNLOCKED"),
                stage.region.shows("Campus Viadidakt", "Öppet till 17.00 · bemannat"));
        stage.step(
                "somebody chooses English",
                () -> visitor.press("language"),
                visitor.reads(
                        "Open until 17:00", "Would you like a card? Ask at the desk.", "Svenska"));
        stage.step(
                "and Swedish again",
                () -> visitor.press("language"),
                visitor.reads("Öppet till 17.00", "English"));
        stage.step(
                "a visitor without a card begins",
                () -> visitor.press("guests"),
                visitor.reads("Vem kommer på besök?", "Inget namn behövs."));
        stage.step(
                "a guest is counted, without a name",
                () -> visitor.press("visit-guest"),
                visitor.reads("Välkommen! Besöket är räknat.", "Vad gör du i dag?"),
                stage.centre.records("VISIT", "kind=GUEST", "people=1"));
        stage.step(
                "the guest says what the visit is for",
                () -> visitor.press("purpose-STUDY"),
                visitor.reads("Välkommen! Besöket är räknat."),
                stage.centre.records("PURPOSE_CHOSEN", "purpose=STUDY", "kind=GUEST"));
        stage.step("the guest goes in; the terminal is left to itself", () -> {}, visitor.isIdle());
        stage.step(
                "a group of twelve is counted",
                () -> {
                    visitor.press("guests");
                    visitor.press("visit-group");
                    visitor.enter("12");
                    visitor.press("no-card");
                },
                visitor.reads("Välkommen! Besöket är räknat."),
                stage.centre.records("VISIT", "kind=GROUP", "people=12"));
        stage.step(
                "the group's host says what for",
                () -> visitor.press("purpose-GROUP_WORK"),
                stage.centre.records("PURPOSE_CHOSEN", "purpose=GROUP_WORK", "kind=GROUP"));
    }
}
