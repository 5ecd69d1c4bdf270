package se.troskel.controller.journal;

import java.security.KeyPair;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.config.Retention;
import se.troskel.controller.journal.log.LogSegment;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.Envelope;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.event.EventType;
import se.troskel.protocol.json.Json;
import se.troskel.protocol.mqtt.SeqRange;

/// Retires the journal's beginning, whole segments at a time, behind a signed anchor. Run it at the
/// start and every minute; one thread at a time. A run blocks on disk, so never run it on the site
/// loop.
///
/// A segment goes when all its records have outlived every class of local bodies and the region has
/// acknowledged them; not while the clock cannot be trusted or without a decision to erase (DOMAIN
/// L3). Beyond the disk quota the oldest go all the same: what the region then never got becomes a
/// recorded gap.
public final class RetirementJob implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(RetirementJob.class);
    private static final int BATCH = 500;
    private static final long PATIENCE_SECONDS = 30;

    private final Parts parts;
    private final Retention days;
    private final OptionalLong quotaBytes;
    private final RetentionJob.Time time;

    /// Last record of the gap that is known to be in the journal; 0 for none.
    private long recordedGap;

    /// What it works on.
    ///
    /// @param key the controller's record key
    /// @param needed the records up to a position that a restart still needs
    public record Parts(Journal journal, KeyPair key, LongFunction<NavigableSet<Long>> needed) {
        @Override
        public String toString() {
            return "Parts";
        }
    }

    /// @param quotaBytes how much may wait for the region's acknowledgement; empty for a centre
    ///   without a region, where nothing waits
    public RetirementJob(
            Parts parts, Retention days, OptionalLong quotaBytes, RetentionJob.Time time) {
        this.parts = parts;
        this.days = days;
        this.quotaBytes = quotaBytes;
        this.time = time;
    }

    /// Never throws: what could not be retired is left to the next run.
    @Override
    public void run() {
        try {
            boolean recorded = recordGap();
            AcknowledgedHead acknowledged = acknowledged();
            Optional<LogSegment> last = lastToRetire(acknowledged);
            if (last.isPresent() && (recorded || isInGap(acknowledged))) {
                retire(last.get(), acknowledged);
                recordGap();
            } else if (isInGap(acknowledged)) {
                renew(acknowledged);
            }
        } catch (RuntimeException e) {
            LOG.error("the journal's beginning could not be retired; the next run tries again", e);
        }
    }

    private AcknowledgedHead acknowledged() {
        Journal journal = parts.journal();
        AcknowledgedHead nothing = new AcknowledgedHead(journal.epoch(), 0, JournalReader.NO_HASH);
        try {
            return AcknowledgedHead.read(journal.dir())
                    .filter(head -> head.epoch().equals(journal.epoch()))
                    .orElse(nothing);
        } catch (Json.MalformedMessageException e) {
            return nothing; // the uplink makes it anew
        }
    }

    /// Whether the region has yet to step over the gap before the journal's first record.
    private boolean isInGap(AcknowledgedHead acknowledged) {
        return quotaBytes.isPresent() && acknowledged.seq() < parts.journal().firstSeq() - 1;
    }

    private Optional<LogSegment> lastToRetire(AcknowledgedHead acknowledged) {
        List<LogSegment> segments = parts.journal().segments();
        LogSegment last = null;
        long waiting =
                segments.stream()
                        .filter(segment -> segment.lastSeq() > acknowledged.seq())
                        .mapToLong(LogSegment::bytes)
                        .sum();
        YearMonth firstKept = firstKept();
        for (LogSegment segment : segments.subList(0, segments.size() - 1)) {
            boolean stored = quotaBytes.isEmpty() || segment.lastSeq() <= acknowledged.seq();
            boolean over = quotaBytes.isPresent() && waiting > quotaBytes.getAsLong();
            if (!over && !(stored && firstKept != null && isBefore(firstKept, segment))) {
                break;
            }
            last = segment;
            waiting -= stored ? 0 : segment.bytes();
        }
        return Optional.ofNullable(last);
    }

    /// Null while nothing may be retired for its age.
    private @Nullable YearMonth firstKept() {
        if (time.trust().get() == ClockTrust.UNTRUSTED || days.decision() == null) {
            return null;
        }
        int longest =
                Arrays.stream(RetentionClass.values())
                        .mapToInt(retention -> RetentionJob.daysOf(days, retention))
                        .max()
                        .orElseThrow();
        return RetentionJob.firstKept(time.wall().instant(), longest);
    }

    private boolean isBefore(YearMonth firstKept, LogSegment segment) {
        long next = segment.firstSeq();
        while (next <= segment.lastSeq()) {
            for (EventMessage message : parts.journal().read(next, BATCH)) {
                Envelope envelope = Json.read(message.envelope(), Envelope.class);
                next = envelope.seq() + 1;
                YearMonth month = YearMonth.from(envelope.at().atOffset(ZoneOffset.UTC));
                if (next <= segment.lastSeq() + 1 && !month.isBefore(firstKept)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void retire(LogSegment last, AcknowledgedHead acknowledged) {
        Journal journal = parts.journal();
        long seq = last.lastSeq();
        SeqRange gap = gap(seq, acknowledged);
        SortedMap<Long, CarriedRecord> carried = journal.carry(parts.needed().apply(seq));
        var statement =
                new JournalAnchor.Statement(
                        journal.centre(),
                        journal.epoch(),
                        last.number(),
                        seq,
                        journal.hashAt(seq).orElseThrow(),
                        time.wall().instant(),
                        acknowledged,
                        gap,
                        carried.size(),
                        AnchorFile.hash(AnchorFile.lines(carried)));
        journal.retire(new AnchorFile(JournalAnchor.sign(statement, parts.key()), carried));
        if (gap == null) {
            LOG.info("the journal's records up to {} were retired", seq);
        } else {
            LOG.error(
                    "the disk quota for what waits for the region is full: records {} to {} were"
                            + " given up; bring back the line to the broker",
                    gap.first(),
                    gap.last());
        }
    }

    /// The region's last word may have come while the gap was made: then the anchor says it now.
    private void renew(AcknowledgedHead acknowledged) {
        parts.journal()
                .anchorFile()
                .filter(file -> !file.anchor().statement().acknowledged().equals(acknowledged))
                .map(file -> file.with(acknowledged, parts.key()))
                .ifPresent(parts.journal()::retire);
    }

    /// All that the region does not have of what was retired so far; null for nothing.
    private @Nullable SeqRange gap(long lastRetired, AcknowledgedHead acknowledged) {
        if (quotaBytes.isEmpty() || lastRetired <= acknowledged.seq()) {
            return null;
        }
        SeqRange before = lastGap();
        return before != null && isInGap(acknowledged)
                ? new SeqRange(before.first(), lastRetired)
                : new SeqRange(
                        Math.max(acknowledged.seq() + 1, parts.journal().firstSeq()), lastRetired);
    }

    private @Nullable SeqRange lastGap() {
        return parts.journal()
                .anchorFile()
                .map(file -> file.anchor().statement().gap())
                .orElse(null);
    }

    /// Whether the newest gap stands in the journal; a crash may have come between it and its
    /// record.
    private boolean recordGap() {
        SeqRange gap = lastGap();
        if (gap == null || gap.last() == recordedGap || isRecorded(gap)) {
            return true;
        }
        CompletableFuture<Appender.Outcome> done = new CompletableFuture<>();
        parts.journal()
                .append(
                        new Draft(
                                time.wall().instant(),
                                time.nanos().getAsLong(),
                                time.trust().get(),
                                new EventBody.JournalGap(gap.first(), gap.last()),
                                null),
                        done::complete);
        if (done.completeOnTimeout(
                                new Appender.Outcome.Refused("it takes too long"),
                                PATIENCE_SECONDS,
                                TimeUnit.SECONDS)
                        .join()
                instanceof Appender.Outcome.Refused(String why)) {
            LOG.error("the gap is not in the journal yet: {}", why);
            return false;
        }
        recordedGap = gap.last();
        return true;
    }

    private boolean isRecorded(SeqRange gap) {
        long next = gap.last() + 1;
        for (List<EventMessage> some = parts.journal().read(next, BATCH);
                !some.isEmpty();
                some = parts.journal().read(next, BATCH)) {
            for (EventMessage message : some) {
                Envelope envelope = Json.read(message.envelope(), Envelope.class);
                next = envelope.seq() + 1;
                if (envelope.type() == EventType.JOURNAL_GAP
                        && Json.read(message.body(), EventBody.JournalGap.class).lastSeq()
                                == gap.last()) {
                    recordedGap = gap.last();
                    return true;
                }
            }
        }
        return false;
    }
}
