package se.troskel.simulation.day;

import java.time.Duration;
import java.util.Map;
import se.troskel.simulation.day.Expectation.Where;

/// A new student at the desk, in under sixty seconds.
final class NewStudent implements Scene {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String PAGE = "/staff/new-student";

    @Override
    public String name() {
        return "New student";
    }

    @Override
    public void play(Stage stage) {
        StaffClient staff = stage.staff;
        Visitor visitor = stage.visitor;
        long began = System.nanoTime();
        stage.step(
                "staff start with the next new card",
                () -> staff.submit(PAGE, PAGE + "/start", Map.of("kiosk", "kiosk1")),
                staff.answers("Visa kortet vid Terminalen i entrén."));
        stage.step(
                "the student shows a card that nobody has",
                () -> visitor.card(Person.ALVA.card()),
                visitor.reads("Ditt nya kort är läst.", "Fortsätt i receptionen."),
                staff.shows(PAGE, "Kortet är läst. Skriv vem det är."));
        stage.step(
                "staff forget to tick the agreement",
                () ->
                        staff.submit(
                                PAGE,
                                PAGE + "/complete",
                                Map.of("name", Person.ALVA.name(), "until", "2027-06-30")),
                staff.answers("Kryssa i avtalet när studenten har godkänt det."));
        stage.step(
                "staff give the name, the student accepts the agreement",
                () ->
                        staff.submit(
                                PAGE,
                                PAGE + "/complete",
                                Map.of(
                                        "name", Person.ALVA.name(),
                                        "born", "1999-01-25",
                                        "until", "2027-06-30",
                                        "agreement", "yes")),
                staff.answers("Studenten väljer PIN vid Terminalen i entrén."),
                visitor.reads("Välj en kod med 4 till 6 siffror."));
        stage.step(
                "the student chooses a PIN that is easy to guess",
                () -> {
                    visitor.enter("1234");
                    visitor.enter("1234");
                },
                visitor.reads("Den koden är för lätt. Välj en annan."));
        stage.step(
                "the student types two different ones",
                () -> {
                    visitor.enter(Person.ALVAS_PIN);
                    visitor.enter("739155");
                },
                visitor.reads("Koderna var olika. Välj en kod igen."));
        stage.step(
                "the student chooses a good one",
                () -> {
                    visitor.enter(Person.ALVAS_PIN);
                    visitor.enter(Person.ALVAS_PIN);
                },
                visitor.reads("Din kod är sparad.", "Fortsätt i receptionen."),
                staff.shows(PAGE, "Klart! Kortet gäller nu."),
                stage.centre.records("REGISTER_EDITED", "edit=ENROLMENT"));
        stage.step(
                "the student tries the card",
                () -> visitor.card(Person.ALVA.card()),
                visitor.reads("Välkommen! Du är incheckad.", "Sätt dig var du vill."),
                stage.centre.records("CHECK_IN", "reason=CHECKED_IN", "kind=STUDENT"),
                sinceBegun(began));
    }

    private static Expectation sinceBegun(long began) {
        return new Expectation(
                "all of it took less than " + LONGEST.toSeconds() + " s",
                Where.ELSEWHERE,
                () -> {
                    Duration took = Duration.ofNanos(System.nanoTime() - began);
                    return new Seen(took.compareTo(LONGEST) < 0, took.toSeconds() + " s");
                });
    }
}
