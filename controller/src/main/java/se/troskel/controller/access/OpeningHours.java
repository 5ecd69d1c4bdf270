package se.troskel.controller.access;

import java.time.DayOfWeek;
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
import se.troskel.config.Holidays;
import se.troskel.config.Opening;
import se.troskel.protocol.decision.OpeningMode;

/// When a centre is open, on the time line. Pure and immutable.
///
/// Clock changes: a period starts at the first instant at which the wall clock shows its start and
/// ends at the last at which it shows its end; a start or end inside the hour that spring skips is
/// the instant of the change. Looks [#HORIZON_DAYS] ahead; what is further off counts as not
/// planned.
public final class OpeningHours {
    private static final int HORIZON_DAYS = 400;

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

    /// An uninterrupted stretch of being open, staffed or not.
    ///
    /// @param until exclusive, after `from`
    public record Stretch(Instant from, Instant until) {
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
        return periodsOf(day).stream()
                .filter(span -> span.contains(at))
                .map(Span::mode)
                .findFirst()
                .orElse(OpeningMode.OUT_OF_HOURS);
    }

    /// The opening periods of a day in order; empty on a closed day.
    public List<Span> periodsOf(LocalDate day) {
        if (isClosedDay(day)) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        for (Opening.Period period : opening.week()) {
            if (!period.days().contains(weekday(day))) {
                continue;
            }
            Instant from = first(day.atTime(period.from()));
            Instant until = last(endOf(day, period.until()));
            if (from.isBefore(until)) {
                spans.add(new Span(from, until, period.mode()));
            }
        }
        spans.sort(Comparator.comparing(Span::from));
        return List.copyOf(spans);
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
        Optional<Stretch> open = stretch(at);
        if (open.isPresent() && !open.get().from().isAfter(at)) {
            Instant closing = open.get().until();
            open = stretch(closing).filter(next -> next.from().isAfter(closing));
        }
        return open.map(Stretch::from);
    }

    /// The stretch of being open that holds `at`, or the next one; empty when none is planned.
    public Optional<Stretch> stretch(Instant at) {
        Stretch open = null;
        LocalDate day = LocalDate.ofInstant(at, zone);
        for (int i = -1; i <= HORIZON_DAYS; i++) {
            for (Span span : periodsOf(day.plusDays(i))) {
                if (open == null || span.from().isAfter(open.until())) {
                    if (open != null && open.until().isAfter(at)) {
                        return Optional.of(open);
                    }
                    open = new Stretch(span.from(), span.until());
                } else {
                    open = new Stretch(open.from(), span.until());
                }
            }
        }
        return Optional.ofNullable(open).filter(last -> last.until().isAfter(at));
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
