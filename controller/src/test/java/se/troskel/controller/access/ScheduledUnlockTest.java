package se.troskel.controller.access;

import static org.assertj.core.api.Assertions.assertThat;
import static se.troskel.controller.access.Scene.local;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.troskel.controller.access.ScheduledUnlock.DoorDay;
import se.troskel.controller.access.ScheduledUnlock.Facts;
import se.troskel.protocol.door.DoorPosture;

/// Goal: a schedule unlocks exactly in its hours and only where nothing stands against it. Method:
/// tables of each condition, and every quarter of an hour of a year beside the plain calendar.
class ScheduledUnlockTest {
    private static final Instant MORNING = local("2026-03-03T10:00");

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # at               , let in          , locked          , first, unlocked
                    2026-03-03T07:59:59,                 ,                 , false, false
                    2026-03-03T08:00   ,                 ,                 , false, true
                    2026-03-03T16:59:59,                 ,                 , false, true
                    2026-03-03T17:00   ,                 ,                 , false, false
                    2026-03-07T10:00   ,                 ,                 , false, false
                    2026-05-01T10:00   ,                 ,                 , false, false
                    2026-03-03T10:00   ,                 ,                 , true , false
                    2026-03-03T10:00   , 2026-03-02T16:00,                 , true , false
                    2026-03-03T10:00   , 2026-03-03T06:10,                 , true , true
                    2026-03-03T10:00   , 2026-03-03T09:59,                 , true , true
                    2026-03-03T10:00   ,                 , 2026-03-03T09:00, false, false
                    2026-03-03T10:00   ,                 , 2026-03-03T08:00, false, false
                    2026-03-03T10:00   ,                 , 2026-03-03T07:59, false, true
                    2026-03-04T10:00   ,                 , 2026-03-03T09:00, false, true
                    """)
    void itsHoursTheFirstPersonAndALockingByHandDecide(
            String at,
            @Nullable String letIn,
            @Nullable String locked,
            boolean first,
            boolean unlocked) {
        DoorDay day =
                new DoorDay(
                        letIn == null ? null : local(letIn), locked == null ? null : local(locked));
        var facts = new Facts(local(at), true, DoorPosture.NORMAL, day);
        assertThat(schedule(first).until(facts).isPresent()).isEqualTo(unlocked);
    }

    @ParameterizedTest
    @EnumSource(DoorPosture.class)
    void onlyWithoutAStandingOrder(DoorPosture posture) {
        var facts = new Facts(MORNING, true, posture, DoorDay.NOTHING);
        assertThat(schedule(false).until(facts).isPresent())
                .isEqualTo(posture == DoorPosture.NORMAL);
    }

    @Test
    void neverByAClockThatCannotBeBelieved() {
        var facts = new Facts(MORNING, false, DoorPosture.NORMAL, DoorDay.NOTHING);
        assertThat(schedule(false).until(facts)).isEmpty();
    }

    @Test
    void anUnlockingByHandLiftsALockingByHand() {
        DoorDay day = DoorDay.NOTHING.lockedByHandAt(MORNING).unlockedByHandAt(MORNING);
        var facts = new Facts(MORNING, true, DoorPosture.NORMAL, day);
        assertThat(schedule(true).until(facts)).hasValue(local("2026-03-03T17:00"));
    }

    @Test
    void aWholeYearFollowsTheWallClock() {
        ScheduledUnlock schedule = schedule(false);
        Instant end = local("2027-01-01T00:00");
        for (Instant at = local("2026-01-01T00:00");
                at.isBefore(end);
                at = at.plus(Duration.ofMinutes(15))) {
            var facts = new Facts(at, true, DoorPosture.NORMAL, DoorDay.NOTHING);
            assertThat(schedule.until(facts).isPresent()).as("%s", at).isEqualTo(isWorkTime(at));
        }
    }

    /// As people read it off a calendar: weekdays, eight to five, not on the closed days of the
    /// scene.
    private static boolean isWorkTime(Instant at) {
        var local = at.atZone(Scene.ZONE);
        LocalDate day = local.toLocalDate();
        LocalTime time = local.toLocalTime();
        boolean closed =
                day.equals(LocalDate.of(2026, 5, 1))
                        || (day.getMonthValue() == 12
                                && day.getDayOfMonth() >= 24
                                && day.getDayOfMonth() <= 26);
        return !closed
                && EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).contains(day.getDayOfWeek())
                && !time.isBefore(LocalTime.of(8, 0))
                && time.isBefore(LocalTime.of(17, 0));
    }

    private static ScheduledUnlock schedule(boolean firstPersonIn) {
        return new ScheduledUnlock(
                new DoorHours(
                        Scene.door("entrance", null),
                        new OpeningHours(Scene.opening(), Scene.ZONE),
                        Scene.ZONE),
                firstPersonIn,
                Scene.ZONE);
    }
}
