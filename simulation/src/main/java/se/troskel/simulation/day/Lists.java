package se.troskel.simulation.day;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import se.troskel.simulation.day.Expectation.Where;

/// Taking in the lists of the old system: look first, take the good rows, park the bad ones, take
/// it back, take it in again.
final class Lists implements Scene {
    private static final String IMPORT = "/staff/import";

    @Override
    public String name() {
        return "Lists";
    }

    @Override
    public void play(Stage stage) {
        StaffClient staff = stage.staff;
        stage.step(
                "the list of people is looked at",
                () -> staff.upload("PEOPLE", "people.csv", CsvFiles.people()),
                staff.answers(
                        "Inget är ändrat än.",
                        "6 läggs till",
                        "3 kan inte tas",
                        "windows-1252",
                        "semikolon"),
                stage.centre.doesNotRecord("REGISTER_EDITED", "edit=IMPORT"));
        stage.step(
                "the good rows are taken in, the bad ones are parked",
                () -> apply(staff),
                staff.answers("Listan är inläst."),
                stage.centre.records("REGISTER_EDITED", "edit=IMPORT", "people=6"),
                stage.visitor.doesNotRead("Vill du ha ett kort?"));
        stage.step("the parked rows are fetched", () -> {}, parked(staff));
        stage.step(
                "the import is taken back",
                () -> staff.submit(IMPORT, "/staff/import/undo", Map.of()),
                staff.answers("Den senaste inläsningen är tillbakatagen."),
                stage.centre.records("REGISTER_EDITED", "edit=IMPORT_UNDONE"),
                stage.visitor.reads("Vill du ha ett kort?"));
        stage.step(
                "and is taken in again",
                () -> {
                    staff.upload("PEOPLE", "people.csv", CsvFiles.people());
                    apply(staff);
                },
                staff.answers("Listan är inläst."),
                stage.centre.records("REGISTER_EDITED", "edit=IMPORT", "people=6"));
        stage.step(
                "the bookings are taken in",
                () -> {
                    staff.upload("BOOKINGS", "bookings.csv", CsvFiles.bookings());
                    apply(staff);
                },
                staff.answers("Listan är inläst."),
                stage.centre.records("REGISTER_EDITED", "edit=BOOKINGS"));
        stage.step(
                "the rooms are counted by hand, and the counts are taken in",
                () -> {
                    staff.upload("HEAD_COUNTS", "head-counts.csv", CsvFiles.headCounts(2));
                    apply(staff);
                },
                staff.answers("Listan är inläst."),
                stage.centre.room("study-hall", "people=4"),
                stage.centre.room("group-1", "people=2"));
    }

    static void apply(StaffClient staff) {
        String preview = StaffClient.hidden(staff.answer(), "preview");
        staff.submit(IMPORT, "/staff/import/apply", Map.of("preview", preview));
    }

    private static Expectation parked(StaffClient staff) {
        return new Expectation(
                "a CSV with the three rows and what is wrong with them, without numbers of people"
                        + " or cards",
                Where.ELSEWHERE,
                () -> {
                    String csv =
                            new String(
                                    staff.bytes("/staff/import/parked.csv"),
                                    StandardCharsets.UTF_8);
                    boolean held =
                            csv.lines().count() == 4
                                    && csv.contains("Hanna Provsson")
                                    && csv.contains("Ivar Testsson")
                                    && !csv.contains("199006022398")
                                    && !csv.contains("04BCDEFA");
                    return new Seen(held, csv.lines().count() + " lines of CSV");
                });
    }
}
