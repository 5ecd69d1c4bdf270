package se.troskel.controller.exam;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import org.jspecify.annotations.Nullable;
import se.troskel.config.ExamPolicy;
import se.troskel.config.ExamRules.LateMode;
import se.troskel.controller.register.Sitting;

/// When a sitting's admission opens and closes. The minute of the last entry counts: with 09.00 and
/// 30 minutes somebody at 09.30.59 is in time and at 09.31.00 is not, as on the clock on the wall.
///
/// @param doorCloses from when somebody is late
/// @param lateFrom from when late candidates are let in; null when they never are
/// @param lastEntry the last minute in which anybody is; `doorCloses` when late ones never are
/// @param admissionEnds when nobody is let in any more
/// @param homeStart when it starts at the university
public record SittingTimes(
        Instant admissionOpens,
        Instant doorCloses,
        Instant start,
        @Nullable Instant lateFrom,
        Instant lastEntry,
        Instant admissionEnds,
        Instant homeStart) {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// The times by what holds for its university.
    public static SittingTimes of(Sitting sitting, ExamPolicy policy, ZoneId zone) {
        Instant start = instant(sitting.day(), sitting.start(), zone);
        LocalTime home = sitting.homeStart();
        Instant doorCloses = start.minus(minutes(policy.doorClosesBefore().value()));
        Instant last = start.plus(minutes(policy.lastEntryAfter().value()));
        Instant lateFrom =
                switch (policy.lateMode().value()) {
                    case NONE -> null;
                    case SINGLE_AT -> last;
                    case ROLLING -> start;
                };
        boolean none = policy.lateMode().value() == LateMode.NONE;
        return new SittingTimes(
                start.minus(minutes(policy.entryOpensBefore().value())),
                doorCloses,
                start,
                lateFrom,
                none ? doorCloses : last,
                none ? doorCloses : last.plus(MINUTE),
                home == null ? start : instant(sitting.day(), home, zone));
    }

    /// Whole minutes after the start; 0 before it.
    public int lateMinutes(Instant at) {
        return (int) Math.max(0, Duration.between(start, at).toMinutes());
    }

    static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    /// A time that the clocks skip in spring is the instant at which they do; of one that they
    /// repeat in autumn it is the first (docs/adr/0013).
    private static Instant instant(LocalDate day, LocalTime time, ZoneId zone) {
        LocalDateTime local = day.atTime(time);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }
}
