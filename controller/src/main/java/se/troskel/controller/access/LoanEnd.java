package se.troskel.controller.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// When a lent card ends. Pure.
public final class LoanEnd {
    private LoanEnd() {}

    /// The first instant of the next day on the centre's wall clock: midnight, or what the clock
    /// says first where it skips midnight. On days of a clock change the loan is an hour shorter or
    /// longer.
    public static Instant of(Instant lent, ZoneId zone) {
        return LocalDate.ofInstant(lent, zone).plusDays(1).atStartOfDay(zone).toInstant();
    }
}
