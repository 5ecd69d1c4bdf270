package se.troskel.simulation.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import se.troskel.config.CentreConfig;
import se.troskel.controller.journal.Appender;
import se.troskel.controller.journal.Journal;
import se.troskel.controller.journal.JournalSettings;
import se.troskel.controller.keys.Keyring;
import se.troskel.controller.register.Register;

/// All figures of the doors, measured in one run on one disk. Blocks for as long as it takes.
public final class DoorFigures {
    private static final int AT_ONCE = 64;
    private static final int SMALL = 5_000;
    private static final int LARGE = 100_000;

    private final BenchCentre centre;
    private final Path directory;
    private final int count;

    /// Prepares a run.
    ///
    /// @param like the centre whose rooms and rules are used
    /// @param directory an empty folder on the disk to be measured
    /// @param count samples of each figure, at least one
    public DoorFigures(CentreConfig like, Path directory, int count) {
        this.centre = new BenchCentre(like);
        this.directory = directory;
        this.count = count;
    }

    /// By name, in the order of printing: the floor half before and half after what is held against
    /// it. The first tenth, at least one round, is a warm-up and not counted.
    public Map<String, Latencies> measure() throws IOException, InterruptedException {
        Map<String, Latencies> figures = new LinkedHashMap<>();
        int half = (count + 1) / 2;
        int warmUp = Math.max(AT_ONCE, count / 10);
        long[] before = Floor.measure(directory, half);
        memory(figures, warmUp);
        durable(figures, warmUp);
        kiosk(figures, warmUp);
        long[] after = Floor.measure(directory, half);
        figures.put(
                "floor",
                new Latencies(
                        LongStream.concat(LongStream.of(before), LongStream.of(after)).toArray()));
        figures.put("decision.5000", decision(SMALL));
        figures.put("decision.100000", decision(LARGE));
        return figures;
    }

    private void memory(Map<String, Latencies> figures, int warmUp) throws InterruptedException {
        doors(
                figures,
                "memory",
                (_, done) -> done.accept(new Appender.Outcome.Committed(1)),
                warmUp);
    }

    private void durable(Map<String, Latencies> figures, int warmUp)
            throws IOException, InterruptedException {
        Path data = Files.createDirectories(directory.resolve("door"));
        var random = new SecureRandom();
        try (Register keys =
                        Register.open(
                                data.resolve("register"),
                                Keyring.open(data.resolve("keys")),
                                random);
                Journal journal =
                        Journal.open(
                                data.resolve("journal"),
                                centre.config().centre().code(),
                                keys,
                                JournalSettings.standard(random))) {
            doors(figures, "door", journal, warmUp);
        }
    }

    private void doors(Map<String, Latencies> figures, String name, Appender journal, int warmUp)
            throws InterruptedException {
        try (DoorBench doors = new DoorBench(centre, journal)) {
            doors.measure(warmUp, 1);
            figures.put(name, new Latencies(doors.measure(count, 1)));
            doors.measure(warmUp, AT_ONCE);
            figures.put(name + ".64", new Latencies(doors.measure(count, AT_ONCE)));
        }
    }

    private void kiosk(Map<String, Latencies> figures, int warmUp)
            throws IOException, InterruptedException {
        Path data = Files.createDirectories(directory.resolve("kiosk"));
        try (KioskBench kiosk = new KioskBench(centre, data)) {
            kiosk.measure(warmUp);
            figures.put("kiosk", new Latencies(kiosk.measure(count)));
        }
    }

    private Latencies decision(int people) {
        int decisions = 10 * count;
        DecisionBench.measure(centre, people, decisions);
        return new Latencies(DecisionBench.measure(centre, people, decisions));
    }
}
