package se.troskel.controller.access;

import static org.assertj.core.api.Assertions.assertThat;
import static se.troskel.protocol.decision.OpeningMode.CLOSED;
import static se.troskel.protocol.decision.OpeningMode.OUT_OF_HOURS;
import static se.troskel.protocol.decision.OpeningMode.STAFFED;
import static se.troskel.protocol.decision.OpeningMode.UNSTAFFED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.config.Door;
import se.troskel.config.Holidays;
import se.troskel.config.Holidays.TreatAs;
import se.troskel.config.Opening;
import se.troskel.config.Opening.Period;
import se.troskel.controller.access.OpeningHours.Span;
import se.troskel.controller.access.OpeningHours.Stretch;
import se.troskel.controller.access.ScheduledUnlock.DoorDay;
import se.troskel.controller.access.ScheduledUnlock.Facts;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.door.DoorPosture;

/// Three kinds of centre are open, and their doors unlocked by schedule, as a printed table of
/// every day of a year says: over holidays, both clock changes and a leap day. Each day is compared
/// period by period, and each quarter of an hour and each edge by what holds then.
class WholeYearTest {
    private static final Path TABLES = Path.of("src/test/resources/se/troskel/controller/access");
    private static final Duration STEP = Duration.ofMinutes(15);
    private static final Pattern BAR = Pattern.compile(" \\| ");
    private static final Pattern PLUS = Pattern.compile(" \\+ ");
    private static final Pattern SLASH_OR_SPACE = Pattern.compile("[/ ]");

    private static final Set<DayOfWeek> WORKDAYS =
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Set<DayOfWeek> NOT_SUNDAY =
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY);
    private static final Set<DayOfWeek> SATURDAY = EnumSet.of(DayOfWeek.SATURDAY);
    private static final Set<DayOfWeek> SUNDAY = EnumSet.of(DayOfWeek.SUNDAY);
    private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);

    private static final List<Kind> KINDS =
            List.of(
                    new Kind(
                            new Opening(
                                    List.of(
                                            period(WORKDAYS, "06:00", "08:00", UNSTAFFED),
                                            period(WORKDAYS, "08:00", "17:00", STAFFED),
                                            period(SATURDAY, "10:00", "14:00", STAFFED)),
                                    List.of(),
                                    new Holidays(Holidays.Calendar.SE, true, TreatAs.CLOSED)),
                            List.of(hours(WORKDAYS, "08:00", "17:00"))),
                    new Kind(
                            new Opening(
                                    List.of(
                                            period(WORKDAYS, "08:00", "20:00", STAFFED),
                                            period(SATURDAY, "10:00", "16:00", STAFFED),
                                            period(SUNDAY, "12:00", "16:00", UNSTAFFED)),
                                    List.of(),
                                    new Holidays(Holidays.Calendar.SE, false, TreatAs.SUNDAY)),
                            List.of(
                                    hours(NOT_SUNDAY, "10:00", "15:00"),
                                    hours(SUNDAY, "13:00", "15:00"))),
                    new Kind(
                            new Opening(
                                    List.of(
                                            period(ALL, "00:00", "02:15", UNSTAFFED),
                                            period(ALL, "02:45", "06:00", UNSTAFFED),
                                            period(ALL, "18:00", "00:00", STAFFED)),
                                    List.of(),
                                    null),
                            List.of(hours(ALL, "01:30", "02:10"), hours(ALL, "02:30", "03:30"))));

    /// A kind of centre with one door.
    private record Kind(OpeningHours hours, DoorHours door) {
        Kind(Opening opening, List<Door.Hours> unlocked) {
            this(
                    new OpeningHours(opening, Scene.ZONE),
                    new DoorHours(
                            unlocked(unlocked), new OpeningHours(opening, Scene.ZONE), Scene.ZONE));
        }

        /// Until when its door stands unlocked; null when it does not.
        @Nullable Instant unlockedUntil(Instant at) {
            Optional<Instant> byHours = door.unlocked(at).map(Stretch::until);
            assertThat(
                            new ScheduledUnlock(door, false, Scene.ZONE)
                                    .until(
                                            new Facts(
                                                    at, true, DoorPosture.NORMAL, DoorDay.NOTHING)))
                    .as("%s", at)
                    .isEqualTo(byHours);
            return byHours.orElse(null);
        }
    }

    /// A line of the table.
    private record Line(LocalDate day, List<String> cells) {
        static Line of(String text) {
            List<String> cells = BAR.splitAsStream(text).toList();
            return new Line(LocalDate.parse(cells.getFirst()), cells);
        }

        @Nullable String holiday() {
            return cells.get(2).equals("-") ? null : cells.get(2);
        }

        boolean isClosed(int kind) {
            return opening(kind).equals("closed");
        }

        List<Span> spans(int kind) {
            return parts(opening(kind))
                    .map(part ->
                            new Span(
                                    instant(part.get(0)),
                                    instant(part.get(1)),
                                    OpeningMode.valueOf(part.get(2))))
                    .toList();
        }

        List<Stretch> unlocked(int kind) {
            return parts(cells.get(4 + 2 * kind))
                    .map(part -> new Stretch(instant(part.get(0)), instant(part.get(1))))
                    .toList();
        }

        private String opening(int kind) {
            return cells.get(3 + 2 * kind);
        }

        private static Stream<List<String>> parts(String cell) {
            return cell.equals("-") || cell.equals("closed")
                    ? Stream.empty()
                    : PLUS.splitAsStream(cell)
                            .map(part -> SLASH_OR_SPACE.splitAsStream(part).toList());
        }

        private Instant instant(String utc) {
            boolean dayBefore = utc.startsWith("-");
            LocalTime time = LocalTime.parse(utc.substring(dayBefore ? 1 : 0, utc.length() - 1));
            return day.minusDays(dayBefore ? 1 : 0).atTime(time).toInstant(ZoneOffset.UTC);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2027, 2028})
    void theTableHasEveryDayOfTheYear(int year) throws IOException {
        assertThat(lines(year).stream().map(Line::day))
                .containsExactlyElementsOf(
                        LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).toList());
        assertThat(lines(year))
                .allSatisfy(line ->
                        assertThat(line.cells().get(1))
                                .isEqualTo(line.day().getDayOfWeek().name()));
    }

    @ParameterizedTest
    @ValueSource(ints = {2027, 2028})
    void itsHolidaysAreThoseOfTheAlmanac(int year) throws IOException {
        for (Line line : lines(year)) {
            assertThat(HolidayNames.of(line.day()).map(names -> names.get("sv")).orElse(null))
                    .as("%s", line.day())
                    .isEqualTo(line.holiday());
        }
    }

    @ParameterizedTest
    @CsvSource({"2027, 0", "2027, 1", "2027, 2", "2028, 0", "2028, 1", "2028, 2"})
    void everyDayIsOpenAndUnlockedAsTheTableSays(int year, int kind) throws IOException {
        Kind centre = KINDS.get(kind);
        for (Line line : lines(year)) {
            assertThat(centre.hours().periodsOf(line.day()))
                    .as("%s", line.day())
                    .containsExactlyElementsOf(line.spans(kind));
            for (Instant at : instants(line, kind)) {
                assertThat(centre.hours().mode(at)).as("%s", at).isEqualTo(mode(line, kind, at));
                assertThat(centre.unlockedUntil(at))
                        .as("%s", at)
                        .isEqualTo(unlockedUntil(line, kind, at));
            }
        }
    }

    /// Each quarter of an hour, and each edge with the nanosecond before it.
    private static List<Instant> instants(Line line, int kind) {
        Instant end = midnight(line.day().plusDays(1));
        Stream<Instant> quarters =
                Stream.iterate(midnight(line.day()), at -> at.isBefore(end), at -> at.plus(STEP));
        Stream<Instant> edges =
                Stream.concat(
                        line.spans(kind).stream()
                                .flatMap(span -> Stream.of(span.from(), span.until())),
                        line.unlocked(kind).stream()
                                .flatMap(open -> Stream.of(open.from(), open.until())));
        return Stream.concat(quarters, edges.flatMap(edge -> Stream.of(edge.minusNanos(1), edge)))
                .filter(at -> !at.isBefore(midnight(line.day())) && at.isBefore(end))
                .toList();
    }

    private static OpeningMode mode(Line line, int kind, Instant at) {
        if (line.isClosed(kind)) {
            return CLOSED;
        }
        return line.spans(kind).stream()
                .filter(span -> !at.isBefore(span.from()) && at.isBefore(span.until()))
                .map(Span::mode)
                .findFirst()
                .orElse(OUT_OF_HOURS);
    }

    private static @Nullable Instant unlockedUntil(Line line, int kind, Instant at) {
        return line.unlocked(kind).stream()
                .filter(open -> !at.isBefore(open.from()) && at.isBefore(open.until()))
                .map(Stretch::until)
                .findFirst()
                .orElse(null);
    }

    private static List<Line> lines(int year) throws IOException {
        return Files.readAllLines(TABLES.resolve("year-" + year + ".csv")).stream()
                .filter(text -> text.startsWith(year + "-"))
                .map(Line::of)
                .toList();
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(Scene.ZONE).toInstant();
    }

    private static Period period(Set<DayOfWeek> days, String from, String until, OpeningMode mode) {
        return new Period(days, LocalTime.parse(from), LocalTime.parse(until), mode);
    }

    private static Door.Hours hours(Set<DayOfWeek> days, String from, String until) {
        return new Door.Hours(days, LocalTime.parse(from), LocalTime.parse(until));
    }

    private static Door unlocked(List<Door.Hours> hours) {
        Door plain = Scene.door("entrance", null);
        return new Door(
                plain.id(),
                plain.name(),
                plain.kind(),
                plain.room(),
                plain.lock(),
                plain.egressHardware(),
                plain.contact(),
                plain.requestToExit(),
                plain.lockMonitor(),
                plain.reader(),
                plain.tamper(),
                plain.otherSystem(),
                plain.area(),
                plain.times(),
                plain.rules(),
                plain.releaseOnFire(),
                plain.openedOtherwise(),
                hours,
                plain.assurance());
    }
}
