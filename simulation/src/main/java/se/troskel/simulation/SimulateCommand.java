package se.troskel.simulation;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.troskel.protocol.json.Json;
import se.troskel.simulation.queue.HumanTimes;
import se.troskel.simulation.queue.QueueResult;
import se.troskel.simulation.queue.QueueRuns;
import se.troskel.simulation.queue.QueueScene;

/// `troskel simulate queue`: how long 25 candidates wait who come at once, ten past eight, twenty
/// minutes before their exam. Exit status 0 only when everybody is directed in time in every run.
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Plays people against the real decisions, in simulated time.")
public final class SimulateCommand {
    /// Within which everybody is to know where to go.
    private static final Duration LIMIT = Duration.ofMinutes(8);

    private static final int CANDIDATES = 25;
    private static final int TROUBLED = 5;

    private final PrintWriter out;

    /// @param out where the result is printed; the caller flushes it
    public SimulateCommand(PrintWriter out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        QuietLogging.install();
        var out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
        int status =
                new CommandLine(new SimulateCommand(out))
                        .setCommandName("troskel simulate")
                        .execute(arguments);
        out.flush();
        System.exit(status);
    }

    @Command(description = "25 candidates before one terminal and one invigilator with a tablet.")
    int queue(
            @Option(names = "--json", description = "print one JSON object instead") boolean json,
            @Option(
                            names = "--seed",
                            defaultValue = "1",
                            description = "of the first run (${DEFAULT-VALUE})")
                    long seed,
            @Option(
                            names = "--runs",
                            defaultValue = "100",
                            description = "mornings of each scene (${DEFAULT-VALUE})")
                    int runs,
            @Option(
                            names = "--config",
                            description = "the centre whose rules are used (Katrineholm)")
                    @Nullable Path config) {
        if (runs < 1) {
            out.println("simulate: --runs is " + runs + "; write 1 or more");
            return CommandLine.ExitCode.USAGE;
        }
        Path home = Path.of(System.getProperty("troskel.home", "."));
        QueueRuns mornings =
                new QueueRuns(config == null ? home.resolve("config/centres/katrineholm") : config);
        Map<String, List<QueueResult>> played = new LinkedHashMap<>();
        scenes().forEach((name, scene) -> played.put(name, mornings.play(scene, seed, runs)));
        Duration worst =
                worst(
                        played.values().stream().flatMap(List::stream).toList(),
                        QueueResult::directed);
        boolean held = worst.compareTo(LIMIT) <= 0;
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            played.forEach((name, results) -> all.put(name, figures(results)));
            out.println(
                    Json.text(Map.of("queue", Map.of("seed", seed, "scenes", all, "held", held))));
        } else {
            played.forEach(this::print);
            out.printf(
                    Locale.ROOT,
                    "queue: candidates=%d runs=%d seed=%d directed.worst=%.1f limit=%d held=%s%n",
                    CANDIDATES,
                    runs * played.size(),
                    seed,
                    seconds(worst),
                    LIMIT.toSeconds(),
                    held ? "yes" : "no");
        }
        return held ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private static Map<String, QueueScene> scenes() {
        Map<String, QueueScene> scenes = new LinkedHashMap<>();
        scenes.put("no-trouble", scene(0, Duration.ZERO, false));
        scenes.put("trouble", scene(TROUBLED, Duration.ofMinutes(3), false));
        scenes.put("long-trouble", scene(TROUBLED, Duration.ofMinutes(15), false));
        scenes.put("staff-busy", scene(TROUBLED, Duration.ofMinutes(5), true));
        return scenes;
    }

    private static QueueScene scene(int troubled, Duration trouble, boolean atOnce) {
        return new QueueScene(CANDIDATES, troubled, trouble, atOnce, HumanTimes.ASSUMED);
    }

    private void print(String scene, List<QueueResult> results) {
        out.printf(
                Locale.ROOT,
                "%-12s directed=%5.0f s  worst=%5.0f s  at-terminal.worst=%3.0f s  seated.worst=%5.0f s%n",
                scene,
                seconds(median(results)),
                seconds(worst(results, QueueResult::directed)),
                seconds(worst(results, QueueResult::atTerminal)),
                seconds(worst(results, QueueResult::seated)));
    }

    private static Map<String, Double> figures(List<QueueResult> results) {
        return Map.of(
                "directedMedian", seconds(median(results)),
                "directedWorst", seconds(worst(results, QueueResult::directed)),
                "atTerminalWorst", seconds(worst(results, QueueResult::atTerminal)),
                "seatedWorst", seconds(worst(results, QueueResult::seated)));
    }

    private static Duration median(List<QueueResult> results) {
        return results.stream()
                .map(QueueResult::directed)
                .sorted()
                .toList()
                .get(results.size() / 2);
    }

    private static Duration worst(
            List<QueueResult> results, Function<QueueResult, Duration> figure) {
        return results.stream().map(figure).max(Comparator.naturalOrder()).orElseThrow();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
