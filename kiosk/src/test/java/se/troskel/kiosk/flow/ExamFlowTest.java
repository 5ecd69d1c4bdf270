package se.troskel.kiosk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.troskel.kiosk.flow.FlowEffect.Send;
import se.troskel.kiosk.flow.FlowInput.Answered;
import se.troskel.kiosk.flow.FlowInput.DocumentPressed;
import se.troskel.kiosk.flow.FlowInput.Presented;
import se.troskel.kiosk.flow.FlowInput.Pressed;
import se.troskel.kiosk.flow.FlowInput.SittingPressed;
import se.troskel.kiosk.sample.Samples;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.decision.Tone;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.DocumentShown;
import se.troskel.protocol.kiosk.ExamAsk;

/// Goal: whoever comes to an exam is asked about that exam only, and leaves a terminal that is
/// empty and free for the next, whatever they are answered. Method: the flow stepped by hand.
class ExamFlowTest {
    static final String FIRST = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
    private static final String SECOND = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";
    private static final Flow FLOW = new Flow(outcome -> 12);
    private static final FlowInput CARD = new Presented(Medium.CARD, "04A1B2C3");
    private static final FlowInput EXAM = new Pressed(Button.EXAM);
    private static final UUID SHOWN = Samples.exam(ExamReason.PRE_OK, null).presentation();

    private FlowState state = FlowState.START;
    private List<FlowEffect> effects = List.of();
    private long nanos;

    @BeforeEach
    void open() {
        put(new FlowInput.View(Samples.examMorning()));
    }

    @Test
    void withoutAnExamNowNothingIsBegun() {
        put(new FlowInput.View(Samples.view()), EXAM);
        assertThat(state.screen()).isEqualTo(new Screen.Idle());
    }

    @Test
    void aCardAfterTheButtonIsForAnExamOnly() {
        put(EXAM, CARD);
        assertThat(sent()).containsExactly(new Ask.Exam(Medium.CARD, "04A1B2C3"));
    }

    @Test
    void alsoUnderTheWarningAndTheNextOneIsNot() {
        put(EXAM);
        pass(Duration.ofSeconds(31));
        put(CARD);
        assertThat(sent()).containsExactly(new Ask.Exam(Medium.CARD, "04A1B2C3"));
        put(new Answered(1, Samples.exam(ExamReason.PRE_OK, null)));
        pass(Duration.ofMillis(1_100));
        put(new Presented(Medium.CARD, "04D4E5F6"));
        assertThat(sent()).containsExactly(new Ask.Show(Medium.CARD, "04D4E5F6"));
    }

    @ParameterizedTest
    @CsvSource({
        "199610202385, NUMBER, 199610202385",
        "19961020-2385, NUMBER, 19961020-2385",
        "961020-2385, NUMBER, 961020-2385",
        "121212+1213, NUMBER, 121212+1213",
        "19961020-t234, NUMBER, 19961020-T234",
        "20000101-TF01, NUMBER, 20000101-TF01",
        "k7m2p4xr, SHORT_CODE, K7M2P4XR",
        "K7M2-P4XR, SHORT_CODE, K7M2P4XR"
    })
    void whatIsTypedIsANumberOrAShortCode(String typed, Medium medium, String value) {
        put(EXAM);
        type(typed);
        put(new Pressed(Button.CONFIRM));
        assertThat(sent()).containsExactly(new Ask.Exam(medium, value));
    }

    @Test
    void keysAreChangedAndCharactersErasedOneByOne() {
        put(EXAM, new Pressed(Button.ERASE));
        type("19");
        put(new Pressed(Button.LETTERS), new Pressed(Button.ERASE));
        assertThat(state.screen()).isEqualTo(new Screen.ExamCall("1", true, nanos));
        put(new Pressed(Button.LETTERS), new Pressed(Button.CONFIRM));
        assertThat(state.screen())
                .as("too short")
                .isEqualTo(new Screen.ExamCall("1", false, nanos));
    }

    @FuzzTest
    void nothingTypedIsMoreThanANumber(byte[] typed) {
        state = FlowState.START;
        put(new FlowInput.View(Samples.examMorning()), EXAM);
        type(new String(typed, StandardCharsets.UTF_8));
        if (state.screen() instanceof Screen.ExamCall call) {
            assertThat(call.characters()).matches("[0-9A-Z+-]{0," + Limits.NUMBER_MAX + "}");
            assertThat(state.toString()).doesNotContain("characters");
        }
        put(new Pressed(Button.CONFIRM));
        assertThat(sent()).hasSizeLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(value = ExamReason.class, mode = EnumSource.Mode.EXCLUDE, names = "EVACUATE")
    void everyAnswerIsShownWithItsToneAndEndsByItself(ExamReason reason) {
        Answer answer = Samples.exam(reason, null);
        put(CARD, new Answered(1, answer));
        assertThat(state.screen())
                .isInstanceOfSatisfying(
                        Screen.Result.class,
                        result -> assertThat(result.outcome().tone()).isEqualTo(reason.tone()));
        Tone tone = reason.tone();
        assertThat(effects)
                .isEqualTo(
                        tone == Tone.INFO
                                ? List.of()
                                : List.of(
                                        new FlowEffect.Sound(tone == Tone.OK ? Cue.OK : Cue.ACT)));
        pass(Duration.ofSeconds(12));
        assertIdleAndEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = ExamReason.class, mode = EnumSource.Mode.EXCLUDE, names = "EVACUATE")
    void everyAnswerEndsAtOnceForTheNextInLine(ExamReason reason) {
        put(CARD, new Answered(1, Samples.exam(reason, null)), new Pressed(Button.CANCEL));
        assertIdleAndEmpty();
        put(CARD, new Answered(2, Samples.exam(reason, null)));
        pass(Duration.ofMillis(1_100));
        put(new Presented(Medium.CARD, "04D4E5F6"));
        assertThat(sent()).hasSize(1);
    }

    @Test
    void evacuationIsShownAsEvacuation() {
        put(CARD, new Answered(1, Samples.exam(ExamReason.EVACUATE, null)));
        assertThat(state.screen()).isEqualTo(new Screen.Evacuate());
    }

    @Test
    void oneOfSeveralExamsIsChosenAndNoOther() {
        put(CARD, asks(ExamAsk.SITTING), new SittingPressed("somebody else's"));
        assertThat(sent()).isEmpty();
        put(new SittingPressed("sitting-2"));
        assertThat(sent()).containsExactly(new Ask.ExamChosen(SHOWN, "sitting-2", null, null));
        put(new Answered(2, Samples.exam(ExamReason.MANUAL_ID, ExamAsk.DOCUMENT)));
        assertThat(state.screen()).isInstanceOf(Screen.AskDocument.class);
    }

    @ParameterizedTest
    @EnumSource(DocumentShown.class)
    void theDocumentIsSaidOnceAndAnswered(DocumentShown document) {
        put(CARD, asks(ExamAsk.DOCUMENT), new Pressed(Button.MORE), new DocumentPressed(document));
        assertThat(sent()).containsExactly(new Ask.ExamChosen(SHOWN, null, document, null));
        put(new DocumentPressed(document));
        assertThat(sent()).isEmpty();
        put(new Answered(2, Samples.exam(ExamReason.PRE_OK, null)));
        assertThat(state.screen()).isInstanceOf(Screen.Result.class);
    }

    @Test
    void whoeverSaysNothingOfTheDocumentIsToldWhatHoldsAsFarAsKnown() {
        Answer answer = Samples.exam(ExamReason.MANUAL_ID, ExamAsk.DOCUMENT);
        put(CARD, new Answered(1, answer), new Pressed(Button.CANCEL));
        assertThat(state.screen())
                .isInstanceOfSatisfying(
                        Screen.Result.class,
                        result ->
                                assertThat(result.outcome())
                                        .isEqualTo(new Outcome.Answered(answer)));
    }

    static Stream<List<String>> documents() {
        String td1 = "I<UTOD231458907<<<<<<<<<<<<<<<";
        String td1Second = "7408122F1204159UTO<<<<<<<<<<<6";
        String td1Third = "ERIKSSON<<ANNA<MARIA<<<<<<<<<<";
        String td2 = "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<";
        return Stream.of(
                List.of(FIRST, SECOND),
                List.of(td1, td1Second, td1Third),
                List.of(td2, "D231458907UTO7408122F1204159<<<<<<<6"),
                List.of(td2, "D231458907UTO7408122F12041591234567A"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void theLinesOfADocumentAreSentTogetherHoweverTheScannerGivesThem(List<String> lines) {
        Ask whole = new Ask.ExamChosen(SHOWN, null, null, String.join("\n", lines));
        put(CARD, asks(ExamAsk.DOCUMENT));
        for (String line : lines) {
            assertThat(sent()).isEmpty();
            put(new Presented(Medium.QR, line));
        }
        assertThat(sent()).containsExactly(whole);
        put(new Presented(Medium.QR, lines.getFirst()));
        assertThat(sent()).as("once").isEmpty();
        put(
                new Answered(2, Samples.exam(ExamReason.MANUAL_ID, ExamAsk.DOCUMENT)),
                new Presented(Medium.CARD, String.join("", lines)));
        assertThat(sent()).containsExactly(whole);
    }

    @Test
    void linesOfAnotherSizeBeginAnew() {
        put(
                CARD,
                asks(ExamAsk.DOCUMENT),
                new Presented(Medium.QR, "I<UTOD231458907<<<<<<<<<<<<<<<"));
        put(new Presented(Medium.QR, FIRST), new Presented(Medium.QR, FIRST));
        assertThat(sent()).isEmpty();
        put(new Presented(Medium.QR, SECOND));
        assertThat(sent())
                .containsExactly(new Ask.ExamChosen(SHOWN, null, null, FIRST + "\n" + SECOND));
    }

    @Test
    void aDocumentIsNeverSentAsACode() {
        put(new Presented(Medium.QR, FIRST));
        assertThat(sent()).isEmpty();
        assertThat(state.screen())
                .isInstanceOfSatisfying(
                        Screen.Result.class,
                        result ->
                                assertThat(result.outcome())
                                        .isEqualTo(new Outcome.Told(Notice.UNREADABLE)));
        put(EXAM, new Presented(Medium.QR, SECOND));
        assertThat(sent()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ExamAsk.class)
    void aQuestionIsLeftByTheNextCardByTimeAndByAnEvacuation(ExamAsk ask) {
        put(CARD, asks(ask));
        pass(Duration.ofMillis(1_100));
        put(new Presented(Medium.CARD, "04D4E5F6"));
        assertThat(sent()).containsExactly(new Ask.Show(Medium.CARD, "04D4E5F6"));
        put(new Answered(2, Samples.exam(ExamReason.AMBIGUOUS, ask)));
        pass(Duration.ofSeconds(31));
        assertThat(state.screen()).isInstanceOf(Screen.TimeoutWarning.class);
        pass(Duration.ofSeconds(21));
        assertIdleAndEmpty();
        put(CARD, new Answered(3, Samples.exam(ExamReason.AMBIGUOUS, ask)));
        put(new FlowInput.View(Samples.view(OpeningMode.STAFFED, null, null, true)));
        assertThat(state.screen()).isEqualTo(new Screen.Evacuate());
    }

    @Test
    void aNumberHalfTypedIsGoneWithTime() {
        put(EXAM);
        type("19961020");
        pass(Duration.ofSeconds(31));
        pass(Duration.ofSeconds(21));
        assertIdleAndEmpty();
    }

    @Test
    void aQuestionWithoutAnAnswerSaysSo() {
        put(CARD, asks(ExamAsk.DOCUMENT), new DocumentPressed(DocumentShown.OTHER));
        put(new FlowInput.Unanswered(2));
        assertThat(state.screen())
                .isInstanceOfSatisfying(
                        Screen.Result.class,
                        result ->
                                assertThat(result.outcome())
                                        .isEqualTo(new Outcome.Told(Notice.NO_ANSWER)));
    }

    private static FlowInput asks(ExamAsk ask) {
        return new Answered(1, Samples.exam(ExamReason.AMBIGUOUS, ask));
    }

    private void assertIdleAndEmpty() {
        assertThat(state.screen()).isEqualTo(new Screen.Idle());
        assertThat(state.around().last()).isNull();
        assertThat(state.around().subject()).isNull();
        assertThat(effects).contains(new FlowEffect.ResetTools());
    }

    private List<Ask> sent() {
        return effects.stream()
                .filter(Send.class::isInstance)
                .map(effect -> ((Send) effect).ask())
                .toList();
    }

    private void type(String characters) {
        characters.chars().forEach(each -> put(new FlowInput.Typed((char) each)));
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
