package se.troskel.kiosk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.troskel.kiosk.flow.FlowEffect.Send;
import se.troskel.kiosk.flow.FlowInput.Answered;
import se.troskel.kiosk.flow.FlowInput.Presented;
import se.troskel.kiosk.flow.FlowInput.Pressed;
import se.troskel.kiosk.sample.Samples;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.decision.ShortCode;
import se.troskel.protocol.kiosk.Answer;

/// Goal: whoever says that they leave is checked out by the next card or code, and never refused or
/// asked for a PIN; nobody else is. Method: the flow stepped by hand from an idle terminal.
class LeaveFlowTest {
    private static final Flow FLOW = new Flow(outcome -> 12);
    private static final FlowInput CARD = new Presented(Medium.CARD, "04A1B2C3");
    private static final FlowInput OTHER = new Presented(Medium.CARD, "04D4E5F6");
    private static final FlowInput LEAVING = new Pressed(Button.LEAVING);
    private static final Ask LEAVE = new Ask.Leave(Medium.CARD, "04A1B2C3");
    private static final Answer OUT = Samples.answer(CheckInReason.CHECKED_OUT, NextStep.GOODBYE);

    private FlowState state = FlowState.START;
    private List<FlowEffect> effects = List.of();
    private long nanos;

    @BeforeEach
    void open() {
        put(new FlowInput.View(Samples.view()));
    }

    @Test
    void theNextCardLeavesAndTheOneAfterItComesIn() {
        put(LEAVING, CARD);
        assertThat(sent()).containsExactly(LEAVE);
        put(new Answered(1, OUT));
        assertThat(outcome()).isEqualTo(new Outcome.Answered(OUT));
        pass(Duration.ofMillis(1_100));
        put(OTHER);
        assertThat(sent()).containsExactly(new Ask.Show(Medium.CARD, "04D4E5F6"));
    }

    @Test
    void theSameCardOnceMoreStillLeaves() {
        put(LEAVING, CARD, new Answered(1, OUT));
        pass(Duration.ofMillis(3_100));
        put(CARD);
        assertThat(sent()).containsExactly(LEAVE);
    }

    @Test
    void theSameCardOnceMoreBeforeASlowAnswerStillLeaves() {
        put(LEAVING, CARD);
        pass(Duration.ofMillis(3_100));
        put(CARD, new Answered(1, OUT));
        pass(Duration.ofMillis(1_100));
        assertThat(sent()).containsExactly(LEAVE);
    }

    @Test
    void onceTheScreenIsIdleAgainTheSameCardComesIn() {
        put(LEAVING, CARD, new Answered(1, OUT));
        pass(Duration.ofSeconds(12));
        assertThat(state.screen()).isEqualTo(new Screen.Idle());
        put(CARD);
        assertThat(sent()).containsExactly(new Ask.Show(Medium.CARD, "04A1B2C3"));
    }

    @Test
    void aTypedCodeLeavesToo() {
        put(LEAVING, new Pressed(Button.TYPE_CODE));
        String code = "K".repeat(ShortCode.LENGTH);
        code.chars().forEach(each -> put(new FlowInput.Typed((char) each)));
        put(new Pressed(Button.CONFIRM));
        assertThat(sent()).containsExactly(new Ask.Leave(Medium.SHORT_CODE, code));
    }

    @Test
    void aCardShownWhileACodeIsTypedOrUnderTheWarningLeavesToo() {
        put(LEAVING, new Pressed(Button.TYPE_CODE));
        pass(Duration.ofSeconds(31));
        assertThat(state.screen()).isInstanceOf(Screen.TimeoutWarning.class);
        put(CARD);
        assertThat(sent()).containsExactly(LEAVE);
    }

    @Test
    void nothingShownEndsInTheIdleScreenAndSoDoesBack() {
        put(LEAVING);
        pass(Duration.ofSeconds(31));
        pass(Duration.ofSeconds(21));
        assertThat(state.screen()).isEqualTo(new Screen.Idle());
        put(LEAVING, new Pressed(Button.CANCEL));
        assertThat(state.screen()).isEqualTo(new Screen.Idle());
        put(CARD);
        assertThat(sent()).containsExactly(new Ask.Show(Medium.CARD, "04A1B2C3"));
    }

    @Test
    void whatCannotBeReadIsSaidAndTheNextStillLeaves() {
        put(LEAVING, new FlowInput.Unreadable());
        assertThat(state.screen()).isEqualTo(new Screen.Leaving(true, nanos));
        assertThat(effects).containsExactly(new FlowEffect.Sound(Cue.FAULT));
        put(CARD);
        assertThat(sent()).containsExactly(LEAVE);
    }

    @ParameterizedTest
    @EnumSource(CheckInReason.class)
    void noAnswerRefusesOrAsksForAPin(CheckInReason reason) {
        put(LEAVING, CARD);
        Answer answer =
                reason == CheckInReason.PIN_REQUIRED || reason == CheckInReason.PIN_WRONG
                        ? Samples.pinAnswer(reason)
                        : Samples.answer(reason, NextStep.CALL);
        put(new Answered(1, answer));
        switch (reason) {
            case CHECKED_OUT -> assertThat(outcome()).isEqualTo(new Outcome.Answered(answer));
            case EVACUATE -> assertThat(state.screen()).isEqualTo(new Screen.Evacuate());
            default -> assertThat(outcome()).isEqualTo(new Outcome.Told(Notice.LEAVE_NOT_RECORDED));
        }
    }

    @Test
    void withoutAnAnswerNobodyIsToldThatTheyAreIn() {
        put(LEAVING, CARD, new FlowInput.Unanswered(1));
        assertThat(outcome()).isEqualTo(new Outcome.Told(Notice.LEAVE_NO_ANSWER));
        pass(Duration.ofSeconds(12));
        put(LEAVING, OTHER, new FlowInput.Refused(2));
        assertThat(outcome()).isEqualTo(new Outcome.Told(Notice.LEAVE_NOT_RECORDED));
        pass(Duration.ofSeconds(12));
        put(LEAVING, CARD);
        pass(Duration.ofSeconds(12));
        assertThat(outcome()).isEqualTo(new Outcome.Told(Notice.LEAVE_NO_ANSWER));
    }

    @Test
    void whoeverWasInsideChecksOutWithOnePress() {
        put(CARD, new Answered(1, Samples.toSomebodyInside()));
        assertThat(outcome()).isEqualTo(new Outcome.Answered(Samples.toSomebodyInside()));
        put(LEAVING);
        assertThat(sent()).containsExactly(LEAVE);
        put(new Answered(2, OUT));
        assertThat(outcome()).isEqualTo(new Outcome.Answered(OUT));
    }

    @Test
    void aPinInBetweenDoesNotForgetWhoseAnswerItIs() {
        put(CARD, new Answered(1, Samples.pinAnswer(CheckInReason.PIN_REQUIRED)));
        "4711".chars().forEach(each -> put(new FlowInput.Typed((char) each)));
        put(new Pressed(Button.CONFIRM), new Answered(2, Samples.toSomebodyInside()), LEAVING);
        assertThat(sent()).containsExactly(LEAVE);
    }

    @Test
    void noOtherResultChecksOutAndNothingShownIsKeptForIt() {
        put(CARD, new Answered(1, Samples.answer(CheckInReason.UNKNOWN, NextStep.CALL)));
        assertThat(state.around().subject()).isNull();
        put(LEAVING);
        assertThat(effects).isEmpty();
        assertThat(outcome()).isInstanceOf(Outcome.Answered.class);
    }

    private Outcome outcome() {
        assertThat(state.screen()).isInstanceOf(Screen.Result.class);
        return ((Screen.Result) state.screen()).outcome();
    }

    private List<Ask> sent() {
        return effects.stream()
                .filter(Send.class::isInstance)
                .map(effect -> ((Send) effect).ask())
                .toList();
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
        put(new FlowInput.Tick());
    }

    private void put(FlowInput... inputs) {
        for (FlowInput input : inputs) {
            FlowStep step = FLOW.step(state, input, nanos);
            state = step.state();
            effects = step.effects();
        }
    }
}
