package se.troskel.controller.access;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Holidays;
import se.troskel.config.Opening;
import se.troskel.protocol.decision.OpeningMode;

/// When a centre is open, on the time line. Pure and immutable.
///
/// Clock changes: a period starts at the first instant at which the wall clock shows its start and
/// ends at the last at which it shows its end; a start or end inside the hour that spring skips is
/// the instant of the change. Looks [#HORIZON_DAYS] ahead for a beginning and [#CLOSING] for an
/// end; what is further off counts as not planned.
public final class OpeningHours {
    private static final int HORIZON_DAYS = 400;

    /// Nobody at a door is helped by a closing time that is weeks away.
    private static final Duration CLOSING = Duration.ofDays(14);

    private final Opening opening;
    private final ZoneId zone;

    public OpeningHours(Opening opening, ZoneId zone) {
        this.opening = opening;
        this.zone = zone;
    }

    /// A stretch of time in one way of being open.
    ///
    /// @param until exclusive, after `from`
    public record Span(Instant from, Instant until, OpeningMode mode) {
        boolean contains(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    /// An uninterrupted time of being open, staffed or not.
    ///
    /// @param until exclusive, after `from`; null when no end is planned
    public record Open(Instant from, @Nullable Instant until) {
        boolean contains(Instant at) {
            return !at.isBefore(from) && (until == null || at.isBefore(until));
        }
    }

    /// Hours on the time line.
    ///
    /// @param until exclusive, after `from`
    record Stretch(Instant from, Instant until) {
        boolean contains(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }

        /// Both as one.
        Stretch with(Stretch next) {
            return new Stretch(from, until.isAfter(next.until) ? until : next.until);
        }
    }

    public OpeningMode mode(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        if (isClosedDay(day)) {
            return OpeningMode.CLOSED;
        }
        for (Span span : weeklyPeriodsOf(day)) {
            if (span.contains(at)) {
                return span.mode();
            }
        }
        return OpeningMode.OUT_OF_HOURS;
    }

    /// The opening periods of a day in order; empty on a closed day.
    public List<Span> periodsOf(LocalDate day) {
        return isClosedDay(day) ? List.of() : List.copyOf(weeklyPeriodsOf(day));
    }

    private List<Span> weeklyPeriodsOf(LocalDate day) {
        List<Span> spans = new ArrayList<>();
        DayOfWeek weekday = weekday(day);
        for (Opening.Period period : opening.week()) {
            if (!period.days().contains(weekday)) {
                continue;
            }
            Instant from = first(day.atTime(period.from()));
            Instant until = last(endOf(day, period.until()));
            if (from.isBefore(until)) {
                spans.add(new Span(from, until, period.mode()));
            }
        }
        spans.sort(Comparator.comparing(Span::from));
        return spans;
    }

    /// The first instant after `at` at which [#mode(Instant)] is another; empty when none is
    /// planned.
    public Optional<Instant> nextChange(Instant at) {
        OpeningMode now = mode(at);
        LocalDate day = LocalDate.ofInstant(at, zone);
        for (int i = 0; i <= HORIZON_DAYS; i++) {
            for (Instant edge : edgesOf(day.plusDays(i))) {
                if (edge.isAfter(at) && mode(edge) != now) {
                    return Optional.of(edge);
                }
            }
        }
        return Optional.empty();
    }

    /// The first instant after `at` at which the centre opens, having been closed; empty when none
    /// is planned.
    public Optional<Instant> nextOpening(Instant at) {
        Open open = open(at).orElse(null);
        if (open == null || !open.contains(at)) {
            return Optional.ofNullable(open).map(Open::from);
        }
        return Optional.ofNullable(open.until()).flatMap(this::open).map(Open::from);
    }

    /// When the centre closes, having been open since `at` or before; empty when it is closed or no
    /// end is planned.
    public Optional<Instant> closing(Instant at) {
        return open(at).filter(open -> open.contains(at)).map(Open::until);
    }

    /// The time of being open that holds `at`, or the next one; empty when none is planned. What
    /// began before the day before `at` is told from that day on.
    public Optional<Open> open(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        Stretch open = null;
        for (int i = -1; i <= HORIZON_DAYS; i++) {
            for (Span span : periodsOf(day.plusDays(i))) {
                Stretch next = new Stretch(span.from(), span.until());
                if (open != null && !next.from().isAfter(open.until())) {
                    open = open.with(next);
                } else if (open != null && open.until().isAfter(at)) {
                    return Optional.of(new Open(open.from(), open.until()));
                } else {
                    open = next;
                }
            }
            if (open != null && open.until().isAfter(later(open.from(), at).plus(CLOSING))) {
                return Optional.of(new Open(open.from(), null));
            }
        }
        return Optional.ofNullable(open)
                .filter(last -> last.until().isAfter(at))
                .map(last -> new Open(last.from(), last.until()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// The desk hours that hold `at`, or the next ones; empty when none are planned.
    public Optional<Span> staffedPeriod(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        for (int i = 0; i <= HORIZON_DAYS; i++) {
            for (Span span : periodsOf(day.plusDays(i))) {
                if (span.mode() == OpeningMode.STAFFED && span.until().isAfter(at)) {
                    return Optional.of(span);
                }
            }
        }
        return Optional.empty();
    }

    /// Hours of a day on the time line; not before their end where spring skips them whole.
    Stretch stretch(LocalDate day, LocalTime from, LocalTime until) {
        return new Stretch(first(day.atTime(from)), last(endOf(day, until)));
    }

    boolean isClosedDay(LocalDate day) {
        return isListed(day) || isHoliday(day, Holidays.TreatAs.CLOSED);
    }

    /// Whose weekly hours hold on a day: a holiday may have those of a Sunday.
    DayOfWeek weekday(LocalDate day) {
        return isHoliday(day, Holidays.TreatAs.SUNDAY) ? DayOfWeek.SUNDAY : day.getDayOfWeek();
    }

    private boolean isListed(LocalDate day) {
        return opening.closed().stream()
                .anyMatch(run ->
                        !day.isBefore(run.first())
                                && !day.isAfter(run.last() == null ? run.first() : run.last()));
    }

    private boolean isHoliday(LocalDate day, Holidays.TreatAs treatAs) {
        Holidays holidays = opening.holidays();
        if (holidays == null || holidays.treatAs() != treatAs) {
            return false;
        }
        return switch (holidays.calendar()) {
            case SE ->
                    SwedishHolidays.isHoliday(day)
                            || (holidays.eves() && SwedishHolidays.isEve(day));
        };
    }

    private List<Instant> edgesOf(LocalDate day) {
        List<Instant> edges = new ArrayList<>();
        edges.add(first(day));
        for (Span span : periodsOf(day)) {
            edges.add(span.from());
            edges.add(span.until());
        }
        return edges;
    }

    private static LocalDateTime endOf(LocalDate day, LocalTime until) {
        return until.equals(LocalTime.MIDNIGHT)
                ? day.plusDays(1).atStartOfDay()
                : day.atTime(until);
    }

    private Instant first(LocalDate day) {
        return first(day.atStartOfDay());
    }

    private Instant first(LocalDateTime local) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return offsets.isEmpty() ? skipped(local) : local.toInstant(offsets.getFirst());
    }

    private Instant last(LocalDateTime local) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return offsets.isEmpty() ? skipped(local) : local.toInstant(offsets.getLast());
    }

    private Instant skipped(LocalDateTime local) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        return transition.getInstant();
    }
}
