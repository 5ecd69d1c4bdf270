package se.troskel.controller.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.troskel.controller.journal.log.SegmentFile;

/// Goal: whatever was reported committed is there after the process was killed. Method: a process
/// of its own appends from four threads and prints what it was told; it is killed in the middle,
/// eight times on the same journal.
class JournalKillTest {
    private static final int KILLS = 8;

    @TempDir Path dir;

    @Test
    void nothingCommittedIsLostWhenTheProcessIsKilled() throws Exception {
        Random random = new Random(11);
        for (int kill = 0; kill < KILLS; kill++) {
            long acknowledged = appendAndKill(100 + random.nextInt(900));
            try (Journal journal =
                    Journal.open(dir, "KAT", new MemoryLocalKeys(), Writer.settings(kill))) {
                assertThat(journal.lastSeq()).isGreaterThanOrEqualTo(acknowledged);
            }
            assertThat(JournalVerifier.verify(dir).findings()).isEmpty();
        }
    }

    /// Returns the greatest position that the process said was committed.
    private long appendAndKill(int lines) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Writer.class.getName(),
                                dir.toString())
                        .redirectErrorStream(true)
                        .start();
        long greatest = 0;
        try (BufferedReader out = process.inputReader()) {
            int read = 0;
            String line = out.readLine();
            while (line != null) {
                if (line.matches("committed [0-9]+\\.")) {
                    long seq = Long.parseLong(line.substring(10, line.length() - 1));
                    greatest = Math.max(greatest, seq);
                    read++;
                }
                if (read == lines) {
                    // not the process's own method, which closes the pipe before it was read empty
                    process.toHandle().destroyForcibly();
                }
                line = out.readLine();
            }
            assertThat(read).isGreaterThanOrEqualTo(lines);
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
        return greatest;
    }

    /// The process that is killed.
    static final class Writer {
        private Writer() {}

        static JournalSettings settings(long seed) {
            return new JournalSettings(
                    new se.troskel.controller.journal.log.LogSettings(
                            32 * 1024, new Random(seed), SegmentFile::onDisk),
                    256,
                    32,
                    new Random(seed));
        }

        public static void main(String[] args) {
            Journal journal =
                    Journal.open(
                            Path.of(args[0]),
                            "KAT",
                            new MemoryLocalKeys(),
                            settings(ProcessHandle.current().pid()));
            for (int thread = 0; thread < 4; thread++) {
                Thread.ofPlatform().start(() -> appendForEver(journal));
            }
        }

        private static void appendForEver(Journal journal) {
            while (true) {
                var outcome = JournalFixture.append(journal, JournalFixture.checkIn("p1"));
                if (outcome instanceof Appender.Outcome.Committed(long seq)) {
                    System.out.println("committed " + seq + ".");
                }
            }
        }
    }
}
