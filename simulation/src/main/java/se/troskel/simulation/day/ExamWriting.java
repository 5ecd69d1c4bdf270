package se.troskel.simulation.day;

import java.time.Duration;
import java.util.Map;
import se.troskel.simulation.DemoWorld;

/// 09.00 to 10.15 on the exam Tuesday: two late rules, errands, a fire drill, and a power cut while
/// twelve write.
final class ExamWriting implements Scene {
    private static final Duration BACK = Duration.ofSeconds(90);

    @Override
    public String name() {
        return "Exam writing";
    }

    @Override
    public void play(Stage stage) {
        late(stage);
        tooLate(stage);
        errands(stage);
        fire(stage);
        powerCut(stage);
    }

    private static void late(Stage stage) {
        stage.step(
                "09.10: late where one admission comes at half past",
                () -> {
                    stage.clock("2027-02-16T09:10");
                    stage.visitor.toExam(ExamCast.TILDE.personalNumber());
                },
                stage.visitor.reads(
                        "Dörren är stängd. Nästa insläpp är kl. 09.30.",
                        "Vänta utanför Tentasal 1. Ta fram legitimationen."));
        stage.step(
                "late where people come in one by one",
                () -> ExamAdmission.shows(stage, ExamCast.HEDDA, ExamAdmission.LICENCE),
                stage.visitor.reads(
                        "Du får komma in nu. Gå till Tentasal 1.",
                        "Gå in tyst. Visa legitimationen för tentavakten."));
        stage.step(
                "is seated quietly, ten minutes late",
                () -> stage.tablet.approve(ExamCast.HEDDA, "SWEDISH_DRIVING_LICENCE"),
                stage.invigilator.answers("sen 10 min"),
                stage.tablet.seat(ExamCast.HEDDA, "INSIDE"));
        stage.step(
                "09.30: the one late admission",
                () -> {
                    stage.clock("2027-02-16T09:30");
                    ExamAdmission.shows(stage, ExamCast.TILDE, ExamAdmission.LICENCE);
                },
                stage.visitor.reads("Du får komma in nu. Gå till Tentasal 1."));
        stage.step(
                "thirty minutes late, and in: twelve write",
                () -> stage.tablet.approve(ExamCast.TILDE, "SWEDISH_DRIVING_LICENCE"),
                stage.invigilator.answers("sen 30 min"),
                stage.tablet.seat(ExamCast.TILDE, "INSIDE"),
                stage.tablet.count("INSIDE", 12));
    }

    private static void tooLate(Stage stage) {
        stage.step(
                "09.32: after the last entry",
                () -> {
                    stage.clock("2027-02-16T09:32");
                    stage.visitor.toExam(ExamCast.SIV.personalNumber());
                },
                stage.visitor.reads(
                        "Insläppet till tentan stängde kl. 09.30.", "Ring lärosätet: 046"));
        stage.step(
                "the invigilator notes that",
                () -> stage.tablet.act("refuse", ExamCast.SIV, Map.of("refusal", "TOO_LATE")),
                stage.tablet.seat(ExamCast.SIV, "REFUSED"));
        stage.step(
                "somebody who sits there shows the card again",
                () -> stage.visitor.card(Person.BO.card()),
                stage.visitor.reads(
                        "Du är redan insläppt.", "Prata med tentavakten om du behöver gå in igen."),
                stage.tablet.seat(ExamCast.BO, "INSIDE"));
    }

    private static void errands(Stage stage) {
        stage.step(
                "out to the restroom: the page of somebody else shows it by itself",
                () -> {
                    stage.watch(stage.staff, Tablet.PAGE);
                    stage.tablet.act("out", ExamCast.BO, Map.of("errand", "RESTROOM"));
                },
                stage.watched(stage.staff, Tablet.PAGE, "Ute 1"),
                stage.tablet.seat(ExamCast.BO, "OUT"),
                stage.coordinator.seat(ExamCast.BO, "OUT"));
        stage.step(
                "coming back is a right",
                () -> stage.visitor.toExam(ExamCast.BO.personalNumber()),
                stage.visitor.reads("Välkommen tillbaka."),
                stage.tablet.seat(ExamCast.BO, "INSIDE"));
    }

    private static void fire(Stage stage) {
        stage.step(
                "09.50: a fire drill: everybody leaves, nobody is admitted",
                () -> {
                    stage.clock("2027-02-16T09:50");
                    stage.contact("fire-alarm", true);
                },
                stage.visitor.reads("Utrym!", "Gå ut nu. Använd närmaste utgång."),
                stage.centre.door("exam-1", "told=UNLOCK", "mode=LOCKED_OPEN"),
                stage.tablet.shows("Avbrott sedan kl. 09.50. Ingen skriver."),
                stage.tablet.count("OUT", 12));
        stage.step(
                "09.58: the drill is over: nothing locks, and nobody writes, before somebody says so",
                () -> {
                    stage.clock("2027-02-16T09:58");
                    stage.contact("fire-alarm", false);
                },
                stage.staff.shows("/staff", "inget låses förrän du återställer"),
                stage.tablet.count("OUT", 12));
        stage.step(
                "staff reset the alarm",
                () -> stage.staff.submit("/staff", "/staff/fire/reset", Map.of()),
                stage.staff.answers("Brandlarmet är återställt."),
                stage.visitor.isIdle());
        stage.step(
                "10.00: everybody writes again, ten minutes longer; extended time counts anew",
                () -> {
                    stage.clock("2027-02-16T10:00");
                    stage.tablet.order("resume", Map.of());
                },
                stage.tablet.count("INSIDE", 12),
                stage.tablet.shows("Nya sluttider", "12.40", "14.10", "16.40"));
    }

    private static void powerCut(Stage stage) {
        stage.step(
                BACK,
                "10.10: the power is cut while twelve write",
                () -> {
                    stage.clock("2027-02-16T10:10");
                    stage.kept.put("states", stage.tablet.states());
                    Kills.kill(stage, DemoWorld.CONTROLLER);
                },
                Kills.started(stage, DemoWorld.CONTROLLER),
                stage.centre.records("CENTRE_STARTED", "clean=false"));
        stage.step(
                BACK,
                "it is back, and every seat as it was",
                () -> {},
                stage.tablet.count("INSIDE", 12),
                stage.tablet.areAs(() -> stage.kept.getOrDefault("states", "")),
                stage.tablet.shows("12.40", "14.10", "16.40"));
        stage.step(
                "after the wait of those on no list: an exam that was cancelled",
                () -> stage.visitor.card(Person.FRIDA.card()),
                stage.visitor.reads(
                        "Du finns inte på listan till tentan.",
                        "Visa din bekräftelse för tentavakten."));
    }
}
