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
import se.troskel.config.CentreLoader;
import se.troskel.protocol.json.Json;
import se.troskel.simulation.bench.DoorFigures;
import se.troskel.simulation.bench.Latencies;

/// `troskel bench door`: measures the way of a card to its lock, each figure beside the floor of
/// this machine in the same run. Judges nothing: figures depend on the disk and on what else runs.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures the real parts beside the floor of this machine.")
public final class BenchCommand {
    private static final double P99 = 0.99;

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
        if (count < 1) {
            out.println("bench: --count is " + count + "; write 1 or more");
            return CommandLine.ExitCode.USAGE;
        }
        Path home = Path.of(System.getProperty("troskel.home", "."));
        Path centre = config == null ? home.resolve("config/centres/katrineholm") : config;
        Path directory =
                dir == null
                        ? Files.createTempDirectory("troskel-bench")
                        : Files.createTempDirectory(Files.createDirectories(dir), "troskel-bench");
        try {
            print(
                    new DoorFigures(new CentreLoader().require(centre), directory, count).measure(),
                    json);
        } finally {
            delete(directory);
        }
        return CommandLine.ExitCode.OK;
    }

    private void print(Map<String, Latencies> figures, boolean json) {
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            figures.forEach((name, one) ->
                    all.put(
                            name,
                            Map.of("p50Micros", one.micros(0.5), "p99Micros", one.micros(P99))));
            out.println(Json.text(Map.of("bench", all)));
            return;
        }
        figures.forEach((name, one) ->
                out.printf(
                        Locale.ROOT,
                        "%-16s p50=%8.1f us  p99=%8.1f us%n",
                        name,
                        one.micros(0.5),
                        one.micros(P99)));
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
        return Objects.requireNonNull(figures.get(name)).micros(P99);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
