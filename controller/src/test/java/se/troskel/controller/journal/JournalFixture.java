package se.troskel.controller.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Retention;
import se.troskel.controller.journal.Appender.Outcome;
import se.troskel.controller.journal.log.LogSettings;
import se.troskel.controller.journal.log.SegmentFile;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.json.Json;

/// Journals and drafts for tests.
final class JournalFixture {
    static final String CENTRE = "KAT";
    static final Instant AT = Instant.parse("2026-11-24T08:30:00.250Z");
    static final int SMALL_SEGMENT = 2048;

    private static final KeyPair RECORD_KEY = newKey();

    private JournalFixture() {}

    static Journal open(Path dir, LocalKeys keys) {
        return Journal.open(dir, CENTRE, keys, settings(SMALL_SEGMENT, SegmentFile::onDisk));
    }

    static JournalSettings settings(int segmentBytes, SegmentFile.Opener files) {
        Random random = new Random(42);
        return new JournalSettings(new LogSettings(segmentBytes, random, files), 64, 16, random);
    }

    static JournalSettings settings(int segmentBytes) {
        return settings(segmentBytes, SegmentFile::onDisk);
    }

    /// The record key of every test journal.
    static KeyPair recordKey() {
        return RECORD_KEY;
    }

    static KeyPair newKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /// Retires everything but the last segment of a journal without a region.
    static void retire(Journal journal, List<Long> carried) {
        new RetirementJob(
                        new RetirementJob.Parts(
                                journal, recordKey(), seq -> new TreeSet<>(carried)),
                        new Retention(30, 90, 365, 400, "KS 1"),
                        OptionalLong.empty(),
                        new RetentionJob.Time(
                                InstantSource.fixed(AT.plus(500, ChronoUnit.DAYS)),
                                () -> 7L,
                                () -> ClockTrust.SYNCED))
                .run();
    }

    /// Writes down that the region has the journal up to `seq`.
    static void acknowledge(Path dir, Journal journal, long seq) throws IOException {
        Files.write(
                dir.resolve(AcknowledgedHead.FILE),
                Json.write(
                        new AcknowledgedHead(
                                journal.epoch(), seq, journal.hashAt(seq).orElseThrow())));
    }

    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    static Draft checkIn(@Nullable String person) {
        return new Draft(
                AT,
                1_000_000_007L,
                ClockTrust.SYNCED,
                new EventBody.CheckIn(
                        CheckInReason.CHECKED_IN, Medium.CARD, "kiosk1", null, "studio", null),
                person == null
                        ? null
                        : new LocalBody(
                                person, RetentionClass.ACCESS, Map.of("person", person, "n", "1")));
    }

    /// Appends and waits for the outcome.
    static Outcome append(Appender journal, Draft draft) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        journal.append(draft, outcome::complete);
        try {
            return outcome.get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("no outcome", e);
        }
    }
}
