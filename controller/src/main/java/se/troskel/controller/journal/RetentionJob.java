package se.troskel.controller.journal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.config.Retention;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.RegisterEditKind;

/// Erases the local bodies whose days are over, acknowledged or not, by deleting the keys of their
/// months, and records that it did (DOMAIN L2). Run it at the start and every hour; one thread at a
/// time. A run blocks on disk, so never run it on the site loop.
///
/// Nothing is erased while the clock cannot be trusted, or without a decision to (DOMAIN L3). A
/// month is the one that the record's own clock said.
public final class RetentionJob implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);

    private final LocalKeys keys;
    private final Appender journal;
    private final Retention days;
    private final Time time;

    /// Where the time comes from.
    ///
    /// @param nanos monotonic time
    /// @param trust how far `wall` can be believed now
    public record Time(InstantSource wall, LongSupplier nanos, Supplier<ClockTrust> trust) {}

    public RetentionJob(LocalKeys keys, Appender journal, Retention days, Time time) {
        this.keys = keys;
        this.journal = journal;
        this.days = days;
        this.time = time;
    }

    /// Never throws: what could not be erased is left to the next run.
    @Override
    public void run() {
        try {
            eraseExpired();
        } catch (RuntimeException e) {
            LOG.error(
                    "what has outlived its days could not be erased; the next run tries again", e);
        }
    }

    private void eraseExpired() {
        ClockTrust clock = time.trust().get();
        if (clock == ClockTrust.UNTRUSTED) {
            return;
        }
        if (days.decision() == null) {
            LOG.warn(
                    "nothing is erased without a decision behind it (gallring): name it as"
                            + " retention.decision in centre.yaml");
            return;
        }
        Instant now = time.wall().instant();
        for (RetentionClass retention : RetentionClass.values()) {
            YearMonth before = firstKept(now, daysOf(days, retention));
            int erased = keys.erase(Erasure.expired(retention, before));
            if (erased > 0) {
                LOG.info("{} keys of {} before {} were deleted", erased, retention, before);
                record(now, clock, proof(retention, before, erased));
            }
        }
    }

    /// The oldest month that has a moment younger than this. Keys have the months of UTC.
    static YearMonth firstKept(Instant now, int days) {
        return YearMonth.from(now.minus(days, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC));
    }

    static int daysOf(Retention days, RetentionClass retention) {
        return switch (retention) {
            case ACCESS -> days.accessDays();
            case STAFF -> days.staffDays();
            case EXAM -> days.examDays();
            case OPERATION -> days.operationDays();
        };
    }

    private static LocalBody proof(RetentionClass retention, YearMonth before, int erased) {
        return new LocalBody(
                LocalBody.NOBODY,
                RetentionClass.OPERATION,
                Map.of(
                        "erased",
                        retention.name(),
                        "before",
                        before.toString(),
                        "keys",
                        Integer.toString(erased)));
    }

    private void record(Instant now, ClockTrust clock, LocalBody proof) {
        var edited = new EventBody.RegisterEdited(RegisterEditKind.RETENTION, 0, 0);
        journal.append(
                new Draft(now, time.nanos().getAsLong(), clock, edited, proof),
                outcome -> {
                    if (outcome instanceof Appender.Outcome.Refused(String why)) {
                        LOG.error("that keys were deleted is not in the journal: {}", why);
                    }
                });
    }
}
