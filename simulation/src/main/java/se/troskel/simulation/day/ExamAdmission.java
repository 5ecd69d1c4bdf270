package se.troskel.simulation.day;

import java.util.Map;

/// 08.00 to 09.00 on the exam Tuesday: candidates come by card and number and show what they have;
/// the terminal directs, the invigilator decides.
final class ExamAdmission implements Scene {
    static final String TO_THE_ROOM = "Gå till Tentasal 1. Ta fram din legitimation.";

    static final String LICENCE = "document-swedish-driving-licence";

    @Override
    public String name() {
        return "Exam admission";
    }

    @Override
    public void play(Stage stage) {
        inTime(stage);
        lateAtMdu(stage);
        passports(stage);
        withoutDocument(stage);
        twoExams(stage);
        policeReport(stage);
        onNoList(stage);
        full(stage);
    }

    private static void inTime(Stage stage) {
        Visitor visitor = stage.visitor;
        stage.step(
                "08.02: the terminal offers the way to an exam",
                () -> stage.clock("2027-02-16T08:02"),
                visitor.reads("Jag ska skriva tenta"));
        stage.step(
                "somebody with a card comes to the first exam: which document?",
                () -> visitor.card(Person.BO.card()),
                visitor.reads("Vilken legitimation har du med dig?", "Svenskt körkort"),
                stage.centre.records("EXAM_NOTED"));
        stage.step(
                "a driving licence: the invigilator looks at it",
                () -> visitor.press(LICENCE),
                visitor.reads(TO_THE_ROOM, "Tentavakten tittar på den vid dörren."),
                stage.tablet.shows("Väntar på dig (1): plats 1"));
        stage.step(
                "the invigilator touches the seat: who it is, and what to look at",
                () -> {},
                stage.tablet.chosen(ExamCast.BO, "Plats 1", "legitimationen granskas för hand"));
        stage.step(
                "the face is right: approved with one press, the door unlocks",
                () -> stage.tablet.approve(ExamCast.BO, "SWEDISH_DRIVING_LICENCE"),
                stage.tablet.seat(ExamCast.BO, "INSIDE"),
                stage.centre.records("EXAM_NOTED", "room=exam-1"),
                stage.centre.records("DOOR_CHANGED", "door=exam-1", "what=UNLOCKED"));
        stage.step(
                "somebody types the number of an exam that begins later",
                () -> visitor.toExam(ExamCast.SARA.personalNumber()),
                visitor.reads(
                        "Du är tidig. Insläppet börjar kl. 08.30.", "Kom hit igen kl. 08.30."));
    }

    private static void lateAtMdu(Stage stage) {
        stage.step(
                "08.25: late by a rule that nobody has confirmed",
                () -> {
                    stage.clock("2027-02-16T08:25");
                    stage.visitor.toExam(ExamCast.ALMA.personalNumber());
                },
                stage.visitor.reads(
                        "Tentavakten avgör om du kan skriva.",
                        "Gå till Tentasal 1 och vänta utanför."),
                stage.tablet.seat(ExamCast.ALMA, "SHOWS_ID"));
        stage.step(
                "the invigilator decides",
                () -> stage.tablet.approve(ExamCast.ALMA, "SWEDISH_PASSPORT"),
                stage.tablet.seat(ExamCast.ALMA, "INSIDE"));
    }

    private static void passports(Stage stage) {
        Visitor visitor = stage.visitor;
        stage.step(
                "08.32: a passport that the scanner reads, and all fits",
                () -> {
                    stage.clock("2027-02-16T08:32");
                    shows(stage, ExamCast.SARA, ExamCast.SARA.passport());
                },
                visitor.reads("Klart. Gå till Tentasal 1.", "Visa legitimationen för tentavakten."),
                stage.tablet.shows("Väntar på dig (1): plats 3"));
        stage.step(
                "approved",
                () -> stage.tablet.approve(ExamCast.SARA, "SWEDISH_PASSPORT"),
                stage.tablet.seat(ExamCast.SARA, "INSIDE"));
        stage.step(
                "another name in the passport, the same number; extended time is never shown",
                () ->
                        shows(
                                stage,
                                ExamCast.OLLE,
                                Passport.of(
                                                "Olle Provsson",
                                                ExamCast.OLLE.personalNumber(),
                                                "310101")
                                        .lines()),
                visitor.reads("Klart. Gå till Tentasal 1."),
                visitor.doesNotRead("längre tid", "förlängd"));
        stage.step(
                "approved, with more time than the others",
                () -> stage.tablet.approve(ExamCast.OLLE, "SWEDISH_PASSPORT"),
                stage.tablet.seat(ExamCast.OLLE, "INSIDE"),
                stage.invigilator.answers("skriver till kl. 16.30"));
        stage.step(
                "a passport that has run out",
                () ->
                        shows(
                                stage,
                                ExamCast.VERA,
                                Passport.of(
                                                ExamCast.VERA.name(),
                                                ExamCast.VERA.personalNumber(),
                                                "260630")
                                        .lines()),
                visitor.reads(
                        "Din legitimation har gått ut.",
                        "Visa en annan legitimation eller prata med tentavakten."));
    }

    private static void withoutDocument(Stage stage) {
        Visitor visitor = stage.visitor;
        stage.step(
                "08.36: a student card is not enough",
                () -> {
                    stage.clock("2027-02-16T08:36");
                    shows(stage, ExamCast.NILS, "more", "document-student-card");
                },
                visitor.reads(
                        "Den här handlingen räcker inte på tentan.",
                        "Visa pass, nationellt id-kort eller körkort."));
        stage.step(
                "there is no other: it may be fetched until the last entry",
                () -> visitor.press("document-none"),
                visitor.reads(
                        "Du får hämta din legitimation fram till kl. 09.30.",
                        "Din plats finns kvar."),
                stage.tablet.seat(ExamCast.NILS, "ARRIVED"));
        stage.step(
                "somebody else has seen the exam already: nothing may be fetched",
                () -> {
                    stage.tablet.act("paper-seen", ExamCast.SIV, Map.of());
                    shows(stage, ExamCast.SIV, "document-none");
                },
                visitor.reads("Utan legitimation kan du inte skriva.", "Ring lärosätet: 046"));
        stage.step(
                "the first one is back with a driving licence",
                () -> shows(stage, ExamCast.NILS, LICENCE),
                visitor.reads(TO_THE_ROOM),
                stage.tablet.seat(ExamCast.NILS, "SHOWS_ID"));
        stage.step(
                "it is damaged: rejected, with a reason, and nobody accused",
                () -> stage.tablet.act("reject", ExamCast.NILS, Map.of("why", "DOCUMENT_DAMAGED")),
                stage.tablet.seat(ExamCast.NILS, "REJECTED"));
        stage.step(
                "a better one: approved",
                () -> stage.tablet.approve(ExamCast.NILS, "SWEDISH_NATIONAL_ID"),
                stage.tablet.seat(ExamCast.NILS, "INSIDE"));
    }

    private static void twoExams(Stage stage) {
        Visitor visitor = stage.visitor;
        stage.step(
                "08.46: on two lists, at different hours: which one?",
                () -> {
                    stage.clock("2027-02-16T08:46");
                    visitor.toExam(ExamCast.EBBA.personalNumber());
                },
                visitor.reads(
                        "Du har flera tentor. Vilken ska du skriva nu?",
                        "kl. 09.00 · TEN202",
                        "kl. 09.15 · TEN303"));
        stage.step(
                "the chosen one, and then a document",
                () -> {
                    visitor.press("sitting-1");
                    stage.waitFor(visitor.reads("Vilken legitimation har du med dig?"));
                    visitor.press(LICENCE);
                },
                visitor.reads(TO_THE_ROOM));
        stage.step(
                "two exams at one hour: one seat, two papers",
                () -> shows(stage, ExamCast.VERA, LICENCE),
                visitor.reads("Klart. Gå till Tentasal 1."),
                stage.centre.records("EXAM_NOTED", "room=exam-1"));
        stage.step(
                "an interim number on the list, a Swedish passport in the hand",
                () ->
                        shows(
                                stage,
                                ExamCast.LO,
                                Passport.of(ExamCast.LO.name(), ExamCast.LOS_OWN_NUMBER, "310101")
                                        .lines()),
                visitor.reads(TO_THE_ROOM, "Tentavakten tittar på den vid dörren."));
        stage.step(
                "the invigilator confirms both numbers, and lets all three in",
                () -> {
                    stage.tablet.approve(ExamCast.EBBA, "SWEDISH_DRIVING_LICENCE");
                    stage.tablet.approveBoth(ExamCast.VERA, "SWEDISH_DRIVING_LICENCE");
                    stage.tablet.approve(ExamCast.LO, "SWEDISH_PASSPORT");
                },
                stage.tablet.seat(ExamCast.VERA, "INSIDE"),
                stage.tablet.seat(ExamCast.LO, "INSIDE"),
                stage.tablet.count("INSIDE", 8));
    }

    private static void policeReport(Stage stage) {
        stage.step(
                "08.50: the police report of a stolen document",
                () -> {
                    stage.clock("2027-02-16T08:50");
                    stage.visitor.toExam(stage.kept.getOrDefault(ExamLists.TICKET, ""));
                    answer(stage, "more", "document-police-report");
                },
                stage.visitor.reads(
                        "Prata med tentavakten om din polisanmälan.",
                        "Ta med anmälan till Tentasal 1."),
                stage.tablet.seat(ExamCast.TYRA, "SHOWS_ID"));
        Map<String, String> stolen = Map.of("exception", "DOCUMENT_STOLEN", "other", "");
        stage.step(
                "the invigilator is alone: one person is not enough for an exception",
                () -> stage.tablet.act("except", ExamCast.TYRA, stolen),
                stage.invigilator.answers("Inte insläppt: andra godkännande krävs"),
                stage.tablet.seat(ExamCast.TYRA, "SHOWS_ID"));
        stage.step(
                "help is called without a sound",
                () -> {
                    stage.staff.get("/staff");
                    stage.watch(stage.staff, "/staff");
                    stage.tablet.order("help", Map.of());
                },
                stage.watched(
                        stage.staff, "/staff/calls/live", "Tentasal 1: tentavakten behöver hjälp"),
                stage.invigilator.answers("Hjälp är kallad."));
        stage.step(
                "the coordinator comes",
                () ->
                        stage.staff.submit(
                                "/staff/calls/live",
                                "/staff/calls/seen",
                                Map.of(
                                        "note",
                                        StaffClient.hidden(
                                                stage.staff.get("/staff/calls/live"), "note"))),
                stage.staff.answers("De som kallade ser att du kommer."),
                stage.tablet.shows("Hjälp är på väg."));
        stage.step(
                "and is the second one: let in with an exception",
                () -> stage.coordinator.act("except", ExamCast.TYRA, stolen),
                stage.tablet.seat(ExamCast.TYRA, "INSIDE"));
        stage.step(
                "what the report said is written down as a deviation",
                () ->
                        stage.tablet.act(
                                "deviation",
                                ExamCast.TYRA,
                                Map.of("words", "Polisanmälan visad, daterad 2027-02-10.")),
                stage.invigilator.answers("Noterat."),
                stage.tablet.seat(ExamCast.TYRA, "INSIDE"));
    }

    private static void onNoList(Stage stage) {
        stage.step(
                "somebody on no list: waits where a university lets people wait",
                () -> stage.visitor.toExam(ExamCast.STRANGERS_NUMBER),
                stage.visitor.reads(
                        "Du finns inte på listan till tentan.",
                        "Vänta utanför tentasalen. Tentavakten ser om det finns plats."),
                stage.tablet.shows("inte anmäld, väntade på plats"));
        stage.step(
                "the invigilator has seen it: there is no paper left",
                () -> stage.tablet.order("seen", Map.of("note", stage.tablet.hidden("note"))),
                stage.tablet.showsNot("inte anmäld, väntade på plats"));
        stage.step(
                "a protected identity: neither name nor course, nowhere",
                () -> shows(stage, ExamCast.INA, LICENCE),
                stage.visitor.reads("Klart. Gå till Tentasal 1."),
                stage.visitor.doesNotRead("TEN404", ExamCast.INA.name()),
                stage.tablet.showsNot(ExamCast.INA.name()));
        stage.step(
                "approved by the reference",
                () -> stage.tablet.approve(ExamCast.INA, "SWEDISH_DRIVING_LICENCE"),
                stage.tablet.seat(ExamCast.INA, "INSIDE"));
    }

    private static void full(Stage stage) {
        stage.step(
                "heads are counted, and the room is full",
                () -> {
                    heads(stage, 30);
                    stage.visitor.toExam(ExamCast.HEDDA.personalNumber());
                },
                stage.visitor.reads(
                        "Vänta här. Salen är full just nu.", "Tentavakten ordnar plats åt dig."));
        stage.step(
                "visitors have left it",
                () -> heads(stage, 10),
                stage.staff.answers("Listan är inläst."));
    }

    private static void heads(Stage stage, int people) {
        stage.staff.upload("HEAD_COUNTS", "salen.csv", CsvFiles.headsInExamRoom(people));
        Lists.apply(stage.staff);
    }

    /// Comes, and answers the question for the document: with the lines of a passport, or by
    /// pressing these.
    static void shows(Stage stage, ExamCast candidate, String... answers) {
        stage.visitor.toExam(candidate.personalNumber());
        answer(stage, answers);
    }

    private static void answer(Stage stage, String... answers) {
        for (String answer : answers) {
            stage.waitFor(stage.visitor.reads("Vilken legitimation har du med dig?"));
            if (answer.contains("<")) {
                stage.visitor.code(answer);
            } else {
                stage.visitor.press(answer);
            }
        }
    }
}
