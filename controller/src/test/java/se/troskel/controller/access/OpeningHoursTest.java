package se.troskel.controller.access;

import static org.assertj.core.api.Assertions.assertThat;
import static se.troskel.controller.access.Scene.local;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.config.Opening;
import se.troskel.config.Opening.ClosedDays;
import se.troskel.controller.access.OpeningHours.Open;
import se.troskel.controller.access.OpeningHours.Span;
import se.troskel.protocol.decision.OpeningMode;

/// Goal: opening hours are right at every instant of a year, over both clock changes, midnight and
/// closed days. Method: tables of instants, and a walk through a year that compares each answer
/// with the plain weekly reading of the wall clock.
class OpeningHoursTest {
    private final OpeningHours hours = new OpeningHours(Scene.opening(), Scene.ZONE);

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T05:59:59, OUT_OF_HOURS, 2026-03-03T06:00",
        "2026-03-03T06:00, UNSTAFFED, 2026-03-03T08:00",
        "2026-03-03T08:00, STAFFED, 2026-03-03T17:00",
        "2026-03-03T16:59:59, STAFFED, 2026-03-03T17:00",
        "2026-03-03T17:00, UNSTAFFED, 2026-03-03T22:00",
        "2026-03-03T22:00, OUT_OF_HOURS, 2026-03-04T06:00",
        "2026-03-07T10:00, UNSTAFFED, 2026-03-07T15:00",
        "2026-03-08T10:00, OUT_OF_HOURS, 2026-03-09T06:00",
        "2026-04-30T23:00, OUT_OF_HOURS, 2026-05-01T00:00",
        "2026-05-01T00:00, CLOSED, 2026-05-02T00:00",
        "2026-05-01T10:00, CLOSED, 2026-05-02T00:00",
        "2026-12-23T23:59:59, OUT_OF_HOURS, 2026-12-24T00:00",
        "2026-12-26T10:00, CLOSED, 2026-12-27T00:00"
    })
    void modeAndItsNextChange(String at, OpeningMode mode, String change) {
        assertThat(hours.mode(local(at))).isEqualTo(mode);
        assertThat(hours.nextChange(local(at))).hasValue(local(change));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T05:00, 2026-03-03T06:00",
        "2026-03-03T06:00, 2026-03-04T06:00",
        "2026-03-03T09:00, 2026-03-04T06:00",
        "2026-03-03T22:00, 2026-03-04T06:00",
        "2026-03-06T23:00, 2026-03-07T09:00",
        "2026-04-30T22:30, 2026-05-02T09:00",
        "2026-12-23T22:00, 2026-12-28T06:00"
    })
    void nextOpeningIsTheNextStartAfterBeingClosed(String at, String opening) {
        assertThat(hours.nextOpening(local(at))).hasValue(local(opening));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T10:00, 2026-03-03T08:00, 2026-03-03T17:00",
        "2026-03-03T17:00, 2026-03-04T08:00, 2026-03-04T17:00",
        "2026-03-06T18:00, 2026-03-09T08:00, 2026-03-09T17:00"
    })
    void staffedPeriodIsThePresentOrNextDeskHours(String at, String from, String until) {
        assertThat(hours.staffedPeriod(local(at)))
                .hasValue(new Span(local(from), local(until), OpeningMode.STAFFED));
    }

    @Test
    void periodsOfADayAreInOrder() {
        assertThat(hours.periodsOf(LocalDate.of(2026, 3, 3)))
                .extracting(Span::mode)
                .containsExactly(OpeningMode.UNSTAFFED, OpeningMode.STAFFED, OpeningMode.UNSTAFFED);
        assertThat(hours.periodsOf(LocalDate.of(2026, 5, 1))).isEmpty();
    }

    @Test
    void touchingPeriodsAreOne() {
        assertThat(hours.open(local("2026-03-03T10:00")))
                .hasValue(new Open(local("2026-03-03T06:00"), local("2026-03-03T22:00")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T00:59:59Z, UNSTAFFED, 01:59:59 before spring",
        "2026-03-29T01:00:00Z, OUT_OF_HOURS, 03:00 after spring skipped the end",
        "2026-10-25T00:29:59Z, UNSTAFFED, 02:29:59 the first time",
        "2026-10-25T01:29:59Z, UNSTAFFED, 02:29:59 the second time",
        "2026-10-25T01:30:00Z, OUT_OF_HOURS, 02:30 the second time"
    })
    void aPeriodEndingInTheChangedHourEndsWhenItsEndIsLastShown(
            Instant at, OpeningMode mode, String why) {
        OpeningHours sundays = of("00:00", "02:30");
        assertThat(sundays.mode(at)).as(why).isEqualTo(mode);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T00:59:59Z, OUT_OF_HOURS",
        "2026-03-29T01:00:00Z, UNSTAFFED",
        "2026-10-25T00:29:59Z, OUT_OF_HOURS",
        "2026-10-25T00:30:00Z, UNSTAFFED"
    })
    void aPeriodStartingInTheChangedHourStartsWhenItsStartIsFirstShown(
            Instant at, OpeningMode mode) {
        assertThat(of("02:30", "06:00").mode(at)).isEqualTo(mode);
    }

    @Test
    void aPeriodInsideTheSkippedHourDoesNotHappen() {
        assertThat(of("02:10", "02:50").periodsOf(LocalDate.of(2026, 3, 29))).isEmpty();
    }

    @Test
    void aDayOfTheSpringChangeHas23Hours() {
        Span day = of("00:00", "00:00").periodsOf(LocalDate.of(2026, 3, 29)).getFirst();
        assertThat(Duration.between(day.from(), day.until())).hasHours(23);
    }

    @Test
    void midnightIsTheEndOfTheDayAndTouchesTheNext() {
        OpeningHours always = of("00:00", "00:00");
        assertThat(always.mode(local("2026-06-10T23:59:59"))).isEqualTo(OpeningMode.UNSTAFFED);
        assertThat(always.nextChange(local("2026-06-10T12:00"))).isEmpty();
        assertThat(always.nextOpening(local("2026-06-10T12:00"))).isEmpty();
    }

    @Test
    void whatNeverClosesHasNoClosingTime() {
        OpeningHours always = of("00:00", "00:00");
        Instant at = local("2026-06-10T12:00");
        assertThat(always.closing(at)).isEmpty();
        assertThat(always.open(at)).hasValue(new Open(local("2026-06-09T00:00"), null));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-09T00:00, ",
        "2026-12-11T00:00, 2026-12-24T00:00",
        "2026-12-23T23:59:59, 2026-12-24T00:00",
        "2026-12-24T12:00, "
    })
    void aClosingIsToldFromAFortnightAhead(String at, @Nullable String closing) {
        assertThat(openButForChristmas().closing(local(at)))
                .isEqualTo(Optional.ofNullable(closing).map(Scene::local));
    }

    @Test
    void anOpeningAfterALongClosureIsToldWithItsEnd() {
        OpeningHours summer =
                of(
                        "08:00",
                        "17:00",
                        List.of(
                                new ClosedDays(
                                        LocalDate.of(2026, 7, 1),
                                        LocalDate.of(2026, 7, 31),
                                        "Semester")));
        assertThat(summer.open(local("2026-07-01T09:00")))
                .hasValue(new Open(local("2026-08-01T08:00"), local("2026-08-01T17:00")));
        assertThat(summer.closing(local("2026-07-01T09:00"))).isEmpty();
        assertThat(summer.closing(local("2026-06-30T07:59"))).isEmpty();
        assertThat(summer.closing(local("2026-06-30T08:00"))).hasValue(local("2026-06-30T17:00"));
        assertThat(summer.closing(local("2026-06-30T17:00"))).isEmpty();
    }

    @Test
    void anOpeningWithNoPlannedEndIsTold() {
        assertThat(openButForChristmas().open(local("2026-12-24T12:00")))
                .hasValue(new Open(local("2026-12-25T00:00"), null));
        assertThat(openButForChristmas().nextOpening(local("2026-12-23T12:00")))
                .hasValue(local("2026-12-25T00:00"));
    }

    @Test
    void nothingPlannedMeansNoTimeIsPromised() {
        OpeningHours never = new OpeningHours(new Opening(List.of(), List.of(), null), Scene.ZONE);
        Instant at = local("2026-06-10T12:00");
        assertThat(never.mode(at)).isEqualTo(OpeningMode.OUT_OF_HOURS);
        assertThat(never.nextChange(at)).isEmpty();
        assertThat(never.nextOpening(at)).isEmpty();
        assertThat(never.open(at)).isEmpty();
        assertThat(never.staffedPeriod(at)).isEmpty();
    }

    @Test
    void aWholeYearAgreesWithTheWallClock() {
        Instant end = local("2027-01-01T00:00");
        Instant changesUntil = Instant.MIN;
        OpeningMode last = OpeningMode.CLOSED;
        for (Instant at = local("2026-01-01T00:00");
                at.isBefore(end);
                at = at.plus(Duration.ofMinutes(10))) {
            OpeningMode mode = hours.mode(at);
            assertThat(mode).as("%s", at).isEqualTo(plainly(at));
            if (at.isBefore(changesUntil)) {
                assertThat(mode).as("%s before its change", at).isEqualTo(last);
            } else {
                Instant change = hours.nextChange(at).orElseThrow();
                assertThat(change).isAfter(at);
                assertThat(hours.mode(change)).isNotEqualTo(mode);
                changesUntil = change;
                last = mode;
            }
        }
    }

    private static OpeningMode plainly(Instant at) {
        var local = at.atZone(Scene.ZONE);
        var day = local.toLocalDate();
        if (day.equals(LocalDate.of(2026, 5, 1))
                || (day.getMonthValue() == 12
                        && day.getDayOfMonth() >= 24
                        && day.getDayOfMonth() <= 26)) {
            return OpeningMode.CLOSED;
        }
        int hour = local.getHour();
        return switch (day.getDayOfWeek()) {
            case SUNDAY -> OpeningMode.OUT_OF_HOURS;
            case SATURDAY ->
                    hour >= 9 && hour < 15 ? OpeningMode.UNSTAFFED : OpeningMode.OUT_OF_HOURS;
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> {
                if (hour >= 8 && hour < 17) {
                    yield OpeningMode.STAFFED;
                }
                yield hour >= 6 && hour < 22 ? OpeningMode.UNSTAFFED : OpeningMode.OUT_OF_HOURS;
            }
        };
    }

    private static OpeningHours of(String from, String until) {
        return of(from, until, List.of());
    }

    private static OpeningHours openButForChristmas() {
        LocalDate christmasEve = LocalDate.of(2026, 12, 24);
        return of("00:00", "00:00", List.of(new ClosedDays(christmasEve, null, "Julafton")));
    }

    private static OpeningHours of(String from, String until, List<ClosedDays> closed) {
        return new OpeningHours(
                new Opening(
                        List.of(
                                Scene.period(
                                        EnumSet.allOf(DayOfWeek.class),
                                        from,
                                        until,
                                        OpeningMode.UNSTAFFED)),
                        closed,
                        null),
                Scene.ZONE);
    }
}
