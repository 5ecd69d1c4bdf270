package se.troskel.controller.access;

import static org.assertj.core.api.Assertions.assertThat;
import static se.troskel.controller.access.Scene.local;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.config.Door;
import se.troskel.controller.access.StaffUnlock.Verdict;

/// Goal: staff unlock for a usual time at any hour, for longer only within the door's hours for
/// that and to their end, and never for ever. Method: a door that may be held open on weekdays from
/// 08 until 12 and from 13 until 17; fifteen minutes are usual, 240 are the most.
class StaffUnlockTest {
    private static final String IN = "2026-03-03T10:00";

    private final StaffUnlock rule =
            new StaffUnlock(
                    new DoorHours(
                            Scene.door("entrance", null, holdOpen()),
                            new OpeningHours(Scene.opening(), Scene.ZONE),
                            Scene.ZONE),
                    new Scene().config().access());

    private static Door.Rules holdOpen() {
        var weekdays = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        return new Door.Rules(
                false,
                false,
                false,
                false,
                List.of(
                        new Door.Hours(weekdays, LocalTime.of(8, 0), LocalTime.of(12, 0)),
                        new Door.Hours(weekdays, LocalTime.of(13, 0), LocalTime.of(17, 0))));
    }

    private Verdict decide(long minutes, String at, boolean clockTrusted) {
        return rule.decide(Duration.ofMinutes(minutes), local(at), clockTrusted);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "241", "100000"})
    void noTimeAndTooLongAreRefusedAtEveryHour(long minutes) {
        var refused = new Verdict.OutOfRange(Duration.ofHours(4));
        assertThat(decide(minutes, IN, true)).isEqualTo(refused);
        assertThat(decide(minutes, Scene.TUESDAY_NIGHT, true)).isEqualTo(refused);
        assertThat(decide(minutes, IN, false)).isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource({"1", "15"})
    void theUsualTimeIsAllowedAtEveryHour(long minutes) {
        var allowed = new Verdict.Allowed(Duration.ofMinutes(minutes));
        assertThat(decide(minutes, IN, true)).isEqualTo(allowed);
        assertThat(decide(minutes, Scene.TUESDAY_NIGHT, true)).isEqualTo(allowed);
        assertThat(decide(minutes, Scene.CHRISTMAS, true)).isEqualTo(allowed);
        assertThat(decide(minutes, IN, false)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "08:00, 16, 16",
        "08:00, 240, 240",
        "10:00, 120, 120",
        "10:00, 121, 120",
        "11:44, 240, 16",
        "11:45, 240, 15",
        "11:50, 240, 15",
        "13:00, 240, 240"
    })
    void longerIsAllowedToTheEndOfTheHoursForIt(String time, long asked, long allowed) {
        assertThat(decide(asked, "2026-03-03T" + time, true))
                .isEqualTo(new Verdict.Allowed(Duration.ofMinutes(allowed)));
    }

    @ParameterizedTest
    @CsvSource({"07:59:59", "12:00", "12:59:59", "17:00", "23:00"})
    void longerIsRefusedOutsideThemAndToldWhenItIsNot(String time) {
        assertThat(decide(16, "2026-03-03T" + time, true))
                .isEqualTo(new Verdict.NotNow(Duration.ofMinutes(15), "08.00-12.00, 13.00-17.00"));
    }

    @Test
    void onAClosedDayAndByAnUntrustedClockThereAreNoSuchHours() {
        var refused = new Verdict.NotNow(Duration.ofMinutes(15), "");
        assertThat(decide(16, Scene.CHRISTMAS, true)).isEqualTo(refused);
        assertThat(decide(16, IN, false)).isEqualTo(refused);
    }
}
