package se.troskel.simulation.day;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The exam Tuesday begins: the list of four universities is taken in, and the invigilator gets an
/// account.
final class ExamLists implements Scene {
    private static final String INVIGILATOR = "Maj Tentavaktsson";
    private static final String ACCOUNTS = "/staff/accounts";
    private static final String PASSWORD_PAGE = "/staff/password";
    private static final String OWN_PASSWORD = "elva tysta lommar i dimman";

    /// Under which the code of a candidate's ticket is kept.
    static final String TICKET = "candidate's ticket";

    private static final String CONFIRMATIONS = "/staff/exams/confirmations";
    private static final Pattern SHEETS =
            Pattern.compile(
                    "SU TEN404.*?\"(/staff/exams/confirmations/[^\"]+/sheets)\"", Pattern.DOTALL);
    private static final Pattern FIRST_PASSWORD =
            Pattern.compile("Lösenord första gången: (\\S+)\\. Det visas");

    @Override
    public String name() {
        return "Exam lists";
    }

    @Override
    public void play(Stage stage) {
        list(stage);
        invigilator(stage);
    }

    private static void list(Stage stage) {
        StaffClient staff = stage.staff;
        stage.step(
                "a week later, 07:20: the list of four universities is looked at",
                () -> {
                    stage.clock("2027-02-16T07:20");
                    staff.upload("SITTINGS", "tentor.csv", CsvFiles.sittings());
                },
                staff.answers("Inget är ändrat än.", "16 läggs till", "1 kan inte tas"),
                stage.centre.doesNotRecord("REGISTER_EDITED"));
        stage.step(
                "the good rows are taken in, the bad one is parked",
                () -> Lists.apply(staff),
                staff.answers("Listan är inläst."),
                stage.centre.records("REGISTER_EDITED"));
        stage.step(
                "the times of each sitting are those of its university's rules",
                () -> {},
                staff.shows(
                        "/staff/exams",
                        "MDU TEN101",
                        "LTH TEN202",
                        "HIG TEN303",
                        "SU TEN404",
                        "Obekräftad regel: tentavakten avgör."));
        stage.step(
                "confirmations are printed, with a ticket for each candidate",
                () -> confirm(stage),
                staff.answers("TEN404", ExamCast.TYRA.name()),
                stage.centre.records("STAFF_ACTED", "action=TICKET_ISSUED"));
    }

    /// Prints those of a sitting, and keeps one ticket's code.
    private static void confirm(Stage stage) {
        Matcher sheets = SHEETS.matcher(stage.staff.get(CONFIRMATIONS));
        if (!sheets.find()) {
            throw new IllegalStateException("the page has no sheets for the exam");
        }
        stage.staff.submit(CONFIRMATIONS, sheets.group(1), Map.of());
        Matcher code =
                Pattern.compile(ExamCast.TYRA.name() + ".*?class=\"code\">([^<]+)<", Pattern.DOTALL)
                        .matcher(stage.staff.answer());
        if (!code.find()) {
            throw new IllegalStateException("the sheets have no code");
        }
        String plain = code.group(1).replaceAll("[^0-9A-Z]", "");
        stage.kept.put(TICKET, plain);
        stage.secrets.add("a candidate's ticket", plain);
    }

    private static void invigilator(Stage stage) {
        StaffClient staff = stage.staff;
        stage.step(
                "an administrator makes the invigilator's account",
                () ->
                        staff.submit(
                                ACCOUNTS,
                                ACCOUNTS,
                                Map.of(
                                        "user", "maj",
                                        "name", INVIGILATOR,
                                        "role", "INVIGILATOR")),
                staff.answers("Kontot är gjort."),
                stage.centre.records("STAFF_ACTED", "action=ACCOUNT_MADE"));
        Matcher first = FIRST_PASSWORD.matcher(staff.answer());
        if (!first.find()) {
            throw new IllegalStateException("the page shows no first password");
        }
        stage.secrets.add("the invigilator's first password", first.group(1));
        stage.secrets.add("the invigilator's password", OWN_PASSWORD);
        StaffClient invigilator = stage.invigilator;
        stage.step(
                "the invigilator chooses a password on the tablet",
                () -> {
                    invigilator.logIn(new StaffClient.Login("maj", first.group(1)));
                    invigilator.submit(
                            PASSWORD_PAGE,
                            PASSWORD_PAGE,
                            Map.of(
                                    "present", first.group(1),
                                    "new", OWN_PASSWORD,
                                    "again", OWN_PASSWORD));
                    invigilator.remember(new StaffClient.Login("maj", OWN_PASSWORD));
                },
                invigilator.answers("Lösenordet är bytt."));
    }
}
