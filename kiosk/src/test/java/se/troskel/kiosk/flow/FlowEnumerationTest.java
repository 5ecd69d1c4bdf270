package se.troskel.kiosk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.troskel.kiosk.sample.Samples;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.decision.Purpose;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.kiosk.DocumentShown;
import se.troskel.protocol.kiosk.EnrolmentPinResult;
import se.troskel.protocol.kiosk.ExamAsk;
import se.troskel.protocol.kiosk.PinChallenge;
import se.troskel.protocol.kiosk.StaffOrderResult;
import se.troskel.protocol.kiosk.StaffPinResult;

/// Whatever happens in whatever screen, the invariants of the terminal hold. Walks the states that
/// are reached from the start, putting every kind of input to each, and checks each step.
class FlowEnumerationTest {
    private static final int STEPS = 120_000;
    private static final Flow FLOW = new Flow(outcome -> 12);

    @Test
    void everyInputInEveryReachedScreenKeepsTheInvariants() {
        Set<String> screens = new TreeSet<>();
        Set<String> pairs = new HashSet<>();
        Set<Object> known = new HashSet<>();
        Deque<At> open =
                new ArrayDeque<>(
                        List.of(
                                new At(FlowState.START, 0),
                                new At(askingForHost(), 0),
                                new At(leaving(), 0),
                                new At(wasInside(), 0),
                                new At(atAnExam(null), 0),
                                new At(atAnExam(ExamAsk.SITTING), 0),
                                new At(atAnExam(ExamAsk.DOCUMENT), 0),
                                new At(inStaffMode(), 0)));
        for (int steps = 0; steps < STEPS && !open.isEmpty(); ) {
            At at = open.poll();
            for (FlowInput input : inputs(at.state())) {
                for (Duration later :
                        List.of(Duration.ZERO, Duration.ofMillis(1_100), Duration.ofSeconds(31))) {
                    long nanos = at.nanos() + later.toNanos();
                    FlowStep step = FLOW.step(at.state(), input, nanos);
                    check(at.state(), input, step);
                    steps++;
                    screens.add(name(step.state().screen()));
                    pairs.add(name(at.state().screen()) + " " + name(input));
                    if (known.add(shape(step.state(), nanos))) {
                        open.add(new At(step.state(), nanos));
                    }
                }
            }
        }
        Set<String> all = new TreeSet<>();
        for (Class<?> screen : Screen.class.getDeclaredClasses()) {
            if (screen.isRecord()) {
                all.add(screen.getSimpleName());
            }
        }
        assertThat(screens).isEqualTo(all);
        assertThat(pairs).hasSize(all.size() * FlowInput.class.getPermittedSubclasses().length);
    }

    /// So far from the start that the walk from there alone would end before it.
    private static FlowState askingForHost() {
        FlowState state = FlowState.START;
        for (FlowInput input :
                List.of(
                        new FlowInput.View(Samples.view()),
                        new FlowInput.Pressed(Button.GUESTS),
                        new FlowInput.VisitPressed(VisitKind.GROUP),
                        new FlowInput.Typed('4'),
                        new FlowInput.Pressed(Button.CONFIRM))) {
            state = FLOW.step(state, input, 0).state();
        }
        return state;
    }

    private static FlowState leaving() {
        FlowState state = FlowState.START;
        for (FlowInput input :
                List.of(
                        new FlowInput.View(Samples.view()),
                        new FlowInput.Pressed(Button.LEAVING))) {
            state = FLOW.step(state, input, 0).state();
        }
        return state;
    }

    private static FlowState wasInside() {
        FlowState state = FlowState.START;
        for (FlowInput input :
                List.of(
                        new FlowInput.View(Samples.view()),
                        new FlowInput.Presented(Medium.CARD, "04A1"),
                        new FlowInput.Answered(1, Samples.toSomebodyInside()))) {
            state = FLOW.step(state, input, 0).state();
        }
        return state;
    }

    /// Where an exam is asked for; beyond it, where `ask` is answered.
    private static FlowState atAnExam(@Nullable ExamAsk ask) {
        FlowState state = FlowState.START;
        List<FlowInput> inputs =
                new ArrayList<>(
                        List.of(
                                new FlowInput.View(Samples.examMorning()),
                                new FlowInput.Pressed(Button.EXAM)));
        if (ask != null) {
            inputs.add(new FlowInput.Presented(Medium.CARD, "04A1"));
            inputs.add(new FlowInput.Answered(1, Samples.exam(ExamReason.PRE_OK, ask)));
        }
        for (FlowInput input : inputs) {
            state = FLOW.step(state, input, 0).state();
        }
        return state;
    }

    private static FlowState inStaffMode() {
        FlowState state = FlowState.START;
        for (FlowInput input :
                List.of(
                        new FlowInput.View(Samples.view()),
                        new FlowInput.Presented(Medium.CARD, "04A1"),
                        new FlowInput.Answered(1, Samples.staffAnswer()),
                        new FlowInput.Pressed(Button.STAFF),
                        new FlowInput.Typed('4'),
                        new FlowInput.Typed('4'),
                        new FlowInput.Typed('4'),
                        new FlowInput.Typed('4'),
                        new FlowInput.Pressed(Button.CONFIRM),
                        new FlowInput.StaffEntered(2, Samples.staffOpened()))) {
            state = FLOW.step(state, input, 0).state();
        }
        return state;
    }

    private record At(FlowState state, long nanos) {}

    private static void check(FlowState before, FlowInput input, FlowStep step) {
        FlowState after = step.state();
        String what = before + " + " + input + " = " + after;
        if (after.screen() instanceof Screen.Idle) {
            assertThat(after.around().last()).as("INV-12: " + what).isNull();
            assertThat(after.around().waiting()).as("INV-12: " + what).isEmpty();
            assertThat(after.around().subject()).as("INV-12: " + what).isNull();
            assertThat(after.around().connected()).as(what).isTrue();
        }
        assertThat(after.screen() instanceof Screen.Evacuate || !after.around().evacuating())
                .as("evacuation comes first: " + what)
                .isTrue();
        if (after.screen() instanceof Screen.Evacuate) {
            assertThat(step.effects())
                    .as("silent: " + what)
                    .noneMatch(FlowEffect.Sound.class::isInstance);
        }
        assertThat(after.around().waiting().size())
                .as(what)
                .isLessThanOrEqualTo(Limits.WAITING_MAX);
        assertThat(after + " " + step.effects())
                .as("nothing personal in any text: " + what)
                .doesNotContain("4711", "04A1", "secret-token", "ERIKSSON");
        String token = StaffFlow.token(before.screen());
        boolean over = token != null && !token.equals(StaffFlow.token(after.screen()));
        assertThat(step.effects().stream().filter(FlowEffect.SendStaffEnd.class::isInstance))
                .as("staff mode that is left is ended: " + what)
                .hasSize(over ? 1 : 0);
        boolean opened = token == null && StaffFlow.token(after.screen()) != null;
        assertThat(opened && !(input instanceof FlowInput.StaffEntered))
                .as("only a right PIN opens staff mode: " + what)
                .isFalse();
        boolean ordered =
                step.effects().stream()
                        .anyMatch(effect -> effect instanceof FlowEffect.Send(_, Ask.StaffOrder _));
        assertThat(
                        ordered
                                && !(before.screen() instanceof Screen.StaffMode mode
                                        && mode.chosen() != null))
                .as("no door is moved by one press: " + what)
                .isFalse();
        checkLeaving(before, input, step, what);
        boolean ignored =
                input instanceof FlowInput.Presented(Medium _, String value)
                        && !ExamFlow.isOfDocument(value)
                        && step.effects().isEmpty()
                        && !before.around()
                                .sawJustNow(new Surroundings.Seen(Medium.CARD, "04A1", 0));
        assertThat(ignored).as("nothing dropped silently: " + what).isFalse();
        if (before.screen() instanceof Screen.Result || before.screen() instanceof Screen.Idle) {
            assertThat(step.effects())
                    .as("a typed character is nothing here: " + what)
                    .noneMatch(effect ->
                            input instanceof FlowInput.Typed && effect instanceof FlowEffect.Send);
        }
    }

    private static void checkLeaving(
            FlowState before, FlowInput input, FlowStep step, String what) {
        boolean leaves =
                step.effects().stream()
                        .anyMatch(effect -> effect instanceof FlowEffect.Send(_, Ask.Leave _));
        boolean mayLeave =
                detail(before.screen()).toString().matches(".*(Leaving|LEAVE).*")
                        || before.screen() instanceof Screen.Result;
        assertThat(leaves && !mayLeave)
                .as("nobody is checked out who did not say so: " + what)
                .isFalse();
        assertThat(
                        leaves
                                && input instanceof FlowInput.Tick
                                && !(before.around().subject() instanceof Ask.Leave))
                .as("nor by time alone: " + what)
                .isFalse();
        boolean answers =
                !(input instanceof FlowInput.StaffEntered)
                        && !(input instanceof FlowInput.PinTaken);
        if (answers
                && before.around().subject() instanceof Ask.Leave
                && before.screen() instanceof Screen.Checking
                && step.state().screen() instanceof Screen.Result(Outcome outcome, _)) {
            boolean free =
                    switch (outcome) {
                        case Outcome.Answered(var answer) ->
                                answer.reason() == CheckInReason.CHECKED_OUT;
                        case Outcome.Told(Notice notice) ->
                                notice == Notice.LEAVE_NO_ANSWER
                                        || notice == Notice.LEAVE_NOT_RECORDED;
                        case Outcome.DoorShut _ -> false;
                    };
            assertThat(free).as("nobody who leaves is refused: " + what).isTrue();
        }
        assertThat(
                        step.state().around().subject() instanceof Ask.Leave
                                && step.state().screen() instanceof Screen.AskPin)
                .as("nobody who leaves is asked for a PIN: " + what)
                .isFalse();
    }

    private static List<FlowInput> inputs(FlowState state) {
        long asked = state.around().asked();
        List<FlowInput> inputs = new ArrayList<>();
        inputs.add(new FlowInput.Presented(Medium.CARD, "04A1"));
        inputs.add(new FlowInput.Unreadable());
        inputs.add(new FlowInput.Typed('4'));
        for (Button button : Button.values()) {
            inputs.add(new FlowInput.Pressed(button));
        }
        inputs.add(new FlowInput.VisitPressed(VisitKind.GUEST));
        inputs.add(new FlowInput.VisitPressed(VisitKind.GROUP));
        inputs.add(new FlowInput.PurposePressed(Purpose.STUDY));
        inputs.add(new FlowInput.SittingPressed("sitting-1"));
        inputs.add(new FlowInput.SittingPressed("none of these"));
        inputs.add(new FlowInput.DocumentPressed(DocumentShown.NONE));
        inputs.add(new FlowInput.Presented(Medium.QR, ExamFlowTest.FIRST));
        inputs.add(new FlowInput.Answered(asked, Samples.exam(ExamReason.PRE_OK, null)));
        inputs.add(new FlowInput.Answered(asked, Samples.exam(ExamReason.EVACUATE, null)));
        for (ExamAsk ask : ExamAsk.values()) {
            inputs.add(new FlowInput.Answered(asked, Samples.exam(ExamReason.MANUAL_ID, ask)));
        }
        inputs.add(new FlowInput.ToolUsed());
        inputs.add(answered(asked, CheckInReason.CHECKED_IN, NextStep.SIT_DOWN));
        inputs.add(answered(asked, CheckInReason.CHECKED_OUT, NextStep.GOODBYE));
        inputs.add(new FlowInput.Answered(asked, Samples.toSomebodyInside()));
        inputs.add(answered(asked, CheckInReason.UNKNOWN, NextStep.CALL));
        inputs.add(answered(asked, CheckInReason.EVACUATE, NextStep.LEAVE_NOW));
        inputs.add(new FlowInput.Answered(asked, Samples.pinAnswer(CheckInReason.PIN_REQUIRED)));
        for (EnrolmentPinResult.Outcome outcome : EnrolmentPinResult.Outcome.values()) {
            inputs.add(new FlowInput.PinTaken(asked, outcome));
        }
        inputs.add(new FlowInput.Answered(asked, Samples.staffAnswer()));
        inputs.add(new FlowInput.DoorPressed("exam-2"));
        inputs.add(new FlowInput.StaffEntered(asked, Samples.staffOpened()));
        for (StaffPinResult.Outcome outcome : StaffPinResult.Outcome.values()) {
            inputs.add(
                    new FlowInput.StaffEntered(
                            asked,
                            new StaffPinResult(
                                    outcome,
                                    null,
                                    null,
                                    new PinChallenge("again", 1, Samples.NOW),
                                    null)));
        }
        inputs.add(new FlowInput.StaffSeen(asked, Samples.staffView()));
        inputs.add(new FlowInput.StaffDone(asked, new StaffOrderResult(true, Samples.staffView())));
        inputs.add(new FlowInput.View(Samples.doorShut(null)));
        inputs.add(new FlowInput.Unanswered(asked));
        inputs.add(new FlowInput.Refused(asked));
        inputs.add(new FlowInput.View(Samples.view()));
        inputs.add(new FlowInput.View(Samples.closing(15, 15)));
        inputs.add(new FlowInput.View(Samples.examMorning()));
        inputs.add(view("enrolment", false));
        inputs.add(view(null, true));
        inputs.add(new FlowInput.ControllerGone());
        inputs.add(new FlowInput.ReaderHeard("card-1", Medium.CARD, true));
        inputs.add(new FlowInput.ReaderHeard("card-1", Medium.CARD, false));
        inputs.add(new FlowInput.Tick());
        return inputs;
    }

    private static FlowInput answered(long number, CheckInReason reason, NextStep next) {
        return new FlowInput.Answered(number, Samples.answer(reason, next));
    }

    private static FlowInput view(
            @org.jspecify.annotations.Nullable String enrolment, boolean evacuate) {
        return new FlowInput.View(
                Samples.view(OpeningMode.STAFFED, Samples.PHONE, enrolment, evacuate));
    }

    private static String name(Object each) {
        return each.getClass().getSimpleName();
    }

    /// What tells two states apart here: kinds and counts, not times.
    private static Object shape(FlowState state, long nanos) {
        Surroundings around = state.around();
        return List.of(
                detail(state.screen()),
                around.connected(),
                around.readers(),
                Math.min(2, around.waiting().size()),
                around.last() != null,
                around.holdUntil() != null && around.holdUntil() > nanos,
                String.valueOf(around.openEnrolment()) + around.subject(),
                around.toolsUsedAt() != null);
    }

    private static String progress(@org.jspecify.annotations.Nullable HostedGroup group) {
        return group == null ? "no group" : group.host() == null ? "host" : "group";
    }

    private static Object detail(Screen screen) {
        return switch (screen) {
            case Screen.ChoosePin pin ->
                    List.of("ChoosePin", pin.first() == null, pin.digits().length(), pin.remark());
            case Screen.AskPin pin -> List.of("AskPin", pin.digits().length(), pin.group() != null);
            case Screen.AskStaffPin pin ->
                    List.of("AskStaffPin", pin.wrong(), pin.digits().length());
            case Screen.StaffMode mode ->
                    List.of(
                            "StaffMode",
                            mode.chosen() != null,
                            mode.said() != null,
                            mode.session().ordering(),
                            mode.session().pressed());
            case Screen.TypeCode code ->
                    List.of("TypeCode", code.intent(), code.characters().length());
            case Screen.ExamCall call ->
                    List.of("ExamCall", call.letters(), Math.min(5, call.characters().length()));
            case Screen.AskDocument asked ->
                    List.of("AskDocument", asked.more(), asked.lines().size());
            case Screen.GuestChoice choice ->
                    List.of("GuestChoice", choice.group(), choice.digits().length());
            case Screen.TimeoutWarning warning ->
                    List.of("TimeoutWarning", detail(warning.under()));
            case Screen.Checking checking ->
                    List.of(
                            "Checking",
                            String.valueOf(checking.enrolment()),
                            progress(checking.group()),
                            checking.patience());
            case Screen other -> name(other);
        };
    }
}
