package se.troskel.controller.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static se.troskel.controller.exam.ExamScene.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.config.ExamRulesLoader;
import se.troskel.controller.exam.Candidate.Errand;
import se.troskel.controller.exam.Candidate.Stage;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Registration.Accommodation;
import se.troskel.controller.register.Registration.Seat;
import se.troskel.controller.register.Registration.Status;
import se.troskel.controller.register.SeatRight;
import se.troskel.controller.register.Sitting;
import se.troskel.controller.register.Sitting.ListState;
import se.troskel.protocol.exam.ErrandKind;

/// Goal: admission, leaving and the end of writing follow from the rules for each candidate, over
/// interruptions and changes of the clocks. Method: the example rules, tables of times.
class ExamPlanTest {
    private final ExamScene scene = new ExamScene();

    @ParameterizedTest
    @CsvSource({
        "0, '', 12:30",
        "25, '', 13:30",
        "50, '', 14:30",
        "33, '', 13:50",
        "50, 09:40-10:00, 14:50",
        "0, 09:40-10:00, 12:50",
        "0, 09:40-10:00 09:50-10:10, 13:00",
        "0, 09:50-10:10 09:40-10:00, 13:00",
        "0, 09:40-10:00 11:00-11:05, 12:55",
        "0, 08:00-08:20, 12:30",
        "0, 08:20-08:45, 12:45",
        "0, 12:29-13:00, 13:01",
        "0, 12:30-13:00, 12:30",
        "50, 12:30-13:00, 15:00",
        "0, 12:20-12:40 12:45-12:55, 13:00",
        "0, 10:00-, 12:30",
        "50, 10:00-, 14:30"
    })
    void writingEndsWhenAllTimeIsGivenBack(int extra, String pauses, String end) {
        scene.change(
                "lth", one -> ExamScene.with(one, one.seat(), new Accommodation(extra, false)));
        Arrays.stream(pauses.split(" ", -1))
                .filter(pause -> !pause.isEmpty())
                .map(pause -> pause.split("-", -1))
                .forEach(pause ->
                        scene.interruptions.add(
                                new Interruption(
                                        "lth",
                                        local(pause[0]),
                                        pause[1].isEmpty() ? null : local(pause[1]))));
        assertThat(end("lth", local("10:00"))).isEqualTo(local(end));
    }

    @Test
    void whileAnInterruptionLastsTheEndMovesWithTheClock() {
        scene.interruptions.add(new Interruption("lth", local("10:00"), null));
        assertThat(end("lth", local("10:07"))).isEqualTo(local("12:37"));
        assertThat(end("mdu", local("10:07"))).as("not its own").isEqualTo(local("12:30"));
    }

    @Test
    void extendedTimeIsRoundedUpToWholeMinutes() {
        assertThat(WritingTime.of(125, 50)).isEqualTo(Duration.ofMinutes(188));
        assertThat(WritingTime.of(120, 0)).isEqualTo(Duration.ofHours(2));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29, 00:30, 2026-03-29T03:30:00Z, spring: four hours of elapsed time",
        "2026-10-25, 00:30, 2026-10-25T02:30:00Z, autumn: four hours of elapsed time",
        "2026-03-29, 02:30, 2026-03-29T05:00:00Z, a time that is skipped: the change itself",
        "2026-10-25, 02:30, 2026-10-25T04:30:00Z, a time that comes twice: the first"
    })
    void aChangeOfTheClocksNeitherGivesNorTakesTime(
            LocalDate day, LocalTime start, Instant end, String why) {
        scene.sittings.add(
                new Sitting("night", "LTH", "N", day, start, 240, null, ListState.READY));
        scene.register("night", "night", "night");
        assertThat(end("night", end)).as(why).isEqualTo(end);
        SittingTimes times = scene.plan().times(scene.plan().sitting("night").orElseThrow());
        assertThat(Duration.between(times.start(), end)).isEqualTo(Duration.ofHours(4));
        assertThat(Duration.between(times.admissionOpens(), times.start()))
                .isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void aSittingOfMduHasTheTimesOfItsPages() {
        SittingTimes times = scene.plan().times(scene.plan().sitting("mdu").orElseThrow());
        assertThat(times.admissionOpens()).isEqualTo(local("08:00"));
        assertThat(times.doorCloses()).isEqualTo(local("08:20"));
        assertThat(times.lastEntry()).isEqualTo(local("09:00"));
        assertThat(times.admissionEnds()).isEqualTo(local("09:01"));
        assertThat(times.lateMinutes(local("08:29"))).isZero();
        assertThat(times.lateMinutes(local("08:42").plusSeconds(59))).isEqualTo(12);
    }

    @Test
    void nobodyLeavesBeforeTheLastEntryOfAnybodyInTheRoom() {
        assertThat(leave("hig")).as("its own 60 minutes").isEqualTo(local("09:30"));
        scene.sittings.add(sitting("su-b", LocalTime.of(9, 15)));
        scene.register("su-b", "su-b", "other");
        assertThat(leave("hig")).as("SU from 09.15: until 09.45").isEqualTo(local("09:45"));
        scene.change(
                "su-b",
                one ->
                        ExamScene.with(
                                one, new Seat(ExamScene.SMALL_ROOM, "1"), Accommodation.NONE));
        assertThat(leave("hig")).as("not in another room").isEqualTo(local("09:30"));
    }

    @Test
    void whoeverIsNotOnTheListMayBeTheLastToComeIn() {
        scene.sittings.add(sitting("lth-b", LocalTime.of(9, 0)));
        scene.register("lth-b", "lth-b", "other");
        assertThat(leave("hig")).as("LTH lets wait for 60 minutes").isEqualTo(local("10:00"));
    }

    @Test
    void aCancelledCandidateAndAnEarlierExamHoldNobody() {
        scene.sittings.add(sitting("su-b", LocalTime.of(10, 0)));
        scene.register("su-b", "su-b", "other");
        scene.change("su-b", one -> ExamScene.with(one, Status.CANCELLED, null));
        assertThat(leave("hig")).isEqualTo(local("09:30"));
        scene.sittings.add(sitting("su-c", LocalTime.of(6, 0)));
        scene.register("su-c", "su-c", "other");
        assertThat(leave("hig")).isEqualTo(local("09:30"));
        scene.sittings.add(sitting("su-d", LocalTime.of(12, 30)));
        scene.register("su-d", "su-d", "other");
        assertThat(leave("hig")).as("one that begins when this ends").isEqualTo(local("09:30"));
    }

    @ParameterizedTest
    @CsvSource({", 09:30", "08:30, 09:30", "09:30, 10:00", "07:30, 09:30"})
    void nobodyHandsInBeforeItHasBegunAtTheUniversity(@Nullable LocalTime home, String handIn) {
        scene.sittings.replaceAll(one ->
                one.id().equals("hig")
                        ? new Sitting(
                                one.id(),
                                one.university(),
                                one.course(),
                                one.day(),
                                one.start(),
                                one.writingMinutes(),
                                home,
                                one.list())
                        : one);
        assertThat(scene.plan().earliestHandIn(scene.registration("hig"))).isEqualTo(local(handIn));
    }

    @Test
    void inAHouseThatLocksTheLastHourNobodyLeavesInIt() {
        scene.rules =
                new ExamRulesLoader().load(List.of(Path.of("../config/centres/trosa"))).rulebook();
        assertThat(locked("hig")).isEqualTo(local("11:30"));
        assertThat(leave("hig")).isEqualTo(local("09:30"));
        scene.rules = ExamScene.EXAMPLES;
        assertThat(locked("hig")).as("no such hour: the end").isEqualTo(local("12:30"));
        scene.interruptions.add(new Interruption("hig", local("10:00"), local("10:20")));
        assertThat(locked("hig")).isEqualTo(local("12:50"));
    }

    @Test
    void twoExamsOfOnePersonAtOneTimeAreADouble() {
        scene.register("second", "mdu", "lth");
        assertThat(scene.plan().doubles(scene.registration("lth")))
                .extracting(Registration::id)
                .containsExactly("second");
        scene.change("second", one -> ExamScene.with(one, Status.CANCELLED, null));
        assertThat(scene.plan().doubles(scene.registration("lth"))).isEmpty();
        scene.change("second", one -> ExamScene.with(one, Status.REGISTERED, "NYK"));
        assertThat(scene.plan().doubles(scene.registration("lth"))).isEmpty();
        assertThat(scene.plan().doubles(scene.registration("su"))).isEmpty();
        scene.sittings.add(sitting("mdu-b", LocalTime.of(14, 30)));
        scene.register("later", "mdu-b", "su");
        assertThat(scene.plan().doubles(scene.registration("su"))).as("later").isEmpty();
    }

    @Test
    void aSeatIsTheRightToTheDoor() {
        assertThat(rights("lth"))
                .containsExactly(
                        new SeatRight(
                                "lth",
                                "lth",
                                ExamScene.ROOM,
                                local("08:00"),
                                local("08:20"),
                                false),
                        new SeatRight(
                                "lth",
                                "lth",
                                ExamScene.ROOM,
                                local("09:00"),
                                local("09:01"),
                                false));
        assertThat(rights("su"))
                .extracting(SeatRight::from, SeatRight::until)
                .containsExactly(
                        tuple(local("08:00"), local("08:30")),
                        tuple(local("08:30"), local("09:01")));
        assertThat(rights("mdu"))
                .as("late entry is confirmed by nobody: the invigilator opens")
                .extracting(SeatRight::until)
                .containsExactly(local("08:20"));
    }

    @Test
    void aRightHoldsFromItsFirstInstantUntilBeforeItsEnd() {
        SeatRight right = rights("mdu").getFirst();
        assertThat(right.holdsAt(local("08:00").minusNanos(1))).isFalse();
        assertThat(right.holdsAt(local("08:00"))).isTrue();
        assertThat(right.holdsAt(local("08:20").minusNanos(1))).isTrue();
        assertThat(right.holdsAt(local("08:20"))).isFalse();
    }

    @Test
    void withoutASeatAListOrARegistrationHereThereIsNoRight() {
        scene.change("lth", one -> ExamScene.with(one, null, Accommodation.NONE));
        scene.change("mdu", one -> ExamScene.with(one, Status.CANCELLED, null));
        scene.change("su", one -> ExamScene.with(one, Status.REGISTERED, "NYK"));
        scene.list("hig", ListState.WITHDRAWN);
        scene.list("cth", ListState.MISSING);
        assertThat(scene.plan().rights(Map.of(), List.of(), scene.at)).isEmpty();
    }

    @Test
    void whoIsLetInHasNoRightButToComeBackFromAnErrand() {
        scene.at("10:00");
        scene.candidates.put("lth", new Candidate(Stage.ADMITTED, null, true, false));
        assertThat(rights("lth")).isEmpty();
        scene.candidates.put("lth", out(ErrandKind.RESTROOM, null));
        assertThat(rights("lth"))
                .extracting(SeatRight::from, SeatRight::until, SeatRight::errand)
                .containsExactly(tuple(local("10:00"), local("12:30"), true));
        scene.candidates.put("lth", out(ErrandKind.FETCH_ID, local("10:10")));
        assertThat(rights("lth")).extracting(SeatRight::until).containsExactly(local("10:10"));
        scene.candidates.put("lth", out(ErrandKind.FETCH_ID, local("13:10")));
        assertThat(rights("lth")).extracting(SeatRight::until).containsExactly(local("12:30"));
        scene.candidates.put("lth", out(ErrandKind.FETCH_ID, local("10:00")));
        assertThat(rights("lth")).as("over").isEmpty();
    }

    @Test
    void whoFetchesADocumentBeforeBeingLetInComesBackBetweenTheAdmissions() {
        scene.at("08:40");
        scene.candidates.put(
                "lth",
                new Candidate(
                        Stage.ARRIVED,
                        new Errand(ErrandKind.FETCH_ID, local("09:01")),
                        false,
                        false));
        assertThat(rights("lth"))
                .anyMatch(right -> right.errand() && right.holdsAt(local("08:45")));
    }

    @Test
    void aRegistrationOfNoSittingIsAMistakeOfTheCaller() {
        scene.register("lost", "nowhere", "lost");
        assertThatThrownBy(() -> end("lost", scene.at))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lost");
    }

    private static Candidate out(ErrandKind kind, @Nullable Instant until) {
        return new Candidate(Stage.ADMITTED, new Errand(kind, until), true, false);
    }

    private static Sitting sitting(String id, LocalTime start) {
        return ExamScene.sitting(id, start);
    }

    private Instant end(String id, Instant at) {
        return scene.plan().end(scene.registration(id), scene.interruptions, at);
    }

    private Instant leave(String id) {
        return scene.plan().earliestLeave(scene.registration(id));
    }

    private Instant locked(String id) {
        return scene.plan()
                .leaveLockedFrom(scene.registration(id), scene.interruptions, local("10:30"));
    }

    private List<SeatRight> rights(String id) {
        List<SeatRight> rights = new ArrayList<>();
        for (SeatRight right :
                scene.plan().rights(scene.candidates, scene.interruptions, scene.at)) {
            if (right.registration().equals(id)) {
                rights.add(right);
            }
        }
        return rights;
    }
}
