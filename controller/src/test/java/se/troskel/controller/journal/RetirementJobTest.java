package se.troskel.controller.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.config.Retention;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.json.Json;
import se.troskel.protocol.mqtt.SeqRange;

/// Goal: only what is old enough and stored by the region is retired, and beyond the quota a gap is
/// recorded, never in silence. Method: a real journal of small segments, the region's word written
/// by hand, runs at moments around the limits.
class RetirementJobTest {
    private static final Retention DAYS = new Retention(30, 90, 365, 400, "KS 1");
    private static final Instant LATER = JournalFixture.AT.plus(500, ChronoUnit.DAYS);
    private static final long PLENTY = 1_000_000;
    private static final int RECORDS = 30;

    @TempDir Path root;

    private final MemoryLocalKeys keys = new MemoryLocalKeys();
    private final KeyPair key = JournalFixture.recordKey();
    private Path dir = Path.of("");
    private Journal journal;

    @BeforeEach
    void aJournalOfSomeSegments() {
        dir = root.resolve("journal");
        journal = JournalFixture.open(dir, keys);
        append(RECORDS);
    }

    @AfterEach
    void everyByteIsAccountedFor() throws IOException {
        journal.close();
        assertThat(JournalVerifier.verify(dir, stored -> {}, 0).findings()).isEmpty();
    }

    @Test
    void aCentreWithoutARegionRetiresWhatIsOldEnough() {
        job(OptionalLong.empty(), LATER).run();

        assertThat(journal.firstSeq()).isGreaterThan(RECORDS / 2).isLessThanOrEqualTo(RECORDS);
        assertThat(journal.segments()).hasSize(1);
        assertThat(gaps()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-12-31T08:30:00Z, SYNCED, KS 1, false",
        "2028-01-04T23:59:59Z, SYNCED, KS 1, false",
        "2028-01-05T00:00:00Z, SYNCED, KS 1, true",
        "2028-01-05T00:00:00Z, HOLDOVER, KS 1, true",
        "2028-01-05T00:00:00Z, UNTRUSTED, KS 1, false",
        "2028-01-05T00:00:00Z, SYNCED, , false"
    })
    void nothingIsRetiredTooEarlyOrWithoutAClockAndADecision(
            Instant now, ClockTrust clock, String decision, boolean retired) {
        new RetirementJob(
                        parts(),
                        new Retention(30, 90, 365, 400, decision),
                        OptionalLong.empty(),
                        new RetentionJob.Time(InstantSource.fixed(now), () -> 7L, () -> clock))
                .run();

        assertThat(journal.retired().isPresent()).isEqualTo(retired);
    }

    @Test
    void whatAnExamNeedsWaitsLongest() {
        Retention days = new Retention(30, 90, 1500, 400, "KS 1");

        new RetirementJob(
                        parts(),
                        days,
                        OptionalLong.empty(),
                        new RetentionJob.Time(
                                InstantSource.fixed(LATER), () -> 7L, () -> ClockTrust.SYNCED))
                .run();

        assertThat(journal.retired()).isEmpty();
    }

    @Test
    void whatTheRegionHasNotAcknowledgedWaits() throws IOException {
        job(OptionalLong.of(PLENTY), LATER).run();
        assertThat(journal.retired()).isEmpty();

        acknowledge(RECORDS / 2);
        job(OptionalLong.of(PLENTY), LATER).run();

        assertThat(journal.firstSeq()).isGreaterThan(1).isLessThanOrEqualTo(RECORDS / 2 + 1);
        assertThat(gaps()).isEmpty();
    }

    @Test
    void anAcknowledgementOfAnotherEpochRetiresNothing() throws IOException {
        Files.write(
                dir.resolve(AcknowledgedHead.FILE),
                Json.write(new AcknowledgedHead("other", RECORDS, JournalReader.NO_HASH)));

        job(OptionalLong.of(PLENTY), LATER).run();

        assertThat(journal.retired()).isEmpty();
        Files.delete(dir.resolve(AcknowledgedHead.FILE));
    }

    @Test
    void beyondTheQuotaTheOldestGoAndTheGapIsRecorded() throws IOException {
        acknowledge(2);
        long waiting = bytes();
        long quota = waiting / 2;

        job(OptionalLong.of(quota), JournalFixture.AT).run();

        long last = journal.firstSeq() - 1;
        assertThat(last).isBetween(3L, RECORDS - 1L);
        assertThat(gaps()).containsExactly(new EventBody.JournalGap(3, last));
        assertThat(anchor().statement().gap()).isEqualTo(new SeqRange(3, last));
        assertThat(bytes()).isLessThanOrEqualTo(quota + JournalFixture.SMALL_SEGMENT);
    }

    @Test
    void withinTheQuotaNothingIsLost() {
        job(OptionalLong.of(bytes()), JournalFixture.AT).run();

        assertThat(journal.retired()).isEmpty();
        assertThat(gaps()).isEmpty();
    }

    @Test
    void aGapThatGrowsIsSaidAsAWholeEachTime() throws IOException {
        acknowledge(2);
        long quota = bytes() / 2;
        job(OptionalLong.of(quota), JournalFixture.AT).run();
        append(RECORDS);

        RetirementJob again = job(OptionalLong.of(quota), JournalFixture.AT);
        again.run();
        again.run();

        assertThat(gaps().getLast()).isEqualTo(new EventBody.JournalGap(3, journal.firstSeq() - 1));
    }

    @Test
    void afterTheRegionSteppedOverTheGapANewOneBeginsBehindIt() throws IOException {
        acknowledge(2);
        long quota = bytes() / 2;
        job(OptionalLong.of(quota), JournalFixture.AT).run();
        long stored = journal.lastSeq() - 1;
        acknowledge(stored);
        append(RECORDS);

        job(OptionalLong.of(quota), JournalFixture.AT).run();

        assertThat(gaps().getLast())
                .isEqualTo(new EventBody.JournalGap(stored + 1, journal.firstSeq() - 1));
    }

    @Test
    void aGapWhoseRecordACrashPreventedIsRecordedAtTheNextStart() throws IOException {
        acknowledge(2);
        job(OptionalLong.of(bytes() / 2), JournalFixture.AT).run();
        SeqRange gap = Objects.requireNonNull(anchor().statement().gap());
        // as the crash leaves it: the retired beginning, and nothing after what was there before
        Path crashed = root.resolve("crashed");
        try (Journal before = withoutItsGap(crashed)) {
            RetirementJob job =
                    new RetirementJob(
                            new RetirementJob.Parts(before, key, seq -> new TreeSet<>()),
                            DAYS,
                            OptionalLong.of(PLENTY),
                            time(JournalFixture.AT));
            job.run();
            job.run();
            assertThat(gapsOf(before))
                    .containsExactly(new EventBody.JournalGap(gap.first(), gap.last()));
        }
    }

    /// The journal as it was before its last record, behind the same anchor.
    private Journal withoutItsGap(Path copy) throws IOException {
        JournalFixture.copy(dir, copy);
        Files.deleteIfExists(copy.resolve("prepared.segment"));
        Path last =
                copy.resolve("segment-%010d.log".formatted(journal.segments().getLast().number()));
        byte[] bytes = Files.readAllBytes(last);
        int end = journal.segments().getLast().bytes();
        // the gap's record is the last group: without its last byte it is a torn tail
        bytes[end - 1] ^= 1;
        Files.write(last, bytes);
        return JournalFixture.open(copy, keys);
    }

    @Test
    void whatIsAcknowledgedAndYoungGoesWithTheGapBehindIt() throws IOException {
        append(RECORDS);
        acknowledge(RECORDS);

        job(OptionalLong.of(0), JournalFixture.AT).run();

        assertThat(gaps().getFirst().firstSeq()).isEqualTo(RECORDS + 1);
        assertThat(journal.segments()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aWordOfTheRegionThatCameMeanwhileIsAnchoredAtTheNextRun() throws IOException {
        acknowledge(2);
        var late = new AcknowledgedHead(journal.epoch(), 3, journal.hashAt(3).orElseThrow());
        RetirementJob job = job(OptionalLong.of(bytes() / 2), JournalFixture.AT);
        job.run();
        Files.write(dir.resolve(AcknowledgedHead.FILE), Json.write(late));

        job.run();

        assertThat(anchor().statement().acknowledged()).isEqualTo(late);
        assertThat(gaps()).hasSize(1);
    }

    private JournalAnchor anchor() {
        return journal.anchorFile().orElseThrow().anchor();
    }

    private RetirementJob job(OptionalLong quota, Instant now) {
        return new RetirementJob(parts(), DAYS, quota, time(now));
    }

    private RetirementJob.Parts parts() {
        return new RetirementJob.Parts(journal, key, seq -> new TreeSet<>());
    }

    private static RetentionJob.Time time(Instant now) {
        return new RetentionJob.Time(InstantSource.fixed(now), () -> 7L, () -> ClockTrust.SYNCED);
    }

    private void append(int count) {
        for (int i = 0; i < count; i++) {
            JournalFixture.append(journal, JournalFixture.checkIn("p1"));
        }
    }

    private void acknowledge(long seq) throws IOException {
        JournalFixture.acknowledge(dir, journal, seq);
    }

    private long bytes() {
        return journal.segments().stream().mapToLong(segment -> segment.bytes()).sum();
    }

    private List<EventBody.JournalGap> gaps() {
        return gapsOf(journal);
    }

    private static List<EventBody.JournalGap> gapsOf(Journal journal) {
        List<EventBody.JournalGap> gaps = new ArrayList<>();
        for (EventMessage message : journal.read(1, 1000)) {
            if (message.envelope().path("type").asString().equals("JOURNAL_GAP")) {
                gaps.add(Json.read(message.body(), EventBody.JournalGap.class));
            }
        }
        return gaps;
    }
}
