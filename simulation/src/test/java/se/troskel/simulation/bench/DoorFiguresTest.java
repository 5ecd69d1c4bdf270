package se.troskel.simulation.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import se.troskel.simulation.BenchCommand;

/// Goal: the bench measures every figure that it prints, with the real parts. Method: a small run,
/// whose durations nobody judges; and percentiles of durations that are known.
class DoorFiguresTest {
    @TempDir Path disk;

    @Test
    void everyFigureIsMeasuredAndPrinted() {
        StringWriter printed = new StringWriter();
        int status =
                new CommandLine(new BenchCommand(new PrintWriter(printed, true)))
                        .execute(
                                "door",
                                "--count=70",
                                "--dir=" + disk,
                                "--config=../config/centres/katrineholm");
        assertThat(status).isZero();
        assertThat(printed.toString().lines())
                .hasSize(9)
                .last()
                .asString()
                .matches(
                        "bench: door\\.p99=[0-9.]+ floor\\.p99=[0-9.]+ ratio=[0-9.]+"
                                + " decision\\.p99\\.5000=[0-9.]+ decision\\.p99\\.100000=[0-9.]+");
        assertThat(disk).isEmptyDirectory();
    }

    @Test
    void aPercentileIsTheSmallestThatEnoughDoNotExceed() {
        Latencies hundred =
                new Latencies(LongStream.rangeClosed(1, 100).map(i -> (101 - i) * 1000).toArray());
        assertThat(hundred.micros(0.5)).isEqualTo(50);
        assertThat(hundred.micros(0.99)).isEqualTo(99);
        assertThat(hundred.micros(1)).isEqualTo(100);
        assertThat(new Latencies(new long[] {7_000}).micros(0.5)).isEqualTo(7);
    }
}
