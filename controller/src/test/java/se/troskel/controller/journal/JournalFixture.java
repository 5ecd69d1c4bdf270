package se.troskel.controller.journal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.journal.Appender.Outcome;
import se.troskel.controller.journal.log.LogSettings;
import se.troskel.controller.journal.log.SegmentFile;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.EventBody;

/// Journals and drafts for tests.
final class JournalFixture {
    static final String CENTRE = "KAT";
    static final Instant AT = Instant.parse("2026-11-24T08:30:00.250Z");
    static final int SMALL_SEGMENT = 2048;

    private JournalFixture() {}

    static Journal open(Path dir, LocalKeys keys) {
        return Journal.open(dir, CENTRE, keys, settings(SMALL_SEGMENT, SegmentFile::onDisk));
    }

    static JournalSettings settings(int segmentBytes, SegmentFile.Opener files) {
        Random random = new Random(42);
        return new JournalSettings(new LogSettings(segmentBytes, random, files), 64, 16, random);
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
