package se.troskel.controller.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.controller.journal.Appender.Outcome;
import se.troskel.controller.journal.log.LogDamagedException;

/// Goal: a retired journal opens, goes on and verifies from its anchor, wherever a retirement was
/// interrupted, and nothing of it can be lost or changed unseen. Method: a real journal before and
/// after its retirement; every folder that a crash in between can leave is put together from both.
class RetiredJournalTest {
    private static final int RECORDS = 30;

    @TempDir Path root;

    private final MemoryLocalKeys keys = new MemoryLocalKeys();
    private Path before = Path.of("");
    private Path after = Path.of("");
    private long firstSeq;
    private String head = "";

    @BeforeEach
    void aJournalBeforeAndAfter() throws IOException {
        before = root.resolve("before");
        after = root.resolve("after");
        try (Journal journal = JournalFixture.open(before, keys)) {
            for (int i = 0; i < RECORDS; i++) {
                JournalFixture.append(journal, JournalFixture.checkIn("p" + i));
            }
        }
        JournalFixture.copy(before, after);
        try (Journal journal = JournalFixture.open(after, keys)) {
            JournalFixture.retire(journal, List.of(2L, 3L));
            firstSeq = journal.firstSeq();
            head = journal.hashAt(RECORDS).orElseThrow();
        }
    }

    @Test
    void itGoesOnFromItsAnchor() throws IOException {
        assertThat(firstSeq).isGreaterThan(4);
        try (Journal journal = JournalFixture.open(after, keys)) {
            assertThat(journal.firstSeq()).isEqualTo(firstSeq);
            assertThat(journal.hashAt(RECORDS)).contains(head);
            assertThat(journal.hashAt(firstSeq - 1)).isPresent();
            assertThat(journal.hashAt(firstSeq - 2)).isEmpty();
            assertThat(journal.read(1, 1).getFirst().envelope().path("seq").asLong())
                    .isEqualTo(firstSeq);
            assertThat(JournalFixture.append(journal, JournalFixture.checkIn(null)))
                    .isEqualTo(new Outcome.Committed(RECORDS + 1));
        }
        JournalVerifier.Report report = verify(after);
        assertThat(report.findings()).isEmpty();
        assertThat(report.records()).isEqualTo(RECORDS + 2 - firstSeq);
        assertThat(report.firstSeq()).isEqualTo(firstSeq);
    }

    @Test
    void whatIsCarriedIsReadAndErasedAsBefore() {
        try (Journal journal = JournalFixture.open(after, keys)) {
            assertThat(journal.carried()).hasSize(2);
            assertThat(journal.readLocal(2).orElseThrow().subject()).isEqualTo("p1");
            assertThat(journal.readLocal(4)).isEmpty();

            keys.erase(Erasure.of("p1"));

            assertThat(journal.readLocal(2)).isEmpty();
            assertThat(journal.readLocal(3)).isPresent();
        }
    }

    @Test
    void nothingOfAnybodyIsReadableInTheAnchor() throws IOException {
        assertThat(Files.readString(after.resolve(AnchorFile.FILE))).doesNotContain("\"p1\"");
    }

    @Test
    void aSecondRetirementReplacesTheFirst() throws IOException {
        try (Journal journal = JournalFixture.open(after, keys)) {
            for (int i = 0; i < RECORDS; i++) {
                JournalFixture.append(journal, JournalFixture.checkIn("p" + i));
            }
            JournalFixture.retire(journal, List.of(3L, (long) RECORDS));
            assertThat(journal.carried()).hasSize(2);
            assertThat(journal.readLocal(3).orElseThrow().subject()).isEqualTo("p2");
            assertThat(journal.readLocal(RECORDS)).isPresent();
            assertThat(journal.firstSeq()).isGreaterThan(firstSeq);
        }
        assertThat(verify(after).findings()).isEmpty();
    }

    /// Steps of a retirement: new anchor half written, written whole beside the old name, in place,
    /// then each deletion.
    @Test
    void aCrashAtAnyStepLosesNothing() throws IOException {
        List<Path> folders = new ArrayList<>();
        Path halfWritten = crashed(folders, -1);
        byte[] anchor = Files.readAllBytes(after.resolve(AnchorFile.FILE));
        Files.write(
                halfWritten.resolve(AnchorFile.FRESH_FILE),
                java.util.Arrays.copyOf(anchor, anchor.length / 2));
        Path notRenamed = crashed(folders, -1);
        Files.write(notRenamed.resolve(AnchorFile.FRESH_FILE), anchor);
        for (int deleted = 0; deleted <= retiredSegments().size(); deleted++) {
            crashed(folders, deleted);
        }
        assertThat(folders).hasSizeGreaterThan(5);
        for (Path folder : folders) {
            assertThat(verify(folder).findings()).as(folder.toString()).isEmpty();
            try (Journal journal = JournalFixture.open(folder, keys)) {
                assertThat(journal.hashAt(RECORDS)).contains(head);
                assertThat(journal.firstSeq())
                        .isEqualTo(Files.exists(folder.resolve(AnchorFile.FILE)) ? firstSeq : 1);
                JournalFixture.append(journal, JournalFixture.checkIn("p1"));
            }
            assertThat(verify(folder).findings()).as(folder.toString()).isEmpty();
            assertThat(segments(folder).size() > segments(after).size())
                    .isEqualTo(!Files.exists(folder.resolve(AnchorFile.FILE)));
        }
    }

    /// The folder as a crash leaves it.
    ///
    /// @param deleted how many segments are gone; -1 while the anchor is not in place either
    private Path crashed(List<Path> folders, int deleted) throws IOException {
        Path folder = root.resolve("crashed" + folders.size());
        JournalFixture.copy(before, folder);
        if (deleted >= 0) {
            Files.copy(after.resolve(AnchorFile.FILE), folder.resolve(AnchorFile.FILE));
            for (Path gone : retiredSegments().subList(0, deleted)) {
                Files.delete(folder.resolve(gone));
            }
        }
        folders.add(folder);
        return folder;
    }

    private List<Path> retiredSegments() throws IOException {
        List<Path> retired = new ArrayList<>(segments(before));
        retired.removeAll(segments(after));
        return retired;
    }

    private static List<Path> segments(Path dir) throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.map(Path::getFileName)
                    .filter(name -> name.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aMissingAnchorIsFoundAndRefused() throws IOException {
        Files.delete(after.resolve(AnchorFile.FILE));
        assertThat(verify(after).findings().toString()).contains("the first segment is missing");
        assertThatThrownBy(() -> JournalFixture.open(after, keys))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("the first segment is missing");
    }

    @Test
    void aMissingSegmentBehindTheAnchorIsFoundAndRefused() throws IOException {
        Files.delete(after.resolve(segments(after).getFirst()));
        assertThat(verify(after).findings()).isNotEmpty();
        assertThatThrownBy(() -> JournalFixture.open(after, keys))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining("behind the anchor is missing");
    }

    @Test
    void anAnchorOfAnotherJournalIsFoundAndRefused() throws IOException {
        Path other = root.resolve("other");
        JournalSettings settings = JournalFixture.settings(JournalFixture.SMALL_SEGMENT);
        settings.random().nextLong();
        try (Journal journal = Journal.open(other, JournalFixture.CENTRE, keys, settings)) {
            for (int i = 0; i < RECORDS; i++) {
                JournalFixture.append(journal, JournalFixture.checkIn("p" + i));
            }
            JournalFixture.retire(journal, List.of());
        }
        Files.copy(
                other.resolve(AnchorFile.FILE),
                after.resolve(AnchorFile.FILE),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(verify(after).findings()).isNotEmpty();
        assertThatThrownBy(() -> JournalFixture.open(after, keys))
                .isInstanceOf(LogDamagedException.class);
    }

    @Test
    void anAnchorOfAnotherKeyIsIntactButNotOurs() throws IOException {
        try (Journal journal = JournalFixture.open(after, keys)) {
            journal.requireAnchorOf(JournalFixture.recordKey().getPublic());
            assertThatThrownBy(() -> journal.requireAnchorOf(JournalFixture.newKey().getPublic()))
                    .isInstanceOf(LogDamagedException.class)
                    .hasMessageContaining("not with this controller's");
        }
        assertThat(verify(after).whole()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "{}\n", "null\n", "[]\n", "{\"statement\":1}\n", "\u0000"})
    void whatIsNoAnchorIsRefused(String content) throws IOException {
        Files.writeString(after.resolve(AnchorFile.FILE), content);
        assertThat(verify(after).findings()).isNotEmpty();
        assertThatThrownBy(() -> JournalFixture.open(after, keys))
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining(AnchorFile.FILE);
    }

    @Test
    void theRegionsWordIsComparedWithWhatTheAnchorKnows() throws IOException {
        try (Journal journal = JournalFixture.open(after, keys)) {
            JournalFixture.acknowledge(after, journal, firstSeq - 1);
            assertThat(verify(after).whole()).isTrue();
            JournalFixture.acknowledge(after, journal, firstSeq);
            assertThat(verify(after).whole()).isTrue();
            var unknown = new AcknowledgedHead(journal.epoch(), 1, "a".repeat(64));
            Files.write(
                    after.resolve(AcknowledgedHead.FILE),
                    se.troskel.protocol.json.Json.write(unknown));
            assertThat(verify(after).findings().toString()).contains("record 1, which is not here");
        }
    }

    @Test
    void aJournalInUseIsWholeWhileItIsRetired() throws Exception {
        Path busy = root.resolve("busy");
        AtomicBoolean stop = new AtomicBoolean();
        try (Journal journal = JournalFixture.open(busy, keys)) {
            Thread writer =
                    Thread.ofPlatform()
                            .start(() -> {
                                while (!stop.get()) {
                                    for (int i = 0; i < 20; i++) {
                                        JournalFixture.append(
                                                journal, JournalFixture.checkIn("p1"));
                                    }
                                    if (journal.segments().size() > 2) {
                                        JournalFixture.retire(journal, List.of());
                                    }
                                }
                            });
            for (int i = 0; i < 15; i++) {
                assertThat(JournalVerifier.verify(busy).findings()).isEmpty();
                assertThat(journal.read(1, 5000)).isNotNull();
            }
            stop.set(true);
            writer.join();
        }
        assertThat(verify(busy).whole()).isTrue();
    }

    private static JournalVerifier.Report verify(Path dir) throws IOException {
        return JournalVerifier.verify(dir, stored -> {}, 0);
    }
}
