package se.troskel.kiosk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.troskel.kiosk.flow.FlowInput.Answered;
import se.troskel.kiosk.flow.FlowInput.Presented;
import se.troskel.kiosk.flow.FlowInput.Pressed;
import se.troskel.kiosk.flow.FlowInput.Tick;
import se.troskel.kiosk.flow.FlowInput.Typed;
import se.troskel.kiosk.sample.Samples;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.decision.Purpose;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.AnswerDetails;
import se.troskel.protocol.kiosk.EnrolmentPinResult;
import se.troskel.protocol.kiosk.KioskView;

/// The flow keeps the rules on time, privacy and order that a visitor meets. Each test plays a
/// scene with its own clock, input by input.
class FlowTest {
    private static final Presented CARD = new Presented(Medium.CARD, "04A1B2C3");
    private static final Presented OTHER = new Presented(Medium.CARD, "04FFEEDD");
    private static final UUID GROUP = new UUID(3, 4);
    private static final int WORDS = 12;

    private final Flow flow = new Flow(outcome -> WORDS);
    private final List<FlowEffect> effects = new ArrayList<>();
    private FlowState state = FlowState.START;
    private long nanos = -5;

    @Test
    void firstViewEndsTheWaitForTheController() {
        assertThat(state.screen()).isEqualTo(new Screen.ControllerLost());
        open();
        assertThat(state.screen()).isEqualTo(new Screen.Idle());
    }

    @Test
    void cardIsAskedAboutAtOnceAndTicks() {
        open();
        put(CARD);
        assertThat(effects)
                .containsExactly(
                        new FlowEffect.Send(1, new Ask.Show(Medium.CARD, "04A1B2C3")),
                        new FlowEffect.Sound(Cue.TICK));
    }

    @Test
    void checkingIsWrittenAfter300MillisAndSaysThatItTakesLongAfter3Seconds() {
        open();
        put(CARD);
        assertThat(patience()).isEqualTo(Screen.Patience.BRIEF);
        pass(Duration.ofMillis(299));
        assertThat(patience()).isEqualTo(Screen.Patience.BRIEF);
        pass(Duration.ofMillis(1));
        assertThat(patience()).isEqualTo(Screen.Patience.SHOWN);
        pass(Duration.ofMillis(2700));
        assertThat(patience()).isEqualTo(Screen.Patience.LONG);
    }

    @Test
    void checkingNeverLastsForEver() {
        open();
        put(CARD);
        pass(Duration.ofSeconds(12));
        assertThat(state.screen())
                .isInstanceOfSatisfying(
                        Screen.Result.class,
                        result ->
                                assertThat(result.outcome())
                                        .isEqualTo(new Outcome.Told(Notice.NO_ANSWER)));
    }

    @Test
    void whoeverIsSentToARoomIsShownTheWayAndNotAskedWhatFor() {
        open();
        put(CARD);
        put(new Answered(1, Samples.answer(CheckInReason.CHECKED_IN, NextStep.GO_TO_ROOM)));
        assertThat(state.screen()).isInstanceOf(Screen.Result.class);
    }

    @Test
    void resultStaysAsLongAsItTakesToReadThenNothingIsLeft() {
        open();
        put(CARD);
        put(new Answered(1, Samples.answer(CheckInReason.CHECKED_OUT, NextStep.GOODBYE)));
        assertThat(state.screen()).isInstanceOf(Screen.Result.class);
        pass(Duration.ofMillis(10_999));
        assertThat(state.screen()).isInstanceOf(Screen.Result.class);
        pass(Duration.ofMillis(1));
        assertThat(state.screen()).isEqualTo(new Screen.Idle());
        assertThat(state.around().last()).isNull();
        assertThat(effects).containsExactly(new FlowEffect.ResetTools());
    }

    @Test
    void resultOfFewWordsStaysFourSeconds() {
        assertThat(Limits.resultNanos(0)).isEqualTo(Duration.ofSeconds(4).toNanos());
        assertThat(Limits.resultNanos(15)).isEqualTo(Duration.ofSeconds(13).toNanos());
    }

    @Test
    void showLongerStartsTheTimeAnew() {
        open();
        put(CARD);
        put(new Answered(1, Samples.answer(CheckInReason.CHECKED_OUT, NextStep.GOODBYE)));
        pass(Duration.ofSeconds(10));
        put(new Pressed(Button.LONGER));
        pass(Duration.ofSeconds(10));
        assertThat(state.screen()).isInstanceOf(Screen.Result.class);
    }

    @Test
    void sameCardWithinThreeSecondsIsIgnored() {
        open();
        put(CARD);
        put(new Answered(1, Samples.answer(CheckInReason.CHECKED_OUT, NextStep.GOODBYE)));
        pass(Duration.ofMillis(2_999));
        put(CARD);
        assertThat(effects).isEmpty();
        pass(Duration.ofMillis(1));
        put(CARD);
        assertThat(state.screen()).isInstanceOf(Screen.Checking.class);
    }

    @Test
    void anotherCardTakesOverOneSecondAfterTheAnswer() {
        open();
        put(CARD);
        put(new Answered(1, Samples.answer(CheckInReason.CHECKED_OUT, NextStep.GOODBYE)));
        pass(Duration.ofMillis(999));
        put(OTHER);
        assertThat(state.screen()).isInstanceOf(Screen.Result.class);
        assertThat(effects).containsExactly(new FlowEffect.Sound(Cue.TICK));
        pass(Duration.ofMillis(1));
        assertThat(effects)
                .containsExactly(new FlowEffect.Send(2, new Ask.Show(Medium.CARD, "04FFEEDD")));
    }

    @Test
    void cardDuringCheckingWaitsItsTurn() {
        open();
        put(CARD);
        put(OTHER);
        put(new Answered(1, Samples.answer(CheckInReason.CHECKED_OUT, NextStep.GOODBYE)));
        assertThat(state.screen()).isInstanceOf(Screen.Result.class);
        pass(Duration.ofSeconds(1));
        put(new Answered(2, Samples.answer(CheckInReason.UNKNOWN, NextStep.CALL)));
        assertThat(state.screen())
                .isInstanceOfSatisfying(
                        Screen.Result.class,
                        result -> assertThat(result.outcome().tone()).isNotNull());
    }

    @Test
    void moreThanCanWaitIsHeardAndCounted() {
        open();
        put(CARD);
        for (int i = 0; i < Limits.WAITING_MAX; i++) {
            put(new Presented(Medium.CARD, "card " + i));
            assertThat(effects).containsExactly(new FlowEffect.Sound(Cue.TICK));
        }
        put(OTHER);
        assertThat(effects)
                .containsExactly(new FlowEffect.CountDropped(), new FlowEffect.Sound(Cue.FAULT));
    }

    @Test
    void answerToAnEarlierQuestionIsNotShown() {
        open();
        put(CARD);
        pass(Duration.ofSeconds(12));
        put(new Answered(1, Samples.answer(CheckInReason.CHECKED_IN, NextStep.SIT_DOWN)));
        assertThat(state.screen())
                .isInstanceOfSatisfying(
                        Screen.Result.class,
                        result ->
                                assertThat(result.outcome())
                                        .isEqualTo(new Outcome.Told(Notice.NO_ANSWER)));
    }

    @Test
    void checkInAsksWhatTheVisitIsForAndGoesOnWithoutAnAnswer() {
        open();
        put(CARD);
        put(new Answered(1, Samples.answer(CheckInReason.CHECKED_IN, NextStep.SIT_DOWN)));
        assertThat(state.screen()).isInstanceOf(Screen.AskPurpose.class);
        pass(Duration.ofSeconds(11));
        assertThat(state.screen()).isEqualTo(new Screen.Idle());
    }

    @Test
    void chosenPurposeIsTold() {
        open();
        put(CARD);
        var answer = Samples.answer(CheckInReason.CHECKED_IN, NextStep.SIT_DOWN);
        put(new Answered(1, answer));
        put(new FlowInput.PurposePressed(Purpose.STUDY));
        assertThat(effects)
                .contains(new FlowEffect.SendPurpose(answer.presentation(), Purpose.STUDY));
        assertThat(state.screen()).isInstanceOf(Screen.Result.class);
    }

    @Test
    void pinIsSentWholeAndNotKept() {
        open();
        askForPin();
        type("12");
        put(new Pressed(Button.CONFIRM));
        assertThat(state.screen()).isInstanceOf(Screen.AskPin.class);
        type("34567");
        put(new Pressed(Button.ERASE));
        put(new Pressed(Button.CONFIRM));
        assertThat(effects)
                .containsExactly(new FlowEffect.Send(2, new Ask.Pin("challenge", "12345")));
        assertThat(state).hasToString(state.toString().replace("12345", "?"));
        assertThat(state.screen()).isInstanceOf(Screen.Checking.class);
    }

    @Test
    void quietPinPadWarnsThenEmptiesItself() {
        open();
        askForPin();
        type("12");
        pass(Duration.ofMillis(29_999));
        assertThat(state.screen()).isInstanceOf(Screen.AskPin.class);
        pass(Duration.ofMillis(1));
        assertThat(state.screen()).isInstanceOf(Screen.TimeoutWarning.class);
        assertThat(effects).containsExactly(new FlowEffect.Sound(Cue.WARNING));
        pass(Duration.ofSeconds(20));
        assertThat(state.screen()).isEqualTo(new Screen.Idle());
    }

    @Test
    void warningGoesOnWhereItWasWhenExtended() {
        open();
        askForPin();
        type("12");
        pass(Duration.ofSeconds(30));
        put(new Pressed(Button.EXTEND));
        assertThat(state.screen())
                .isInstanceOfSatisfying(
                        Screen.AskPin.class, pin -> assertThat(pin.digits()).isEqualTo("12"));
    }

    @Test
    void newStudentTypesThePinTwice() {
        put(new FlowInput.View(Samples.view(OpeningMode.STAFFED, null, "enrolment-1", false)));
        type("2580");
        put(new Pressed(Button.CONFIRM));
        type("2581");
        put(new Pressed(Button.CONFIRM));
        assertThat(state.screen())
                .isInstanceOfSatisfying(
                        Screen.ChoosePin.class,
                        pin -> assertThat(pin.remark()).isEqualTo(Screen.Remark.DIFFERENT));
        type("2580");
        put(new Pressed(Button.CONFIRM));
        type("2580");
        put(new Pressed(Button.CONFIRM));
        assertThat(effects)
                .containsExactly(new FlowEffect.Send(1, new Ask.ChosenPin("enrolment-1", "2580")));
        put(new FlowInput.PinTaken(1, EnrolmentPinResult.Outcome.ACCEPTED));
        pass(Duration.ofSeconds(30));
        assertThat(state.screen()).isEqualTo(new Screen.Idle());
    }

    @Test
    void easyPinIsChosenAgain() {
        put(new FlowInput.View(Samples.view(OpeningMode.STAFFED, null, "enrolment-1", false)));
        for (int twice = 0; twice < 2; twice++) {
            type("1234");
            put(new Pressed(Button.CONFIRM));
        }
        put(new FlowInput.PinTaken(1, EnrolmentPinResult.Outcome.TOO_EASY));
        assertThat(state.screen())
                .isEqualTo(
                        new Screen.ChoosePin(
                                "enrolment-1", null, "", Screen.Remark.TOO_EASY, nanos));
    }

    @Test
    void enrolmentEndedAtTheDeskIsSaid() {
        put(new FlowInput.View(Samples.view(OpeningMode.STAFFED, null, "enrolment-1", false)));
        open();
        assertThat(state.screen())
                .isInstanceOfSatisfying(
                        Screen.Result.class,
                        result ->
                                assertThat(result.outcome())
                                        .isEqualTo(new Outcome.Told(Notice.ENROLMENT_OVER)));
    }

    @Test
    void shortCodeIsTypedWithoutLookAlikesInEitherCase() {
        open();
        put(new Pressed(Button.TYPE_CODE));
        type("k7m-20Op4x");
        put(new Pressed(Button.CONFIRM));
        assertThat(effects).isEmpty();
        type("r9");
        put(new Pressed(Button.CONFIRM));
        assertThat(effects)
                .containsExactly(
                        new FlowEffect.Send(1, new Ask.Show(Medium.SHORT_CODE, "K7M2P4XR")));
    }

    @Test
    void groupIsCountedByItsNumber() {
        open();
        put(new Pressed(Button.GUESTS));
        put(new FlowInput.VisitPressed(VisitKind.GROUP));
        type("0");
        put(new Pressed(Button.CONFIRM));
        assertThat(state.screen()).isInstanceOf(Screen.GuestChoice.class);
        put(new Pressed(Button.ERASE));
        type("127");
        put(new Pressed(Button.CONFIRM));
        assertThat(effects).as("counted once it is known who hosts it").isEmpty();
        put(new Pressed(Button.NO_CARD));
        assertThat(effects)
                .containsExactly(new FlowEffect.Send(1, new Ask.Visit(VisitKind.GROUP, 12, null)));
    }

    @Test
    void hostIsLetInThenTheGroupIsCountedAndOneAnswerTellsBoth() {
        askForHost();
        put(CARD);
        Answer host = Samples.answer(CheckInReason.ROOM_GRANTED, NextStep.GO_TO_ROOM);
        put(new Answered(1, host));
        assertThat(effects)
                .containsExactly(
                        new FlowEffect.Send(
                                2, new Ask.Visit(VisitKind.GROUP, 12, host.presentation())));
        put(new Answered(2, counted()));
        assertThat(state.screen())
                .isInstanceOfSatisfying(
                        Screen.AskPurpose.class,
                        asked -> {
                            assertThat(asked.answer().presentation()).isEqualTo(GROUP);
                            assertThat(asked.answer().reason())
                                    .isEqualTo(CheckInReason.VISIT_COUNTED);
                            assertThat(asked.answer().next()).isEqualTo(NextStep.GO_TO_ROOM);
                            assertThat(asked.answer().details()).isEqualTo(host.details());
                        });
    }

    @Test
    void hostWithAPinIsLetInAfterItAlsoWhenItIsWrongAtFirst() {
        askForHost();
        put(CARD);
        put(new Answered(1, Samples.pinAnswer(CheckInReason.PIN_REQUIRED)));
        type("2581");
        put(new Pressed(Button.CONFIRM));
        put(new Answered(2, Samples.pinAnswer(CheckInReason.PIN_WRONG)));
        type("2580");
        put(new Pressed(Button.ERASE));
        type("0");
        put(new Pressed(Button.CONFIRM));
        Answer host = Samples.answer(CheckInReason.CHECKED_IN, NextStep.SIT_DOWN);
        put(new Answered(3, host));
        assertThat(effects)
                .containsExactly(
                        new FlowEffect.Send(
                                4, new Ask.Visit(VisitKind.GROUP, 12, host.presentation())));
    }

    @Test
    void refusedHostIsToldAndTheGroupIsForgotten() {
        askForHost();
        put(CARD);
        put(new Answered(1, Samples.answer(CheckInReason.UNKNOWN, NextStep.CALL)));
        assertThat(effects).noneMatch(FlowEffect.Send.class::isInstance);
        assertThat(state.screen()).isInstanceOf(Screen.Result.class);
        pass(Duration.ofSeconds(5));
        put(OTHER);
        put(new Answered(2, Samples.answer(CheckInReason.CHECKED_OUT, NextStep.GOODBYE)));
        assertThat(effects).noneMatch(FlowEffect.Send.class::isInstance);
    }

    @Test
    void hostIsAskedForAsLongAsAnythingElseAndStillTakenDuringTheWarning() {
        askForHost();
        pass(Duration.ofSeconds(30));
        assertThat(state.screen()).isInstanceOf(Screen.TimeoutWarning.class);
        put(CARD);
        put(new Answered(1, Samples.answer(CheckInReason.CHECKED_IN, NextStep.SIT_DOWN)));
        assertThat(effects).anyMatch(FlowEffect.Send.class::isInstance);
        put(new FlowInput.Unanswered(2));
        pass(Duration.ofMinutes(1));
        askForHost();
        pass(Duration.ofSeconds(30));
        pass(Duration.ofSeconds(20));
        assertThat(state.screen()).isEqualTo(new Screen.Idle());
    }

    @Test
    void everyWarningThatTheCentreClosesIsHeardOnce() {
        open();
        put(new FlowInput.View(Samples.closing(15, 15)));
        assertThat(effects).containsExactly(new FlowEffect.Sound(Cue.WARNING));
        put(new FlowInput.View(Samples.closing(14, 15)));
        assertThat(effects).isEmpty();
        put(new FlowInput.ControllerGone());
        put(new FlowInput.View(Samples.closing(13, 15)));
        assertThat(effects).isEmpty();
        put(new FlowInput.View(Samples.closing(5, 5)));
        assertThat(effects).containsExactly(new FlowEffect.Sound(Cue.WARNING));
        put(new FlowInput.View(Samples.closing(0, 0)));
        assertThat(effects).containsExactly(new FlowEffect.Sound(Cue.WARNING));
        open();
        assertThat(effects).isEmpty();
    }

    @Test
    void brokenReaderPutsTheTerminalOutOfOrderUntilItIsWhole() {
        open();
        put(new FlowInput.ReaderHeard("card-1", Medium.CARD, false));
        assertThat(state.screen()).isEqualTo(new Screen.OutOfOrder());
        pass(Duration.ofMinutes(10));
        put(new FlowInput.ControllerGone());
        put(new FlowInput.View(Samples.view()));
        assertThat(state.screen()).isEqualTo(new Screen.OutOfOrder());
        put(new FlowInput.ReaderHeard("card-1", Medium.CARD, true));
        assertThat(state.screen()).isEqualTo(new Screen.Idle());
    }

    @Test
    void oneOfTwoReadersIsEnough() {
        open();
        put(new FlowInput.ReaderHeard("card-1", Medium.CARD, false));
        put(new FlowInput.ReaderHeard("scanner-1", Medium.QR, true));
        assertThat(state.screen()).isEqualTo(new Screen.Idle());
        assertThat(state.around().reads(Medium.CARD)).isFalse();
        assertThat(state.around().reads(Medium.QR)).isTrue();
    }

    @Test
    void lostControllerIsSaidOnceNobodyIsServed() {
        open();
        askForPin();
        put(new FlowInput.ControllerGone());
        assertThat(state.screen()).isInstanceOf(Screen.AskPin.class);
        put(new Pressed(Button.CANCEL));
        assertThat(state.screen()).isEqualTo(new Screen.ControllerLost());
        put(CARD);
        put(new FlowInput.Unanswered(2));
        assertThat(state.screen()).isInstanceOf(Screen.Result.class);
    }

    @Test
    void evacuationComesFirstAndMakesNoSound() {
        open();
        askForPin();
        type("12");
        put(new FlowInput.View(Samples.view(OpeningMode.STAFFED, null, null, true)));
        assertThat(state.screen()).isEqualTo(new Screen.Evacuate());
        put(CARD);
        assertThat(effects)
                .containsExactly(new FlowEffect.Send(2, new Ask.Show(Medium.CARD, "04A1B2C3")));
        put(new Answered(2, Samples.answer(CheckInReason.EVACUATE, NextStep.LEAVE_NOW)));
        pass(Duration.ofMinutes(30));
        assertThat(state.screen()).isEqualTo(new Screen.Evacuate());
        open();
        assertThat(state.screen()).isEqualTo(new Screen.Idle());
    }

    @Test
    void toolsGoBackToDefaultWhenNobodyUsesThem() {
        open();
        put(new FlowInput.ToolUsed());
        pass(Duration.ofMillis(29_999));
        assertThat(effects).isEmpty();
        pass(Duration.ofMillis(1));
        assertThat(effects).containsExactly(new FlowEffect.ResetTools());
        pass(Duration.ofSeconds(60));
        assertThat(effects).isEmpty();
    }

    private void open() {
        put(new FlowInput.View(Samples.view()));
    }

    private void askForHost() {
        open();
        put(new Pressed(Button.GUESTS));
        put(new FlowInput.VisitPressed(VisitKind.GROUP));
        type("12");
        put(new Pressed(Button.CONFIRM));
        assertThat(state.screen()).isEqualTo(new Screen.AskHost(12, nanos));
    }

    private static Answer counted() {
        Answer answer = Samples.answer(CheckInReason.VISIT_COUNTED, NextStep.SIT_DOWN);
        return new Answer(
                GROUP,
                answer.reason(),
                true,
                answer.next(),
                answer.mode(),
                AnswerDetails.NONE,
                null);
    }

    private void askForPin() {
        put(CARD.value().equals(seen()) ? OTHER : CARD);
        put(new Answered(state.around().asked(), Samples.pinAnswer(CheckInReason.PIN_REQUIRED)));
        nanos += Limits.SAME_VALUE_NANOS;
        put(new Tick());
    }

    private @Nullable String seen() {
        return state.around().last() == null ? null : state.around().last().value();
    }

    private void type(String characters) {
        characters.chars().forEach(each -> put(new Typed((char) each)));
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

    private Screen.Patience patience() {
        return ((Screen.Checking) state.screen()).patience();
    }

    @Test
    void viewWithoutGuestsOffersNoVisit() {
        KioskView view = Samples.view();
        put(
                new FlowInput.View(
                        new KioskView(
                                view.centre(),
                                view.centreName(),
                                view.at(),
                                view.timeZone(),
                                view.mode(),
                                view.until(),
                                view.today(),
                                view.nextOpening(),
                                view.phone(),
                                view.languages(),
                                view.rooms(),
                                view.hasRegister(),
                                view.deskHours(),
                                view.purposes(),
                                false,
                                null,
                                null,
                                false,
                                null,
                                null,
                                false)));
        put(new Pressed(Button.GUESTS));
        assertThat(state.screen()).isEqualTo(new Screen.Idle());
    }
}
