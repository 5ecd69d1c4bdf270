package se.troskel.controller.access;

import static org.assertj.core.api.Assertions.assertThat;
import static se.troskel.controller.access.Scene.local;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.config.Holidays;
import se.troskel.config.Opening;
import se.troskel.protocol.decision.OpeningMode;

/// Goal: the holidays of any year are those of the law. Method: the movable days of seven years
/// written out by hand, all days of those years held against them, and Easter's extremes.
class SwedishHolidaysTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # year, Good Friday, Easter, Monday, Ascension, Pentecost, midsummer, All Saints
                    2024, 03-29, 03-31, 04-01, 05-09, 05-19, 06-22, 11-02
                    2025, 04-18, 04-20, 04-21, 05-29, 06-08, 06-21, 11-01
                    2026, 04-03, 04-05, 04-06, 05-14, 05-24, 06-20, 10-31
                    2027, 03-26, 03-28, 03-29, 05-06, 05-16, 06-26, 11-06
                    2028, 04-14, 04-16, 04-17, 05-25, 06-04, 06-24, 11-04
                    2029, 03-30, 04-01, 04-02, 05-10, 05-20, 06-23, 11-03
                    2030, 04-19, 04-21, 04-22, 05-30, 06-09, 06-22, 11-02
                    """)
    void aYearHasItsHolidaysAndNoOthers(
            int year,
            String goodFriday,
            String easter,
            String monday,
            String ascension,
            String pentecost,
            String midsummer,
            String allSaints) {
        List<LocalDate> expected =
                Stream.of(
                                "01-01",
                                "01-06",
                                "05-01",
                                "06-06",
                                "12-25",
                                "12-26",
                                goodFriday,
                                easter,
                                monday,
                                ascension,
                                pentecost,
                                midsummer,
                                allSaints)
                        .map(day -> LocalDate.parse(year + "-" + day))
                        .sorted()
                        .distinct()
                        .toList();
        assertThat(days(year).filter(SwedishHolidays::isHoliday))
                .containsExactlyElementsOf(expected);
        LocalDate eve = LocalDate.parse(year + "-" + midsummer).minusDays(1);
        assertThat(days(year).filter(SwedishHolidays::isEve))
                .containsExactly(eve, LocalDate.of(year, 12, 24), LocalDate.of(year, 12, 31));
    }

    @ParameterizedTest
    @CsvSource({
        "1818-03-22", "1943-04-25", "1954-04-18", "1961-04-02", "1981-04-19", "2000-04-23",
        "2011-04-24", "2038-04-25", "2049-04-18", "2076-04-19", "2100-03-28", "2285-03-22"
    })
    void easterIsRightAtItsExtremes(LocalDate easter) {
        assertThat(SwedishHolidays.easter(easter.getYear())).isEqualTo(easter);
    }

    @ParameterizedTest
    @CsvSource({
        // a Thursday, its eve-less day after, a Friday that is only an eve, a listed day
        "2026-05-14T10:00, CLOSED, CLOSED",
        "2026-05-15T10:00, STAFFED, STAFFED",
        "2026-06-19T10:00, STAFFED, CLOSED",
        "2026-05-01T10:00, CLOSED, CLOSED"
    })
    void aHolidayIsClosedAndAnEveWhereItCounts(
            String at, OpeningMode withoutEves, OpeningMode withEves) {
        assertThat(hours(false, Holidays.TreatAs.CLOSED).mode(local(at))).isEqualTo(withoutEves);
        assertThat(hours(true, Holidays.TreatAs.CLOSED).mode(local(at))).isEqualTo(withEves);
    }

    @Test
    void aHolidayMayHaveTheHoursOfASunday() {
        OpeningHours hours = hours(true, Holidays.TreatAs.SUNDAY);
        assertThat(hours.mode(local("2026-05-14T10:00"))).isEqualTo(OpeningMode.OUT_OF_HOURS);
        assertThat(hours.mode(local("2026-05-15T10:00"))).isEqualTo(OpeningMode.STAFFED);
        assertThat(hours.mode(local("2026-05-01T10:00"))).isEqualTo(OpeningMode.CLOSED);
        assertThat(
                        new DoorHours(Scene.door("entrance", null), hours, Scene.ZONE)
                                .unlocked(local("2026-05-14T10:00")))
                .isEmpty();
    }

    private static OpeningHours hours(boolean eves, Holidays.TreatAs treatAs) {
        Opening scene = Scene.opening();
        var holidays = new Holidays(Holidays.Calendar.SE, eves, treatAs);
        return new OpeningHours(new Opening(scene.week(), scene.closed(), holidays), Scene.ZONE);
    }

    private static Stream<LocalDate> days(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(Year.of(year).atDay(1).plusYears(1));
    }
}
