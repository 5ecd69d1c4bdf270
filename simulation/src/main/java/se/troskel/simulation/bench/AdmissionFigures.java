package se.troskel.simulation.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import se.troskel.config.CentreConfig;

/// All figures of admission to an exam, measured in one run on one disk. Blocks for as long as it
/// takes.
public final class AdmissionFigures {
    private final CentreConfig like;
    private final Path directory;
    private final int rounds;

    /// Prepares a run.
    ///
    /// @param like a centre with a terminal `kiosk1` and a room `exam-1`
    /// @param directory an empty folder on the disk to be measured
    /// @param count candidates, at least one; whole rooms are measured
    public AdmissionFigures(CentreConfig like, Path directory, int count) {
        this.like = like;
        this.directory = directory;
        this.rounds = Math.ceilDiv(count, AdmissionCentre.CANDIDATES);
    }

    /// By name, in the order of printing; the floor half before and half after. The first room is a
    /// warm-up and not counted.
    public Map<String, Latencies> measure() throws IOException, InterruptedException {
        int half = Math.max(1, rounds * AdmissionCentre.CANDIDATES / 2);
        long[] before = floor(half);
        List<AdmissionBench.Admitted> all = new ArrayList<>();
        for (int i = 0; i <= rounds; i++) {
            Path data = Files.createDirectories(directory.resolve("room-" + i));
            try (AdmissionBench room = new AdmissionBench(like, data)) {
                List<AdmissionBench.Admitted> measured = room.measure();
                if (i > 0) {
                    all.addAll(measured);
                }
            }
        }
        Map<String, Latencies> figures = new LinkedHashMap<>();
        figures.put("candidate", latencies(all, AdmissionBench.Admitted::whole));
        figures.put("answered", latencies(all, AdmissionBench.Admitted::answered));
        figures.put("pages", latencies(all, AdmissionBench.Admitted::shown));
        figures.put(
                "floor",
                new Latencies(
                        LongStream.concat(LongStream.of(before), LongStream.of(floor(half)))
                                .toArray()));
        return figures;
    }

    /// A forced append and a round trip over the loopback.
    private long[] floor(int count) throws IOException {
        long[] nanos = Floor.measure(directory, count);
        long[] loopback = Loopback.measure(count);
        Arrays.setAll(nanos, i -> nanos[i] + loopback[i]);
        return nanos;
    }

    private static Latencies latencies(
            List<AdmissionBench.Admitted> all, ToLongFunction<AdmissionBench.Admitted> figure) {
        return new Latencies(all.stream().mapToLong(figure).toArray());
    }
}
