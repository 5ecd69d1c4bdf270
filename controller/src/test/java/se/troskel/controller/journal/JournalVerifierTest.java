package se.troskel.controller.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.troskel.protocol.json.Json;

/// Goal: whatever is missing, added or exchanged in a journal's folder is named, and a journal in
/// use is never accused. Method: real folders, one change each.
class JournalVerifierTest {
    @TempDir Path root;

    private final MemoryLocalKeys keys = new MemoryLocalKeys();
    private Path dir = Path.of("");
    private String epoch = "";
    private String firstHash = "";

    @BeforeEach
    void aJournalOfSomeSegments() {
        dir = root.resolve("KAT");
        fill(dir);
    }

    private void fill(Path folder) {
        try (Journal journal = JournalFixture.open(folder, keys)) {
            for (int i = 0; i < 12; i++) {
                JournalFixture.append(journal, JournalFixture.checkIn("p1"));
            }
            epoch = journal.epoch();
            firstHash = journal.hashAt(1).orElseThrow();
        }
    }

    @Test
    void aWholeJournalIsWhole() throws IOException {
        JournalVerifier.Report report = JournalVerifier.verify(dir);
        assertThat(report.findings()).isEmpty();
        assertThat(report.records()).isEqualTo(12);
        assertThat(report.segments()).isGreaterThan(2);
        assertThat(report.centre()).isEqualTo("KAT");
    }

    @Test
    void aMissingSegmentIsNamed() throws IOException {
        Files.delete(dir.resolve("segment-0000000002.log"));
        assertFinding("the segment before it is missing");
    }

    @Test
    void aMissingBeginningIsNamed() throws IOException {
        Files.delete(dir.resolve("segment-0000000001.log"));
        assertFinding("the first segment is missing");
    }

    @Test
    void aRenamedSegmentIsNamed() throws IOException {
        Files.move(dir.resolve("segment-0000000001.log"), dir.resolve("segment-0000000009.log"));
        assertFinding("the first segment is missing", "says that it is number");
    }

    @Test
    void aSegmentOfAnotherJournalIsNamed() throws IOException {
        Path other = root.resolve("other");
        JournalSettings settings =
                JournalFixture.settings(
                        JournalFixture.SMALL_SEGMENT,
                        se.troskel.controller.journal.log.SegmentFile::onDisk);
        settings.random().nextLong();
        try (Journal journal = Journal.open(other, "KAT", keys, settings)) {
            for (int i = 0; i < 12; i++) {
                JournalFixture.append(journal, JournalFixture.checkIn(null));
            }
        }
        Files.copy(
                other.resolve("segment-0000000002.log"),
                dir.resolve("segment-0000000002.log"),
                StandardCopyOption.REPLACE_EXISTING);
        assertFinding("the segment is of another journal");
    }

    @Test
    void aShortenedSegmentIsNamed() throws IOException {
        Path last = dir.resolve("segment-0000000002.log");
        byte[] bytes = Files.readAllBytes(last);
        Files.write(last, java.util.Arrays.copyOf(bytes, bytes.length - 1));
        assertFinding("its header says");
    }

    @Test
    void aForeignFileIsNamed() throws IOException {
        Files.writeString(dir.resolve("notes.txt"), "x");
        assertFinding("does not belong here");
    }

    @Test
    void anEmptyFolderIsNoJournal() throws IOException {
        Path empty = Files.createDirectory(root.resolve("empty"));
        assertThat(JournalVerifier.verify(empty).findings()).hasSize(1);
    }

    @Test
    void theRegionsHeadIsCompared() throws IOException {
        acknowledge(new AcknowledgedHead(epoch, 1, firstHash));
        assertThat(JournalVerifier.verify(dir).whole()).isTrue();
        acknowledge(new AcknowledgedHead(epoch, 2, firstHash));
        assertFinding("another record 2");
        acknowledge(new AcknowledgedHead(epoch, 99, firstHash));
        assertFinding("record 99, which is not here");
        acknowledge(new AcknowledgedHead("x", 1, firstHash));
        assertFinding("another epoch");
        acknowledge(new AcknowledgedHead(epoch, 0, JournalReader.NO_HASH));
        assertThat(JournalVerifier.verify(dir).whole()).isTrue();
    }

    @Test
    void aJournalInUseIsWholeAtEveryMoment() throws Exception {
        Path busy = root.resolve("busy");
        AtomicBoolean stop = new AtomicBoolean();
        try (Journal journal = JournalFixture.open(busy, keys)) {
            Thread writer =
                    Thread.ofPlatform()
                            .start(() -> {
                                while (!stop.get()) {
                                    JournalFixture.append(journal, JournalFixture.checkIn("p1"));
                                }
                            });
            long seen = 0;
            for (int i = 0; i < 15; i++) {
                JournalVerifier.Report report = JournalVerifier.verify(busy);
                assertThat(report.findings()).isEmpty();
                assertThat(report.records()).isGreaterThanOrEqualTo(seen);
                seen = report.records();
            }
            stop.set(true);
            writer.join();
        }
        assertThat(JournalVerifier.verify(busy).whole()).isTrue();
    }

    private void acknowledge(AcknowledgedHead head) throws IOException {
        Files.write(dir.resolve(AcknowledgedHead.FILE), Json.write(head));
    }

    private void assertFinding(String... oneOf) throws IOException {
        JournalVerifier.Report report = JournalVerifier.verify(dir, stored -> {}, 0);
        assertThat(report.findings()).isNotEmpty();
        assertThat(report.findings().toString())
                .satisfiesAnyOf(
                        text -> assertThat(text).contains(oneOf[0]),
                        text -> assertThat(text).contains(oneOf[oneOf.length - 1]));
    }
}
