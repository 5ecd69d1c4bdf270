package se.troskel.simulation.day;

/// The entrance follows its hours once somebody with a right is there, and visitors come.
final class FirstVisitors implements Scene {
    @Override
    public String name() {
        return "First visitors";
    }

    @Override
    public void play(Stage stage) {
        firstPersonIn(stage);
        visitors(stage);
    }

    private static void firstPersonIn(Stage stage) {
        stage.step(
                "staff unlock the entrance for a minute: they are the first",
                () -> Doors.unlock(stage, "entrance", 1),
                stage.staff.answers("Dörren är olåst. Den låses sedan av sig själv."),
                stage.centre.records("DOOR_MODE_CHANGED", "door=entrance", "cause=SCHEDULE"),
                stage.centre.door("entrance", "told=UNLOCK", "mode=UNLOCKED"));
        stage.step(
                "the minute is over, and the hours go on",
                () -> stage.clock("2027-02-09T08:07"),
                stage.centre.door("entrance", "told=UNLOCK", "mode=UNLOCKED"));
    }

    private static void visitors(Stage stage) {
        Visitor visitor = stage.visitor;
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
