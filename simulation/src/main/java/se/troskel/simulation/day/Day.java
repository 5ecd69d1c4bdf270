package se.troskel.simulation.day;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import se.troskel.protocol.json.Json;
import se.troskel.simulation.DemoSettings;
import se.troskel.simulation.DemoWorld;

/// The scripted day: Tuesday 9 February 2027 at Campus Viadidakt in Katrineholm, and the exams of
/// the Tuesday after it, with test persons, through the real parts only.
public final class Day {
    private static final List<Scene> SCENES =
            List.of(
                    new Morning(),
                    new FirstLogIn(),
                    new FirstVisitors(),
                    new Lists(),
                    new NewStudent(),
                    new Cards(),
                    new Rooms(),
                    new Tickets(),
                    new StaffAtTerminal(),
                    new LoansAndPasses(),
                    new Line(),
                    new Kills(),
                    new Inside(),
                    new Evening(),
                    new Doors(),
                    new Commissioning(),
                    new StandingOrders(),
                    new Night(),
                    new ExamLists(),
                    new ExamAdmission(),
                    new ExamWriting(),
                    new ExamRecords(),
                    new Proof());

    private Day() {}

    /// How the day went: its last line.
    ///
    /// @param leftOut what this machine could not show
    private record Result(
            int steps, long failed, long pictures, List<String> leftOut, long seconds) {
        String line() {
            return "day: steps="
                    + steps
                    + " failed="
                    + failed
                    + " pictures="
                    + pictures
                    + " left-out="
                    + leftOut.size()
                    + " seconds="
                    + seconds;
        }
    }

    /// Plays the day in a world that was just started, and writes `report.html` and `pictures/`
    /// into its folder. Blocks for some minutes.
    ///
    /// @param out what is expected and seen, step by step; the last line is the result
    /// @return the exit status: 0 only when every step held
    /// @throws IOException when the report cannot be written
    public static int play(DemoWorld world, DemoSettings settings, PrintStream out, boolean json)
            throws IOException {
        long began = System.nanoTime();
        DayReport report = new DayReport(out);
        world.awaitReady();
        try (Stage stage = new Stage(world, settings, report)) {
            SCENES.forEach(stage::play);
        }
        report.write(settings.folder().resolve("report.html"));
        Result result =
                new Result(
                        report.count(),
                        report.failed(),
                        pictures(settings.folder().resolve("pictures")),
                        report.leftOut(),
                        Duration.ofNanos(System.nanoTime() - began).toSeconds());
        out.println(json ? Json.text(result) : result.line());
        return result.failed() == 0 && result.steps() > 0 ? 0 : 1;
    }

    private static long pictures(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
