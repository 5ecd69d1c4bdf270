package se.troskel.simulation.day;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A spare card for a day, and a day pass for a hired invigilator: both end by themselves.
final class LoansAndPasses implements Scene {
    /// Whom the day pass is for.
    static final String HIRED = "Ida Exempelsson";

    private static final String CARDS = "/staff/cards";
    private static final String PASSES = "/staff/passes";
    private static final String DOOR = "/staff/doors/exam-2/exam";
    private static final Pattern CODE = Pattern.compile("class=\"code\">([^<]+)<");
    private static final Pattern END = Pattern.compile("\"(/staff/passes/[^\"]+/end)\"");

    @Override
    public String name() {
        return "Loan card and day pass";
    }

    @Override
    public void play(Stage stage) {
        stage.clock("2027-02-09T10:30");
        loan(stage);
        pass(stage);
        over(stage);
    }

    private static void loan(Stage stage) {
        StaffClient staff = stage.staff;
        stage.step(
                "staff look for the one who has lost a card",
                () -> staff.submit(CARDS, CARDS + "/find", Map.of("number", "David")),
                staff.answers(Person.DAVID.name(), "Låna ut ett kort"));
        stage.step(
                "and lend a spare one until midnight",
                () ->
                        staff.submit(
                                CARDS,
                                CARDS + "/lend",
                                Map.of(
                                        "person",
                                        StaffClient.hidden(staff.answer(), "person"),
                                        "number",
                                        Person.SPARE_CARD)),
                staff.answers("gäller till midnatt"),
                stage.centre.records("STAFF_ACTED", "action=CARD_LENT"));
        stage.step(
                "it opens what the lost one opened",
                () -> stage.visitor.card(Person.SPARE_CARD),
                stage.visitor.reads("Välkommen! Du är incheckad."),
                stage.centre.records("CHECK_IN", "reason=CHECKED_IN", "medium=CARD"));
    }

    private static void pass(Stage stage) {
        StaffClient staff = stage.staff;
        stage.step(
                "staff put the small exam room in preparation: nobody comes in but who works there",
                () -> staff.submit("/staff", DOOR, Map.of("posture", "EXAM_PREPARE")),
                staff.answers("Tentaläget är ändrat."),
                stage.centre.door("exam-2", "posture=EXAM_PREPARE", "told=LOCK"));
        stage.step(
                "and print a day pass for a hired invigilator",
                () -> {
                    staff.submit(
                            PASSES,
                            PASSES,
                            Map.of(
                                    "name", HIRED,
                                    "room-exam-2", "yes",
                                    "from", "2027-02-09T10:00",
                                    "until", "2027-02-09T16:00"));
                    keep(stage, staff.answer());
                },
                staff.answers("Campus Viadidakt", HIRED, "Tentasal 2"),
                stage.centre.records("STAFF_ACTED", "action=PASS_MADE"));
        stage.step(
                "the code alone opens nothing",
                () -> stage.visitor.typeCode(stage.kept.getOrDefault("pass code", "")),
                stage.visitor.reads("Skriv din kod."),
                stage.centre.door("exam-2", "told=LOCK"));
        stage.step(
                "with the PIN it opens the invigilator's own room, and no other",
                () -> stage.visitor.enter(stage.kept.getOrDefault("pass PIN", "")),
                stage.visitor.reads("Tentasal 2"),
                stage.centre.records("CHECK_IN", "reason=CHECKED_IN", "medium=SHORT_CODE"),
                stage.centre.door("exam-2", "told=UNLOCK", "mode=ACCESSED"),
                stage.centre.door("exam-1", "told=LOCK"));
    }

    private static void over(Stage stage) {
        StaffClient staff = stage.staff;
        stage.step(
                "the sheet is shown once: its PIN stands nowhere any more",
                () -> staff.get(PASSES),
                staff.shows(PASSES, HIRED, "Avsluta passet"));
        stage.step(
                "staff end the pass",
                () -> staff.submit(PASSES, first(END, staff.get(PASSES)), Map.of()),
                staff.answers("Dagpasset är avslutat och öppnar inget mer."),
                stage.centre.records("STAFF_ACTED", "action=PASS_ENDED"));
        stage.step(
                "it opens nothing",
                () -> stage.visitor.typeCode(stage.kept.getOrDefault("pass code", "")),
                stage.visitor.reads("gäller inte längre"),
                stage.centre.records("CHECK_IN", "reason=TOKEN_EXPIRED"),
                stage.centre.door("exam-2", "told=LOCK"));
        stage.step(
                "the exam room is an ordinary room again",
                () -> staff.submit("/staff", DOOR, Map.of("posture", "END")),
                staff.answers("Tentaläget är ändrat."),
                stage.centre.door("exam-2", "posture=NORMAL", "told=LOCK"));
    }

    private static void keep(Stage stage, String sheet) {
        Matcher codes = CODE.matcher(sheet);
        for (String what : new String[] {"pass code", "pass PIN"}) {
            if (!codes.find()) {
                throw new IllegalStateException("the sheet has no " + what);
            }
            String code = codes.group(1).replaceAll("[^0-9A-Z]", "");
            stage.kept.put(what, code);
            stage.secrets.add("a " + what, code);
        }
    }

    private static String first(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("the page has no pass to end");
        }
        return found.group(1);
    }
}
