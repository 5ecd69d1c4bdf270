package se.troskel.kiosk.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.troskel.config.CentreLoader;
import se.troskel.config.Plan;
import se.troskel.config.PlanPoint;
import se.troskel.kiosk.flow.Notice;
import se.troskel.kiosk.flow.Outcome;
import se.troskel.kiosk.sample.Samples;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.NextStep;

/// A person is shown the way only where an answer sends them, and as they stand. Asks the ways of
/// the two example centres, and turns a plan to each side.
class WaysTest {
    private static final Offset<Double> CLOSE = Offset.offset(0.001);
    private static final Ways WAYS = Ways.of(Samples.katrineholm(), "kiosk1");

    @ParameterizedTest
    @CsvSource({"0, 0, -1", "90, -1, 0", "180, 0, 1", "270, 1, 0"})
    void whatIsUpOnPaperLiesWhereThePersonFindsIt(int facing, double x, double y) {
        Plan.Way north = new Plan.Way("room", "0,0 0,-1");
        HeadsUpPlan plan = HeadsUpPlan.of(new Plan(List.of(), List.of()), facing, north);
        assertThat(plan.way().getLast().x()).isEqualTo(x, CLOSE);
        assertThat(plan.way().getLast().y()).isEqualTo(y, CLOSE);
    }

    @ParameterizedTest
    @CsvSource({
        "study-hall, ahead",
        "quiet, left",
        "group-1, right",
        "exam-1, left",
        "exam-2, left"
    })
    void thePlanSaysWhatTheDirectionsSay(String room, String side) {
        Way way = WAYS.of(sentTo(room, NextStep.GO_TO_ROOM)).orElseThrow();
        List<PlanPoint> line = Objects.requireNonNull(way.plan()).way();
        assertThat(line.get(1).y()).as("ahead first").isLessThan(0);
        double aside = line.getLast().x();
        assertThat(aside > 1 ? "right" : aside < -1 ? "left" : "ahead").isEqualTo(side);
        assertThat(way.directions().get("en"))
                .containsIgnoringCase(room.equals("quiet") ? "left" : side);
        assertThat(way.sign()).isEqualTo(Samples.katrineholm().room(room).orElseThrow().name());
    }

    @Test
    void aFullRoomLeadsToTheOther() {
        assertThat(WAYS.of(sentTo("study-hall", NextStep.GO_TO_OTHER_ROOM)))
                .hasValueSatisfying(way -> assertThat(way.sign()).isEqualTo("Studiehallen"));
    }

    @ParameterizedTest
    @EnumSource(
            value = NextStep.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"GO_TO_ROOM", "GO_TO_OTHER_ROOM"})
    void nobodyElseIsShownAWay(NextStep next) {
        var answer = Samples.answer(CheckInReason.CHECKED_IN, next);
        assertThat(WAYS.of(new Outcome.Answered(answer))).isEmpty();
    }

    @Test
    void nothingAndANoticeHaveNoWay() {
        assertThat(WAYS.of(null)).isEmpty();
        assertThat(WAYS.of(new Outcome.Told(Notice.UNREADABLE))).isEmpty();
        assertThat(Ways.NONE.of(sentTo("quiet", NextStep.GO_TO_ROOM))).isEmpty();
    }

    @Test
    void withoutAPlanOrForAnotherTerminalThereAreWordsOnly() {
        Ways elsewhere = Ways.of(Samples.katrineholm(), "kiosk2");
        Way quiet = elsewhere.of(sentTo("quiet", NextStep.GO_TO_ROOM)).orElseThrow();
        assertThat(quiet.plan()).isNull();
        assertThat(quiet.directions()).containsKeys("sv", "en");
        Ways trosa =
                Ways.of(new CentreLoader().require(Path.of("../config/centres/trosa")), "kiosk1");
        assertThat(trosa.of(sentTo("quiet", NextStep.GO_TO_ROOM))).isEmpty();
    }

    private static Outcome sentTo(String room, NextStep next) {
        return new Outcome.Answered(Samples.sentTo(room, next));
    }
}
