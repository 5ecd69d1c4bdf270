package se.troskel.controller.access;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Holidays;
import se.troskel.config.Opening;

/// What the day is called on which the centre is closed, by language. Pure.
public final class HolidayNames {
    private static final Map<MonthDay, Map<String, String>> FIXED =
            Map.of(
                    MonthDay.of(1, 1), name("nyårsdagen", "New Year's Day"),
                    MonthDay.of(1, 6), name("trettondedag jul", "Epiphany"),
                    MonthDay.of(5, 1), name("första maj", "May Day"),
                    MonthDay.of(6, 6), name("nationaldagen", "Sweden's National Day"),
                    MonthDay.of(12, 24), name("julafton", "Christmas Eve"),
                    MonthDay.of(12, 25), name("juldagen", "Christmas Day"),
                    MonthDay.of(12, 26), name("annandag jul", "Boxing Day"),
                    MonthDay.of(12, 31), name("nyårsafton", "New Year's Eve"));

    /// By the days after Easter Sunday.
    private static final Map<Integer, Map<String, String>> AROUND_EASTER =
            Map.of(
                    -2, name("långfredagen", "Good Friday"),
                    0, name("påskdagen", "Easter Sunday"),
                    1, name("annandag påsk", "Easter Monday"),
                    39, name("Kristi himmelsfärdsdag", "Ascension Day"),
                    49, name("pingstdagen", "Whit Sunday"));

    private static final Map<String, String> MIDSUMMER_EVE =
            name("midsommarafton", "Midsummer's Eve");
    private static final Map<String, String> MIDSUMMER = name("midsommardagen", "Midsummer Day");
    private static final Map<String, String> ALL_SAINTS =
            name("alla helgons dag", "All Saints' Day");

    private HolidayNames() {}

    /// The name of the closed day, in Swedish at least: as the centre calls it, or of the holiday.
    /// Empty when the centre is not closed all day.
    public static Optional<Map<String, String>> ofClosedDay(Opening opening, LocalDate day) {
        Optional<Map<String, String>> listed =
                opening.closed().stream()
                        .filter(run -> !day.isBefore(run.first()))
                        .filter(run -> !day.isAfter(run.last() == null ? run.first() : run.last()))
                        .map(run -> Map.of("sv", run.name()))
                        .findFirst();
        return listed.or(
                () -> isClosedHoliday(opening.holidays(), day) ? of(day) : Optional.empty());
    }

    private static boolean isClosedHoliday(@Nullable Holidays holidays, LocalDate day) {
        return holidays != null
                && holidays.treatAs() == Holidays.TreatAs.CLOSED
                && (SwedishHolidays.isHoliday(day)
                        || (holidays.eves() && SwedishHolidays.isEve(day)));
    }

    /// The name of a Swedish holiday or eve, the day that moves before the one that does not; empty
    /// on any other day.
    static Optional<Map<String, String>> of(LocalDate day) {
        int afterEaster = day.getDayOfYear() - SwedishHolidays.easter(day.getYear()).getDayOfYear();
        Map<String, String> moving = AROUND_EASTER.get(afterEaster);
        if (moving != null) {
            return Optional.of(moving);
        }
        Map<String, String> fixed = FIXED.get(MonthDay.from(day));
        if (fixed != null) {
            return Optional.of(fixed);
        }
        if (SwedishHolidays.isEve(day)) {
            return Optional.of(MIDSUMMER_EVE);
        }
        return SwedishHolidays.isHoliday(day)
                ? Optional.of(day.getMonthValue() == 6 ? MIDSUMMER : ALL_SAINTS)
                : Optional.empty();
    }

    private static Map<String, String> name(String swedish, String english) {
        return Map.of("sv", swedish, "en", english);
    }
}
