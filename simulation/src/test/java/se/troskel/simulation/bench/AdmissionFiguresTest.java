package se.troskel.simulation.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import se.troskel.simulation.BenchCommand;

/// Goal: a room full of candidates is let in over the real terminal's API and the real pages, and
/// both pages show everybody. Method: a small run, whose durations nobody judges.
class AdmissionFiguresTest {
    @TempDir Path disk;

    @Test
    void everyFigureIsMeasuredAndPrinted() {
        StringWriter printed = new StringWriter();
        int status =
                new CommandLine(new BenchCommand(new PrintWriter(printed, true)))
                        .execute(
                                "admission",
                                "--count=1",
                                "--dir=" + disk,
                                "--config=../config/centres/katrineholm");
        assertThat(status).isZero();
        assertThat(printed.toString().lines())
                .hasSize(5)
                .last()
                .asString()
                .matches(
                        "bench-admission: candidates-per-minute=[0-9]+ pages\\.p50=[0-9.]+"
                                + " pages\\.p99=[0-9.]+ answered\\.p99=[0-9.]+"
                                + " floor\\.p99=[0-9.]+");
        assertThat(disk).isEmptyDirectory();
    }
}
