package se.troskel.controller.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.controller.journal.Appender.Outcome;
import se.troskel.controller.journal.log.LogDamagedException;
import se.troskel.controller.journal.log.SegmentFile;

/// Goal: a start drops a torn tail and nothing else. Method: bytes of real segments are changed,
/// and power cuts leave a random part of the sectors of the last write.
class JournalRecoveryTest {
    private static final int SEGMENT = 16 * 1024;
    private static final int RECORDS = 8;

    @TempDir Path root;

    private final MemoryLocalKeys keys = new MemoryLocalKeys();

    @Test
    void aTornTailIsDroppedAndReported() throws IOException {
        Path dir = root.resolve("a");
        int end = fill(dir);
        damage(dir, end - 20);
        try (Journal journal = open(dir)) {
            assertThat(journal.lastSeq()).isEqualTo(RECORDS - 1);
            assertThat(journal.repairedBytes()).isPositive();
            assertThat(JournalFixture.append(journal, JournalFixture.checkIn(null)))
                    .isEqualTo(new Outcome.Committed(RECORDS));
        }
        assertThat(JournalVerifier.verify(dir).whole()).isTrue();
        try (Journal journal = open(dir)) {
            assertThat(journal.repairedBytes()).isZero();
        }
    }

    @Test
    void damageBeforeTheLastRecordIsRefusedAndNothingIsChanged() throws IOException {
        Path dir = root.resolve("b");
        int end = fill(dir);
        Path file = dir.resolve("segment-0000000001.log");
        byte[] good = Files.readAllBytes(file);
        int lastRecord = end - (end - 128) / RECORDS;
        for (int at = 0; at < lastRecord - 200; at += 37) {
            damage(dir, at);
            byte[] before = Files.readAllBytes(file);
            assertThatThrownBy(() -> open(dir))
                    .isInstanceOf(LogDamagedException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("at byte")
                    .hasMessageContaining("backup");
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
            Files.write(file, good);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPowerCutLosesNothingCommitted(long seed) throws IOException {
        for (int cutAt = 3; cutAt < 33; cutAt += 3) {
            Path dir = root.resolve("cut" + cutAt);
            AtomicLong committed = new AtomicLong();
            appendUntilThePowerIsCut(dir, new PowerCut(cutAt, new Random(seed)), committed);
            try (Journal journal = open(dir)) {
                assertThat(journal.lastSeq()).isGreaterThanOrEqualTo(committed.get());
                assertThat(JournalFixture.append(journal, JournalFixture.checkIn(null)))
                        .isInstanceOf(Outcome.Committed.class);
            }
            assertThat(JournalVerifier.verify(dir, stored -> {}, 0).findings()).isEmpty();
        }
    }

    private void appendUntilThePowerIsCut(Path dir, PowerCut power, AtomicLong committed) {
        Journal journal;
        try {
            journal = Journal.open(dir, "KAT", keys, JournalFixture.settings(SEGMENT, power::open));
        } catch (RuntimeException e) {
            return;
        }
        try (journal) {
            for (int i = 0; i < 400 && !power.isCut(); i++) {
                CompletableFuture<Outcome> last = new CompletableFuture<>();
                for (int j = 0; j < 12; j++) {
                    journal.append(
                            JournalFixture.checkIn("p" + j),
                            outcome -> {
                                if (outcome instanceof Outcome.Committed(long seq)) {
                                    committed.accumulateAndGet(seq, Math::max);
                                }
                            });
                }
                journal.append(JournalFixture.checkIn(null), last::complete);
                last.join();
            }
        }
        assertThat(power.isCut()).isTrue();
    }

    private Journal open(Path dir) {
        return Journal.open(
                dir, "KAT", keys, JournalFixture.settings(SEGMENT, SegmentFile::onDisk));
    }

    /// Returns the offset behind the last record.
    private int fill(Path dir) throws IOException {
        try (Journal journal = open(dir)) {
            for (int i = 0; i < RECORDS; i++) {
                JournalFixture.append(journal, JournalFixture.checkIn("p1"));
            }
        }
        byte[] bytes = Files.readAllBytes(dir.resolve("segment-0000000001.log"));
        int end = bytes.length;
        while (bytes[end - 1] == 0) {
            end--;
        }
        return end;
    }

    private static void damage(Path dir, int at) throws IOException {
        Path file = dir.resolve("segment-0000000001.log");
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(at);
            int was = open.read();
            open.seek(at);
            open.write(was ^ 0x10);
        }
    }

    /// A disk that keeps only some sectors of the write during which the power goes.
    private static final class PowerCut {
        private static final int SECTOR = 512;

        private final int cutAt;
        private final Random random;
        private int writes;

        PowerCut(int cutAt, Random random) {
            this.cutAt = cutAt;
            this.random = random;
        }

        synchronized boolean isCut() {
            return writes >= cutAt;
        }

        SegmentFile open(Path path) throws IOException {
            requirePower();
            SegmentFile file = SegmentFile.onDisk(path);
            return new SegmentFile() {
                @Override
                public void write(java.nio.ByteBuffer bytes, long position) throws IOException {
                    PowerCut.this.write(file, bytes, position);
                }

                @Override
                public void force() throws IOException {
                    requirePower();
                    file.force();
                }

                @Override
                public void close() throws IOException {
                    file.close();
                }
            };
        }

        private synchronized void write(SegmentFile file, java.nio.ByteBuffer bytes, long position)
                throws IOException {
            requirePower();
            writes++;
            if (writes < cutAt) {
                file.write(bytes, position);
                return;
            }
            while (bytes.hasRemaining()) {
                int size = (int) Math.min(bytes.remaining(), SECTOR - position % SECTOR);
                byte[] sector = new byte[size];
                bytes.get(sector);
                if (random.nextBoolean()) {
                    file.write(java.nio.ByteBuffer.wrap(Arrays.copyOf(sector, size)), position);
                }
                position += size;
            }
            requirePower();
        }

        private synchronized void requirePower() throws IOException {
            if (isCut()) {
                throw new IOException("no power");
            }
        }
    }
}
