package se.troskel.controller.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.troskel.controller.journal.Appender.Outcome;
import se.troskel.controller.journal.log.SegmentFile;

/// Goal: while the disk refuses, records are refused with the reason; afterwards the journal goes
/// on whole. Method: a disk that writes half of what it is given and then fails, or that cannot
/// force, until it is told to work again.
class JournalFullDiskTest {
    @TempDir Path dir;

    private final AtomicBoolean full = new AtomicBoolean();
    private final AtomicBoolean unforceable = new AtomicBoolean();

    @Test
    void aFullDiskRefusesAndTheNextRecordTriesAgain() throws IOException {
        tryWhile(full);
    }

    @Test
    void aDiskThatCannotForceRefuses() throws IOException {
        tryWhile(unforceable);
    }

    private void tryWhile(AtomicBoolean fault) throws IOException {
        JournalSettings settings = JournalFixture.settings(2048, this::open);
        try (Journal journal = Journal.open(dir, "KAT", new MemoryLocalKeys(), settings)) {
            long next = 1;
            for (int round = 0; round < 6; round++) {
                assertThat(JournalFixture.append(journal, JournalFixture.checkIn(null)))
                        .isEqualTo(new Outcome.Committed(next++));
                fault.set(true);
                for (int i = 0; i < 3; i++) {
                    Outcome outcome =
                            JournalFixture.append(journal, JournalFixture.checkIn("p" + i));
                    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
                    assertThat(outcome.toString()).contains("No space left");
                }
                assertThat(journal.lastSeq()).isEqualTo(next - 1);
                fault.set(false);
            }
            assertThat(journal.read(1, 100)).hasSize(6);
        }
        JournalVerifier.Report report = JournalVerifier.verify(dir, stored -> {}, 0);
        assertThat(report.findings()).isEmpty();
        assertThat(report.records()).isEqualTo(6);
    }

    private SegmentFile open(Path path) throws IOException {
        SegmentFile file = SegmentFile.onDisk(path);
        return new SegmentFile() {
            @Override
            public void write(ByteBuffer bytes, long position) throws IOException {
                if (full.get()) {
                    file.write(bytes.slice(0, bytes.remaining() / 2), position);
                    throw new IOException("No space left on device");
                }
                file.write(bytes, position);
            }

            @Override
            public void force() throws IOException {
                if (unforceable.get()) {
                    throw new IOException("No space left on device");
                }
                file.force();
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }
}
