package se.troskel.controller.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.config.Holidays;
import se.troskel.config.Holidays.TreatAs;
import se.troskel.config.Opening;
import se.troskel.config.Opening.ClosedDays;

/// Every closed day that has a name is called by it. The almanac's names of a year stand in a
/// table, and all days of fifty years are held against what counts as a holiday.
class HolidayNamesTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    2027-01-01, nyårsdagen
                    2027-01-06, trettondedag jul
                    2027-03-26, långfredagen
                    2027-03-28, påskdagen
                    2027-03-29, annandag påsk
                    2027-05-01, första maj
                    2027-05-06, Kristi himmelsfärdsdag
                    2027-05-16, pingstdagen
                    2027-06-06, nationaldagen
                    2027-06-25, midsommarafton
                    2027-06-26, midsommardagen
                    2027-11-06, alla helgons dag
                    2027-12-24, julafton
                    2027-12-25, juldagen
                    2027-12-26, annandag jul
                    2027-12-31, nyårsafton
                    2008-05-01, Kristi himmelsfärdsdag
                    2027-03-27,
                    """)
    void theAlmanacsNameIsTold(LocalDate day, @Nullable String name) {
        assertThat(HolidayNames.of(day).map(names -> names.get("sv")).orElse(null)).isEqualTo(name);
    }

    @Test
    void everyHolidayAndEveHasANameInBothLanguagesAndNoOtherDayHas() {
        LocalDate.of(2000, 1, 1)
                .datesUntil(LocalDate.of(2050, 1, 1))
                .forEach(day -> {
                    boolean named = SwedishHolidays.isHoliday(day) || SwedishHolidays.isEve(day);
                    assertThat(HolidayNames.of(day).isPresent()).as("%s", day).isEqualTo(named);
                    HolidayNames.of(day)
                            .ifPresent(names -> assertThat(names).containsOnlyKeys("sv", "en"));
                });
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    # day     , treated as, eves , called
                    2027-06-25, CLOSED    , true , midsommarafton
                    2027-06-25, CLOSED    , false, -
                    2027-06-26, CLOSED    , false, midsommardagen
                    2027-06-26, SUNDAY    , true , -
                    2027-06-26, -         , true , -
                    2027-12-22, CLOSED    , true , -
                    2027-12-23, -         , true , Jullov
                    2027-12-25, CLOSED    , true , Jullov
                    2028-01-02, -         , true , Jullov
                    2028-01-03, -         , true , -
                    2027-03-27, SUNDAY    , true , Påskafton
                    2027-03-28, -         , true , -
                    """)
    void onlyAClosedDayIsCalledAnythingAndFirstAsTheCentreDoes(
            LocalDate day, @Nullable TreatAs treatAs, boolean eves, @Nullable String called) {
        List<ClosedDays> closed =
                List.of(
                        new ClosedDays(LocalDate.of(2027, 3, 27), null, "Påskafton"),
                        new ClosedDays(
                                LocalDate.of(2027, 12, 23), LocalDate.of(2028, 1, 2), "Jullov"));
        Holidays holidays =
                treatAs == null ? null : new Holidays(Holidays.Calendar.SE, eves, treatAs);
        assertThat(
                        HolidayNames.ofClosedDay(new Opening(List.of(), closed, holidays), day)
                                .map(names -> names.get("sv"))
                                .orElse(null))
                .isEqualTo(called);
    }
}
