package se.troskel.kiosk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.troskel.kiosk.flow.FlowInput.Answered;
import se.troskel.kiosk.flow.FlowInput.DoorPressed;
import se.troskel.kiosk.flow.FlowInput.Presented;
import se.troskel.kiosk.flow.FlowInput.Pressed;
import se.troskel.kiosk.flow.FlowInput.StaffDone;
import se.troskel.kiosk.flow.FlowInput.StaffEntered;
import se.troskel.kiosk.flow.FlowInput.Tick;
import se.troskel.kiosk.sample.Samples;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.kiosk.StaffOrder;
import se.troskel.protocol.kiosk.StaffOrderResult;
import se.troskel.protocol.kiosk.StaffPinResult;

/// Staff opens a door in two presses and leaves nothing behind. Each test plays a scene from a
/// staff card on, with its own clock.
class StaffFlowTest {
    private static final String TOKEN = "secret-token";

    private final Flow flow = new Flow(outcome -> 12);
    private final List<FlowEffect> effects = new ArrayList<>();
    private FlowState state = FlowState.START;
    private long nanos = 1_000;

    @BeforeEach
    void showStaffCard() {
        put(new FlowInput.View(Samples.view()));
        put(new Presented(Medium.CARD, "04A1B2C3"));
        put(new Answered(1, Samples.staffAnswer()));
    }

    @Test
    void staffCardIsAnsweredAsEverybodysAndAsksForThePinOnlyWhenStaffIsPressed() {
        assertThat(state.screen()).isInstanceOf(Screen.AskPurpose.class);
        put(new Pressed(Button.STAFF));
        assertThat(state.screen()).isInstanceOf(Screen.AskStaffPin.class);
        assertThat(effects).isEmpty();
    }

    @Test
    void anotherCardLeadsToNoStaffMode() {
        pass(Duration.ofSeconds(2));
        put(new Presented(Medium.CARD, "04FFEEDD"));
        put(new Answered(2, Samples.answer(CheckInReason.CHECKED_IN, NextStep.SIT_DOWN)));
        put(new Pressed(Button.STAFF));
        assertThat(state.screen()).isInstanceOf(Screen.AskPurpose.class);
    }

    @Test
    void twoPressesUnlockADoor() {
        enter();
        put(new DoorPressed("exam-2"));
        assertThat(effects)
                .as("the first press only chooses")
                .noneMatch(FlowEffect.Send.class::isInstance);
        put(new Pressed(Button.UNLOCK));
        assertThat(effects)
                .contains(
                        new FlowEffect.Send(
                                3, new Ask.StaffOrder(TOKEN, "exam-2", StaffOrder.Act.UNLOCK)));
        put(new Pressed(Button.UNLOCK));
        assertThat(effects).as("an order is given once").isEmpty();
        put(new StaffDone(3, new StaffOrderResult(true, Samples.staffView())));
        assertThat(mode().said()).isEqualTo(new Said("exam-2", true));
        assertThat(mode().chosen()).isNull();
    }

    @Test
    void wrongPinIsAskedForAgainAndAPauseIsSaid() {
        enterPin(
                new StaffPinResult(
                        StaffPinResult.Outcome.WRONG,
                        null,
                        null,
                        Samples.staffAnswer().staff(),
                        null));
        assertThat(state.screen()).isInstanceOf(Screen.AskStaffPin.class);
        for (char digit : "4444".toCharArray()) {
            put(new FlowInput.Typed(digit));
        }
        put(new Pressed(Button.CONFIRM));
        put(
                new StaffEntered(
                        3,
                        new StaffPinResult(
                                StaffPinResult.Outcome.PAUSED, null, null, null, Samples.NOW)));
        assertThat(state.screen())
                .isEqualTo(
                        new Screen.Result(
                                new Outcome.Told(Notice.STAFF_PAUSED),
                                nanos + Limits.resultNanos(12)));
    }

    @Test
    void looksEverySecondAndOnlyPressesKeepItOpen() {
        enter();
        pass(Duration.ofMillis(900));
        assertThat(effects).isEmpty();
        pass(Duration.ofMillis(100));
        assertThat(effects)
                .containsExactly(new FlowEffect.Send(3, new Ask.StaffLook(TOKEN, false)));
        put(new FlowInput.StaffSeen(3, Samples.staffView()));
        put(new DoorPressed("exam-1"));
        pass(Duration.ofSeconds(1));
        assertThat(effects).containsExactly(new FlowEffect.Send(4, new Ask.StaffLook(TOKEN, true)));
        pass(Duration.ofSeconds(1));
        assertThat(effects)
                .containsExactly(new FlowEffect.Send(5, new Ask.StaffLook(TOKEN, false)));
    }

    @Test
    void nobodyThereEndsItWithinTwoMinutesAndLeavesTheIdleScreenEmpty() {
        enter();
        pass(Duration.ofSeconds(95));
        assertThat(state.screen()).isInstanceOf(Screen.TimeoutWarning.class);
        pass(Duration.ofSeconds(20));
        assertThat(state.screen()).isEqualTo(new Screen.Idle());
        assertThat(effects).contains(new FlowEffect.SendStaffEnd(TOKEN));
        assertThat(state.around().last()).isNull();
    }

    @Test
    void leavingAnotherCardOrEvacuationEndsItAtTheControllerToo() {
        for (FlowInput input :
                List.of(
                        new Pressed(Button.CANCEL),
                        new Presented(Medium.CARD, "04FFEEDD"),
                        new FlowInput.View(
                                Samples.view(
                                        se.troskel.protocol.decision.OpeningMode.STAFFED,
                                        Samples.PHONE,
                                        null,
                                        true)))) {
            state = FlowState.START;
            showStaffCard();
            enter();
            nanos += Duration.ofSeconds(5).toNanos();
            put(input);
            assertThat(effects).as(input.toString()).contains(new FlowEffect.SendStaffEnd(TOKEN));
        }
    }

    @Test
    void refusalSaysThatItIsOverAndNoAnswerThatNobodyKnows() {
        enter();
        pass(Duration.ofSeconds(1));
        FlowState looking = state;
        put(new FlowInput.Refused(3));
        assertThat(told()).isEqualTo(Notice.STAFF_OVER);
        state = looking;
        put(new FlowInput.Unanswered(3));
        assertThat(told()).isEqualTo(Notice.STAFF_NO_ANSWER);
    }

    @Test
    void doorThatDidNotOpenIsSaidOnTheResultThatUnlockedItOnly() {
        put(new FlowInput.View(Samples.doorShut("Sidodörren")));
        assertThat(state.screen())
                .isEqualTo(
                        new Screen.Result(
                                new Outcome.DoorShut("Sidodörren"),
                                nanos + Limits.resultNanos(12)));
        pass(Duration.ofSeconds(60));
        put(new FlowInput.View(Samples.doorShut("Sidodörren")));
        assertThat(state.screen()).isEqualTo(new Screen.Idle());
    }

    private Notice told() {
        return ((Outcome.Told) ((Screen.Result) state.screen()).outcome()).notice();
    }

    private Screen.StaffMode mode() {
        return (Screen.StaffMode) state.screen();
    }

    private void enter() {
        enterPin(Samples.staffOpened());
        assertThat(state.screen()).isInstanceOf(Screen.StaffMode.class);
    }

    private void enterPin(StaffPinResult result) {
        put(new Pressed(Button.STAFF));
        for (char digit : "4444".toCharArray()) {
            put(new FlowInput.Typed(digit));
        }
        put(new Pressed(Button.CONFIRM));
        assertThat(effects).contains(new FlowEffect.Send(2, new Ask.StaffPin("staff", "4444")));
        put(new StaffEntered(2, result));
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
        put(new Tick());
    }

    private void put(FlowInput input) {
        FlowStep step = flow.step(state, input, nanos);
        state = step.state();
        effects.clear();
        effects.addAll(step.effects());
    }
}
