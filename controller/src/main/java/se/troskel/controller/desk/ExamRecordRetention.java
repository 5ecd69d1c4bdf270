package se.troskel.controller.desk;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.config.Retention;
import se.troskel.controller.examrecord.ExamRecordFolder;
import se.troskel.controller.journal.RetentionJob;
import se.troskel.protocol.event.ClockTrust;

/// Deletes the signed records of sittings that are as old as the lists of sittings may be. As with
/// these, nothing is deleted while the clock cannot be trusted or without a decision to (DOMAIN
/// L3). A run blocks on disk.
public final class ExamRecordRetention implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ExamRecordRetention.class);

    private final ExamRecordFolder folder;
    private final Retention days;
    private final ZoneId zone;
    private final RetentionJob.Time time;

    /// @param zone of the days of sittings
    public ExamRecordRetention(
            ExamRecordFolder folder, Retention days, ZoneId zone, RetentionJob.Time time) {
        this.folder = folder;
        this.days = days;
        this.zone = zone;
        this.time = time;
    }

    /// Never throws: what could not be deleted is left to the next run.
    @Override
    public void run() {
        if (days.decision() == null || time.trust().get() == ClockTrust.UNTRUSTED) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(time.wall().instant(), zone);
        try {
            int erased = folder.erase(today.minusDays(days.examDays()));
            if (erased > 0) {
                LOG.info("{} exam records have outlived their days and were deleted", erased);
            }
        } catch (UncheckedIOException e) {
            LOG.error("exam records could not be deleted; the next run tries again", e);
        }
    }
}
