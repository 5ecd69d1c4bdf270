package se.troskel.controller.access;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/// Sweden's public holidays beside the Sundays (lag 1989:253 om allmänna helgdagar, 1 and 2 §§),
/// and the three eves on which most of Sweden is closed. Pure; for any year of the Gregorian
/// calendar.
final class SwedishHolidays {
    private static final Set<MonthDay> FIXED =
            Set.of(
                    MonthDay.of(Month.JANUARY, 1),
                    MonthDay.of(Month.JANUARY, 6),
                    MonthDay.of(Month.MAY, 1),
                    MonthDay.of(Month.JUNE, 6),
                    MonthDay.of(Month.DECEMBER, 25),
                    MonthDay.of(Month.DECEMBER, 26));

    /// Days after Easter Sunday: Good Friday, Easter, Easter Monday, Ascension, Pentecost.
    private static final Set<Integer> AROUND_EASTER = Set.of(-2, 0, 1, 39, 49);

    private static final Set<MonthDay> FIXED_EVES =
            Set.of(MonthDay.of(Month.DECEMBER, 24), MonthDay.of(Month.DECEMBER, 31));

    private SwedishHolidays() {}

    /// Whether a day is one of the public holidays.
    static boolean isHoliday(LocalDate day) {
        int year = day.getYear();
        return FIXED.contains(MonthDay.from(day))
                || AROUND_EASTER.contains(day.getDayOfYear() - easter(year).getDayOfYear())
                || day.equals(saturdayFrom(LocalDate.of(year, Month.JUNE, 20)))
                || day.equals(saturdayFrom(LocalDate.of(year, Month.OCTOBER, 31)));
    }

    /// Whether a day is midsummer's, Christmas or New Year's Eve.
    static boolean isEve(LocalDate day) {
        return FIXED_EVES.contains(MonthDay.from(day))
                || day.plusDays(1)
                        .equals(saturdayFrom(LocalDate.of(day.getYear(), Month.JUNE, 20)));
    }

    private static LocalDate saturdayFrom(LocalDate first) {
        return first.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
    }

    /// The Sunday after the ecclesiastical full moon, by the anonymous Gregorian computus (Meeus,
    /// Jones, Butcher).
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int inCentury = year % 100;
        int moonShift = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - moonShift + 15) % 30;
        int toSunday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        int correction = (golden + 11 * epact + 22 * toSunday) / 451;
        int days = epact + toSunday - 7 * correction + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
