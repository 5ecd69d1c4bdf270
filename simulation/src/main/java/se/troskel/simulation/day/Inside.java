package se.troskel.simulation.day;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// The list of those inside, which has to be there when it is needed: also after the controller was
/// killed.
final class Inside implements Scene {
    static final String PAGE = "/staff/inside";

    @Override
    public String name() {
        return "Inside";
    }

    @Override
    public void play(Stage stage) {
        stage.step(
                "staff look who is inside; the controller was killed since they came",
                () -> {},
                stage.staff.shows(
                        PAGE,
                        Person.ALVA.name(),
                        Person.FRIDA.name(),
                        "Grupp om 12",
                        "Leta därför alltid igenom alla rum."),
                stage.visitor.isIdle());
    }

    private static void checksOut(Stage stage) {
        Visitor visitor = stage.visitor;
        AtomicInteger before = new AtomicInteger();
        stage.step(
                "one of them checks out at the terminal on her way, without a PIN",
                () -> {
                    before.set(stage.centre.left());
                    visitor.leave();
                    visitor.press("leaving");
                    stage.waitFor(
                            visitor.reads(
                                    "Går du? Visa kort eller QR-kod.", "Du kan också bara gå ut."));
                    visitor.card(Person.ALVA.card());
                },
                visitor.reads("Du är utcheckad.", "Välkommen tillbaka!"),
                stage.centre.records("CHECK_IN", "reason=CHECKED_OUT"),
                stage.centre.records("OVERSTAY_CHANGED"),
                stage.centre.oneFewerIsLeftThan(before::get));
    }

    /// The centre has closed, and by the list somebody has stayed.
    static void afterClosing(Stage stage) {
        stage.step(
                "those who never checked out are an alarm for staff, and a number for the region",
                () -> {},
                stage.staff.shows("/staff", "Efter stängning", "är kvar enligt listan."),
                stage.region.shows("kvar efter stängning"));
        checksOut(stage);
        stage.step(
                "staff walk round and find nobody",
                () -> stage.staff.submit(PAGE, PAGE + "/all-gone", Map.of()),
                stage.staff.answers("Listan är tömd.", "Ingen är incheckad."),
                stage.centre.records("STAFF_ACTED", "action=VISITS_ENDED"),
                stage.centre.records("OVERSTAY_CHANGED", "people=0"),
                stage.region.showsNot("kvar efter stängning"));
    }
}
