package se.troskel.controller.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.troskel.controller.journal.log.SegmentFile;
import se.troskel.protocol.json.Json;

/// Goal: no bit of a journal can change unnoticed. Method: a journal of two segments, a prepared
/// one and the acknowledged head; every bit of every file is flipped, one at a time, and
/// verification must fail each time; the same once its beginning was retired.
class JournalBitFlipTest {
    private static final int SEGMENT = 1024;

    @TempDir Path dir;

    @Test
    void everyFlippedBitIsFound() throws IOException {
        makeJournal();
        assertThat(verify().findings()).isEmpty();
        assertThat(verify().segments()).isGreaterThan(1);
        long flipped = 0;
        for (Path file : files()) {
            flipped += flipEachBit(file);
        }
        assertThat(flipped).isGreaterThan(3L * SEGMENT * Byte.SIZE);
        assertThat(verify().findings()).isEmpty();
    }

    @Test
    void everyFlippedBitOfARetiredJournalIsFound() throws IOException {
        JournalSettings settings = JournalFixture.settings(SEGMENT);
        try (Journal journal =
                Journal.open(dir, JournalFixture.CENTRE, new MemoryLocalKeys(), settings)) {
            for (String person : List.of("p1", "p2", "p3")) {
                JournalFixture.append(journal, JournalFixture.checkIn(person));
            }
            JournalFixture.acknowledge(dir, journal, 3);
            JournalFixture.retire(journal, List.of(1L));
        }
        assertThat(verify().findings()).isEmpty();
        assertThat(verify().firstSeq()).isGreaterThan(1);
        long flipped = 0;
        for (Path file : files()) {
            boolean whole = file.endsWith(AnchorFile.FILE) || file.endsWith(AcknowledgedHead.FILE);
            // the segments' bits are tried above; here it is one of each byte
            flipped += flip(file, whole ? Byte.SIZE : 1);
        }
        assertThat(flipped).isGreaterThan(2L * SEGMENT + 1000L * Byte.SIZE);
        assertThat(verify().findings()).isEmpty();
    }

    private void makeJournal() throws IOException {
        JournalSettings settings = JournalFixture.settings(SEGMENT, SegmentFile::onDisk);
        try (Journal journal =
                Journal.open(dir, JournalFixture.CENTRE, new MemoryLocalKeys(), settings)) {
            JournalFixture.append(journal, JournalFixture.checkIn(null));
            JournalFixture.append(journal, JournalFixture.checkIn("p1"));
            JournalFixture.append(journal, JournalFixture.checkIn(null));
            Files.write(
                    dir.resolve(AcknowledgedHead.FILE),
                    Json.write(
                            new AcknowledgedHead(
                                    journal.epoch(), 1, journal.hashAt(1).orElseThrow())));
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.sorted().toList();
        }
    }

    private long flipEachBit(Path file) throws IOException {
        return flip(file, Byte.SIZE);
    }

    /// @param each how many bits of each byte are tried, one at a time
    private long flip(Path file, int each) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            for (int at = 0; at < bytes.length; at++) {
                for (int i = 0; i < each; i++) {
                    int bit = (at + i) % Byte.SIZE;
                    open.seek(at);
                    open.write(bytes[at] ^ (1 << bit));
                    if (verify().whole()) {
                        throw new AssertionError(
                                "bit "
                                        + bit
                                        + " of byte "
                                        + at
                                        + " of "
                                        + file
                                        + " went unnoticed");
                    }
                }
                open.seek(at);
                open.write(bytes[at]);
            }
        }
        return (long) bytes.length * each;
    }

    private JournalVerifier.Report verify() throws IOException {
        return JournalVerifier.verify(dir, stored -> {}, 0);
    }
}
