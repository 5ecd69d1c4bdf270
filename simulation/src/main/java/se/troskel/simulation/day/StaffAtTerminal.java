package se.troskel.simulation.day;

import java.util.Map;

/// Somebody of the staff in front of the terminal: a card, a PIN, two presses, and a door is open.
final class StaffAtTerminal implements Scene {
    private static final String NEW_STUDENT = "/staff/new-student";
    private static final String ACCOUNTS = "/staff/accounts";

    @Override
    public String name() {
        return "Staff at the terminal";
    }

    @Override
    public void play(Stage stage) {
        prepare(stage);
        unlock(stage);
        leave(stage);
    }

    private static void prepare(Stage stage) {
        StaffClient staff = stage.staff;
        Visitor visitor = stage.visitor;
        stage.step(
                "the caretaker gets a card",
                () -> {
                    staff.submit(NEW_STUDENT, NEW_STUDENT + "/start", Map.of("kiosk", "kiosk1"));
                    visitor.card(Person.JOHAN.card());
                },
                staff.shows(NEW_STUDENT, "Kortet är läst. Skriv vem det är."));
        stage.step(
                "and chooses a PIN for it",
                () -> {
                    staff.submit(
                            NEW_STUDENT,
                            NEW_STUDENT + "/complete",
                            Map.of(
                                    "name", Person.JOHAN.name(),
                                    "born", "1990-07-21",
                                    "until", "2027-12-31",
                                    "agreement", "yes"));
                    stage.waitFor(visitor.reads("Välj en kod med 4 till 6 siffror."));
                    visitor.enter(Person.JOHANS_PIN);
                    visitor.enter(Person.JOHANS_PIN);
                },
                visitor.reads("Din kod är sparad."),
                staff.shows(NEW_STUDENT, "Klart! Kortet gäller nu."));
        stage.step(
                "an administrator makes the caretaker's account",
                () ->
                        staff.submit(
                                ACCOUNTS,
                                ACCOUNTS,
                                Map.of(
                                        "user", "johan",
                                        "name", Person.JOHAN.name(),
                                        "role", "CARETAKER")),
                staff.answers(Person.JOHAN.name()),
                stage.centre.records("STAFF_ACTED", "action=ACCOUNT_MADE"));
        stage.step(
                "and says which card is the caretaker's",
                () ->
                        staff.submit(
                                ACCOUNTS,
                                ACCOUNTS + "/johan/link",
                                Map.of("number", Person.JOHAN.card())),
                staff.answers("Kortet"),
                stage.centre.records("STAFF_ACTED", "action=CARD_LINKED"));
    }

    private static void unlock(Stage stage) {
        Visitor visitor = stage.visitor;
        stage.step(
                "the caretaker's card leads to staff mode too",
                () -> visitor.card(Person.JOHAN.card()),
                visitor.reads("Välkommen! Du är incheckad.", "Personal"));
        stage.step(
                "the card alone is not enough",
                () -> visitor.press("staff"),
                visitor.reads("Skriv din kod för personalläget."));
        stage.step(
                "a wrong PIN opens nothing",
                () -> visitor.enter("739155"),
                visitor.reads("Koden blev fel. Du har 2 försök kvar."),
                stage.centre.doesNotRecord("STAFF_ACTED", "action=LOGGED_IN"));
        stage.step(
                "the right one shows every door and room as they are now",
                () -> visitor.enter(Person.JOHANS_PIN),
                visitor.reads("Vilken dörr?", "Tentasal 1", "Studiehallen", "Personalläge"),
                stage.centre.records("STAFF_ACTED", "action=LOGGED_IN"));
        stage.step(
                "the first press: which door",
                () -> visitor.press("door-exam-1"),
                visitor.reads("Tentasal 1", "Låses upp i 15 minuter, låses sedan av sig själv."),
                stage.centre.door("exam-1", "told=LOCK"));
        stage.step(
                "the second press: it is unlocked, in the caretaker's name",
                () -> visitor.press("unlock"),
                visitor.reads("Tentasal 1 är olåst till kl."),
                stage.centre.records("STAFF_ACTED", "action=DOOR_UNLOCKED", "minutes=15"),
                stage.centre.door("exam-1", "told=UNLOCK", "mode=UNLOCKED"));
        stage.step(
                "somebody goes in: the terminal sees the door open",
                () -> {
                    stage.contact("exam-1-contact", true);
                    visitor.press("door-exam-1");
                },
                visitor.reads("Dörren: öppen"));
        stage.step(
                "it is locked again from there",
                () -> {
                    stage.contact("exam-1-contact", false);
                    visitor.press("lock");
                },
                visitor.reads("Tentasal 1 är låst."),
                stage.centre.door("exam-1", "told=LOCK", "mode=LOCKED"));
    }

    private static void leave(Stage stage) {
        stage.step(
                "the caretaker leaves staff mode, and nothing of it is left",
                () -> stage.visitor.press("cancel"),
                stage.visitor.isIdle());
    }
}
