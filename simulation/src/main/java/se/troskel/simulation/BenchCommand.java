package se.troskel.simulation;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.troskel.config.CentreConfig;
import se.troskel.config.CentreLoader;
import se.troskel.protocol.json.Json;
import se.troskel.simulation.bench.AdmissionFigures;
import se.troskel.simulation.bench.DoorFigures;
import se.troskel.simulation.bench.Latencies;

/// `troskel bench door`: measures the way of a card to its lock; `troskel bench admission`: that of
/// a candidate to an exam. Each figure stands beside the floor of this machine in the same run.
/// Judges nothing: figures depend on the disk and on what else runs.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures the real parts beside the floor of this machine.")
public final class BenchCommand {
    private static final double P99 = 0.99;
    private static final double MINUTE_MICROS = 60e6;

    private final PrintWriter out;

    /// @param out where the result is printed; the caller flushes it
    public BenchCommand(PrintWriter out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        QuietLogging.install();
        var out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
        int status =
                new CommandLine(new BenchCommand(out))
                        .setCommandName("troskel bench")
                        .execute(arguments);
        out.flush();
        System.exit(status);
    }

    @Command(description = "From a card in the queue to its lock told to unlock.")
    int door(
            @Option(names = "--json", description = "print one JSON object instead") boolean json,
            @Option(
                            names = "--count",
                            defaultValue = "2000",
                            description = "samples of each figure (${DEFAULT-VALUE})")
                    int count,
            @Option(
                            names = "--dir",
                            description =
                                    "a folder on the disk to be measured (that for"
                                            + " temporary files)")
                    @Nullable Path dir,
            @Option(
                            names = "--config",
                            description =
                                    "the centre whose rooms and rules are used" + " (Katrineholm)")
                    @Nullable Path config)
            throws IOException, InterruptedException {
        return measured(
                count,
                dir,
                directory -> {
                    Map<String, Latencies> figures =
                            new DoorFigures(centre(config), directory, count).measure();
                    print("bench", figures, json);
                    if (!json) {
                        printDoor(figures);
                    }
                });
    }

    @Command(
            description =
                    "From a candidate's card at the terminal to being let in, and from the"
                            + " invigilator's press to two pages that show it.")
    int admission(
            @Option(names = "--json", description = "print one JSON object instead") boolean json,
            @Option(
                            names = "--count",
                            defaultValue = "240",
                            description = "candidates (${DEFAULT-VALUE})")
                    int count,
            @Option(
                            names = "--dir",
                            description =
                                    "a folder on the disk to be measured (that for"
                                            + " temporary files)")
                    @Nullable Path dir,
            @Option(
                            names = "--config",
                            description =
                                    "the centre whose rooms and rules are used" + " (Katrineholm)")
                    @Nullable Path config)
            throws IOException, InterruptedException {
        return measured(
                count,
                dir,
                directory -> {
                    Map<String, Latencies> figures =
                            new AdmissionFigures(centre(config), directory, count).measure();
                    print("bench-admission", figures, json);
                    if (!json) {
                        printAdmission(figures);
                    }
                });
    }

    /// What is measured in a folder.
    private interface Run {
        void in(Path directory) throws IOException, InterruptedException;
    }

    /// Runs in a new folder, which is empty before and gone after.
    private int measured(int count, @Nullable Path dir, Run run)
            throws IOException, InterruptedException {
        if (count < 1) {
            out.println("bench: --count is " + count + "; write 1 or more");
            return CommandLine.ExitCode.USAGE;
        }
        Path directory =
                dir == null
                        ? Files.createTempDirectory("troskel-bench")
                        : Files.createTempDirectory(Files.createDirectories(dir), "troskel-bench");
        try {
            run.in(directory);
        } finally {
            delete(directory);
        }
        return CommandLine.ExitCode.OK;
    }

    private static CentreConfig centre(@Nullable Path config) {
        Path home = Path.of(System.getProperty("troskel.home", "."));
        return new CentreLoader()
                .require(config == null ? home.resolve("config/centres/katrineholm") : config);
    }

    private void print(String name, Map<String, Latencies> figures, boolean json) {
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            figures.forEach((figure, one) ->
                    all.put(
                            figure,
                            Map.of("p50Micros", one.micros(0.5), "p99Micros", one.micros(P99))));
            out.println(Json.text(Map.of(name, all)));
            return;
        }
        figures.forEach((figure, one) ->
                out.printf(
                        Locale.ROOT,
                        "%-16s p50=%8.1f us  p99=%8.1f us%n",
                        figure,
                        one.micros(0.5),
                        one.micros(P99)));
    }

    private void printAdmission(Map<String, Latencies> figures) {
        out.printf(
                Locale.ROOT,
                "bench-admission: candidates-per-minute=%.0f pages.p50=%.1f pages.p99=%.1f"
                        + " answered.p99=%.1f floor.p99=%.1f%n",
                MINUTE_MICROS / figure(figures, "candidate").micros(0.5),
                figure(figures, "pages").micros(0.5),
                p99(figures, "pages"),
                p99(figures, "answered"),
                p99(figures, "floor"));
    }

    private void printDoor(Map<String, Latencies> figures) {
        double door = p99(figures, "door");
        double floor = p99(figures, "floor");
        out.printf(
                Locale.ROOT,
                "bench: door.p99=%.1f floor.p99=%.1f ratio=%.2f decision.p99.5000=%.1f"
                        + " decision.p99.100000=%.1f%n",
                door,
                floor,
                door / floor,
                p99(figures, "decision.5000"),
                p99(figures, "decision.100000"));
    }

    private static double p99(Map<String, Latencies> figures, String name) {
        return figure(figures, name).micros(P99);
    }

    private static Latencies figure(Map<String, Latencies> figures, String name) {
        return Objects.requireNonNull(figures.get(name));
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
