package se.troskel.simulation.day;

import java.util.Map;

/// Somebody proves the lock and the contact of the entrance, and writes the report.
final class Commissioning implements Scene {
    private static final String PAGE = "/staff/commissioning";

    @Override
    public String name() {
        return "Commissioning";
    }

    @Override
    public void play(Stage stage) {
        stage.step(
                "an administrator stands at the entrance with a phone",
                () -> begin(stage, "entrance-lock.lock-moves"),
                stage.staff.shows(PAGE, "Stå vid Entrén med dörren stängd."));
        stage.step(
                "the lock is pulsed: the bolt moves and comes back",
                () -> stage.staff.submit(PAGE, PAGE + "/pulse", Map.of()),
                stage.centre.records("STAFF_ACTED", "action=DOOR_UNLOCKED", "door=entrance"),
                stage.centre.door("entrance", "told=LOCK", "lock=LOCKED"),
                stage.staff.shows(PAGE, "Fungerar", "Nästa: Dörrkontakten, Entrén"));
        stage.step(
                "the door is opened by its handle and closed: the contact says so",
                () -> {
                    begin(stage, "entrance-contact.contact");
                    stage.works("exit", Map.of("device", "entrance-exit"));
                    stage.waitFor(
                            stage.centre.records(
                                    "DOOR_CHANGED", "door=entrance", "what=REQUEST_TO_EXIT"));
                    stage.contact("entrance-contact", true);
                    stage.waitFor(stage.centre.door("entrance", "contact=OPEN"));
                    stage.contact("entrance-contact", false);
                },
                stage.centre.door("entrance", "contact=CLOSED", "alarm=NORMAL"),
                stage.staff.shows(PAGE, "Fungerar", "Nästa: Öppnaknappen, Entrén"));
        stage.step(
                "the report tells what was proven, and that the rest was not",
                () -> stage.staff.submit(PAGE, PAGE + "/file", Map.of()),
                stage.staff.answers(
                        "Driftsättningsprotokoll",
                        "Allt är inte prövat",
                        "kolven är inne",
                        "Ej prövat"));
    }

    private static void begin(Stage stage, String step) {
        stage.staff.submit(PAGE, PAGE + "/begin", Map.of("step", step));
    }
}
