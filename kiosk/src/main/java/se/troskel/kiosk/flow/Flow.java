package se.troskel.kiosk.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.troskel.kiosk.flow.FlowEffect.CountDropped;
import se.troskel.kiosk.flow.FlowEffect.ResetTools;
import se.troskel.kiosk.flow.FlowEffect.Send;
import se.troskel.kiosk.flow.FlowEffect.SendPurpose;
import se.troskel.kiosk.flow.FlowEffect.SendStaffEnd;
import se.troskel.kiosk.flow.FlowEffect.Sound;
import se.troskel.kiosk.flow.Screen.AskDocument;
import se.troskel.kiosk.flow.Screen.AskExam;
import se.troskel.kiosk.flow.Screen.AskHost;
import se.troskel.kiosk.flow.Screen.AskPin;
import se.troskel.kiosk.flow.Screen.AskPurpose;
import se.troskel.kiosk.flow.Screen.AskStaffPin;
import se.troskel.kiosk.flow.Screen.Checking;
import se.troskel.kiosk.flow.Screen.ChoosePin;
import se.troskel.kiosk.flow.Screen.ControllerLost;
import se.troskel.kiosk.flow.Screen.Evacuate;
import se.troskel.kiosk.flow.Screen.ExamCall;
import se.troskel.kiosk.flow.Screen.GuestChoice;
import se.troskel.kiosk.flow.Screen.Help;
import se.troskel.kiosk.flow.Screen.Idle;
import se.troskel.kiosk.flow.Screen.Leaving;
import se.troskel.kiosk.flow.Screen.OutOfOrder;
import se.troskel.kiosk.flow.Screen.Patience;
import se.troskel.kiosk.flow.Screen.Remark;
import se.troskel.kiosk.flow.Screen.Result;
import se.troskel.kiosk.flow.Screen.StaffMode;
import se.troskel.kiosk.flow.Screen.TimeoutWarning;
import se.troskel.kiosk.flow.Screen.TypeCode;
import se.troskel.kiosk.flow.Screen.Waits;
import se.troskel.kiosk.flow.Surroundings.Seen;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.decision.Purpose;
import se.troskel.protocol.decision.Tone;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.EnrolmentPinResult;
import se.troskel.protocol.kiosk.KioskView;
import se.troskel.protocol.kiosk.StaffOrder;
import se.troskel.protocol.kiosk.StaffOrderResult;
import se.troskel.protocol.kiosk.StaffPinResult;
import se.troskel.protocol.kiosk.StaffView;

/// The terminal's state machine. Pure: the same state, input and time give the same step.
///
/// ```
///             card, code              answer               time, cancel
///   Idle ───────────────▶ Checking ───────────▶ Result ───────────────▶ home
///    │                        ▲    ├──────────▶ AskPurpose ───────────▶ home
///    │ button                 │    └──────────▶ AskPin ─┐
///    ├──▶ TypeCode, GuestChoice ──▶ AskHost (a group) ──┤ 30 s
///    └──▶ Help, ChoosePin (an enrolment) ───────────────┴──▶ TimeoutWarning ──20 s──▶ home
///
///   home = Evacuate, else OutOfOrder, else ControllerLost, else ChoosePin, else Idle
/// ```
///
/// A card takes over from every screen but `Checking` and an answer younger than one second; there
/// it waits its turn. A card shown to `AskHost` is the host's: once it is let in, after its PIN
/// where one is asked for, the group is asked about too, and one answer is shown of both. A host
/// who is refused is told why, and the group is not counted. `Evacuate` is entered from everywhere.
/// Checking out is drawn at [LeaveFlow], an exam at [ExamFlow], staff mode at [StaffFlow].
public final class Flow {
    private final ReadingTime readingTime;

    /// A flow; holds no state.
    ///
    /// @param readingTime pure; called once for each result
    public Flow(ReadingTime readingTime) {
        this.readingTime = readingTime;
    }

    /// What follows when `input` happens at `nanos` (monotonic, never going back).
    public FlowStep step(FlowState state, FlowInput input, long nanos) {
        FlowStep exam = ExamFlow.step(state, input, nanos);
        FlowStep step = exam == null ? happened(state, input, nanos) : exam;
        FlowStep left = LeaveFlow.forgetting(leftStaffMode(state, step));
        return left.state().screen() instanceof Evacuate ? silent(left) : left;
    }

    private FlowStep happened(FlowState state, FlowInput input, long nanos) {
        return switch (input) {
            case FlowInput.Presented(Medium _, String value) when ExamFlow.isOfDocument(value) ->
                    state.screen() instanceof Idle ? unreadable(state, nanos) : stay(state);
            case FlowInput.Presented(Medium medium, String value) ->
                    presented(state, new Seen(medium, value, nanos));
            case FlowInput.Unreadable() -> isFree(state) ? unreadable(state, nanos) : stay(state);
            case FlowInput.Typed(char character) -> typed(state, character, nanos);
            case FlowInput.Pressed(Button button) -> pressed(state, button, nanos);
            case FlowInput.VisitPressed(VisitKind kind) -> visit(state, kind, nanos);
            case FlowInput.PurposePressed(Purpose purpose) -> purpose(state, purpose, nanos);
            case FlowInput.ToolUsed() -> toolUsed(state, nanos);
            case FlowInput.Answered(long number, Answer answer) ->
                    state.screen() instanceof Checking checking && checking.ask() == number
                            ? answered(state, checking, answer, nanos)
                            : stay(state);
            case FlowInput.PinTaken(long number, EnrolmentPinResult.Outcome outcome) ->
                    pinTaken(state, number, outcome, nanos);
            case FlowInput.DoorPressed(String door) -> StaffFlow.chosen(state, door, nanos);
            case FlowInput.StaffEntered(long number, StaffPinResult result) ->
                    isAwaited(state, number) ? staffEntered(state, result, nanos) : stay(state);
            case FlowInput.StaffSeen(long number, StaffView view) ->
                    StaffFlow.seen(state, number, view);
            case FlowInput.StaffDone(long number, StaffOrderResult result) ->
                    StaffFlow.done(state, number, result);
            case FlowInput.Unanswered(long number) ->
                    untold(state, number, Notice.NO_ANSWER, Notice.STAFF_NO_ANSWER, nanos);
            case FlowInput.Refused(long number) ->
                    untold(state, number, Notice.REFUSED, Notice.STAFF_OVER, nanos);
            case FlowInput.View(KioskView view) ->
                    warned(
                            viewed(state.with(state.around().withView(view)), nanos),
                            state.around().view());
            case FlowInput.ControllerGone() ->
                    rehomed(state.with(state.around().disconnected()), nanos);
            case FlowInput.ReaderHeard(String id, Medium medium, boolean works) ->
                    rehomed(
                            state.with(
                                    state.around()
                                            .withReader(
                                                    id, new Surroundings.Reader(medium, works))),
                            nanos);
            case FlowInput.SittingPressed _, FlowInput.DocumentPressed _ -> stay(state);
            case FlowInput.Tick() -> ticked(state, nanos);
        };
    }

    /// Ends staff mode at the controller too, however it was left.
    private static FlowStep leftStaffMode(FlowState before, FlowStep step) {
        String token = StaffFlow.token(before.screen());
        return token == null || token.equals(StaffFlow.token(step.state().screen()))
                ? step
                : step.and(new SendStaffEnd(token));
    }

    private FlowStep untold(
            FlowState state, long number, Notice notice, Notice inStaffMode, long nanos) {
        if (StaffFlow.isAwaited(state, number)) {
            return tell(state, inStaffMode, nanos);
        }
        return isAwaited(state, number)
                ? tell(state, LeaveFlow.unanswered(state, notice), nanos)
                : stay(state);
    }

    private FlowStep unreadable(FlowState state, long nanos) {
        FlowStep stillLeaving = LeaveFlow.unreadable(state, nanos);
        return stillLeaving == null ? tell(state, Notice.UNREADABLE, nanos) : stillLeaving;
    }

    private FlowStep staffEntered(FlowState state, StaffPinResult result, long nanos) {
        return switch (result.outcome()) {
            case OPENED -> staffMode(state, result, nanos);
            case WRONG ->
                    result.again() == null
                            ? tell(state, Notice.STAFF_OVER, nanos)
                            : FlowStep.to(
                                    state.with(new AskStaffPin(result.again(), true, "", nanos)),
                                    new Sound(Cue.ACT));
            case PAUSED -> tell(state, Notice.STAFF_PAUSED, nanos);
            case GONE -> tell(state, Notice.STAFF_OVER, nanos);
        };
    }

    private FlowStep staffMode(FlowState state, StaffPinResult result, long nanos) {
        if (result.token() == null || result.view() == null) {
            return tell(state, Notice.STAFF_OVER, nanos);
        }
        StaffSession session =
                new StaffSession(
                        result.token(), result.view(), state.around().asked(), nanos, false, false);
        return FlowStep.to(
                state.with(new StaffMode(session, null, null, 0, nanos)), new Sound(Cue.OK));
    }

    private FlowStep presented(FlowState state, Seen seen) {
        if (state.around().sawJustNow(seen)) {
            return stay(state);
        }
        FlowState noted = state.with(state.around().withLast(seen));
        if (state.screen() instanceof Evacuate) {
            return ask(noted, new Ask.Show(seen.medium(), seen.value()));
        }
        if (isFree(noted) && !isHeld(noted, seen.at())) {
            Ask ask = ExamFlow.shown(noted, seen);
            return check(noted, ask, awaitingHost(noted.screen()), seen.at())
                    .and(new Sound(Cue.TICK));
        }
        if (noted.around().waiting().size() >= Limits.WAITING_MAX) {
            return FlowStep.to(state, new CountDropped(), new Sound(Cue.FAULT));
        }
        List<Seen> waiting = new ArrayList<>(noted.around().waiting());
        waiting.add(seen);
        return FlowStep.to(noted.with(noted.around().withWaiting(waiting)), new Sound(Cue.TICK));
    }

    private static @Nullable HostedGroup awaitingHost(Screen screen) {
        return switch (screen) {
            case AskHost(int people, _) -> HostedGroup.of(people);
            case TimeoutWarning(AskHost(int people, _), _) -> HostedGroup.of(people);
            case Screen _ -> null;
        };
    }

    private FlowStep begin(FlowState state, Seen seen, long nanos) {
        return check(state, LeaveFlow.shown(state, seen), nanos);
    }

    /// Asks the controller and shows that it was asked.
    private FlowStep check(FlowState state, Ask ask, long nanos) {
        return check(state, ask, null, nanos);
    }

    static FlowStep check(FlowState state, Ask ask, @Nullable HostedGroup group, long nanos) {
        FlowStep asked = ask(state, ask);
        String enrolment = ask instanceof Ask.ChosenPin chosen ? chosen.enrolment() : null;
        Screen checking =
                new Checking(
                        asked.state().around().asked(), enrolment, group, nanos, Patience.BRIEF);
        FlowState about = asked.state().with(asked.state().around().asking(ask));
        return new FlowStep(about.with(checking), asked.effects());
    }

    private static FlowStep ask(FlowState state, Ask ask) {
        Surroundings around = state.around().askedOnce();
        return FlowStep.to(state.with(around), new Send(around.asked(), ask));
    }

    private FlowStep answered(FlowState state, Checking checking, Answer answer, long nanos) {
        if (LeaveFlow.isRefused(state, answer)) {
            return tell(state, Notice.LEAVE_NOT_RECORDED, nanos);
        }
        HostedGroup group = checking.group();
        if (group == null || answer.reason() == CheckInReason.EVACUATE) {
            return show(state, answer, null, nanos);
        }
        if (group.isLetInBy(answer)) {
            Ask visit = new Ask.Visit(VisitKind.GROUP, group.people(), answer.presentation());
            return check(state, visit, group.hostedBy(answer), nanos);
        }
        return show(state, group.shown(answer), group, nanos);
    }

    private FlowStep show(FlowState state, Answer answer, @Nullable HostedGroup group, long nanos) {
        Surroundings around = state.around().heldUntil(nanos + Limits.HOLD_NANOS);
        if (ExamFlow.isEvacuation(answer)) {
            return evacuate(state);
        }
        if (answer.pin() != null && asksForPin(answer.reason())) {
            Screen pin = new AskPin(answer, answer.pin(), group, "", nanos);
            return withCue(new FlowState(pin, around), answer.reason().tone());
        }
        Outcome outcome = new Outcome.Answered(answer);
        long until = nanos + dwell(outcome);
        Screen asked = ExamFlow.question(answer, nanos);
        if (asked != null) {
            return withCue(new FlowState(asked, around), outcome.tone());
        }
        List<Purpose> purposes = around.view() == null ? List.of() : around.view().purposes();
        Screen screen =
                isVisit(answer) && !LeaveFlow.offers(outcome) && !purposes.isEmpty()
                        ? new AskPurpose(answer, purposes, until)
                        : new Result(outcome, until);
        return withCue(new FlowState(screen, around), outcome.tone());
    }

    private static boolean asksForPin(CheckInReason reason) {
        return reason == CheckInReason.PIN_REQUIRED || reason == CheckInReason.PIN_WRONG;
    }

    /// Whoever is sent to a room is shown the way while its door is unlocked, and asked nothing.
    private static boolean isVisit(Answer answer) {
        return answer.reason() == CheckInReason.VISIT_COUNTED
                || (answer.reason() == CheckInReason.CHECKED_IN
                        && answer.next() != NextStep.GO_TO_ROOM);
    }

    private FlowStep tell(FlowState state, Notice notice, long nanos) {
        Outcome outcome = new Outcome.Told(notice);
        FlowState told =
                new FlowState(
                        result(outcome, nanos),
                        state.around().heldUntil(nanos + Limits.HOLD_NANOS));
        Cue cue = notice.tone() == Tone.OK ? Cue.OK : Cue.FAULT;
        return FlowStep.to(told, new Sound(cue));
    }

    private long dwell(Outcome outcome) {
        return Limits.resultNanos(readingTime.words(outcome));
    }

    private static FlowStep withCue(FlowState state, Tone tone) {
        return switch (tone) {
            case OK -> FlowStep.to(state, new Sound(Cue.OK));
            case WAIT, ACT -> FlowStep.to(state, new Sound(Cue.ACT));
            case INFO, STOP -> FlowStep.to(state);
        };
    }

    private FlowStep typed(FlowState state, char character, long nanos) {
        return switch (state.screen()) {
            case AskPin pin ->
                    FlowStep.to(
                            state.with(
                                    pin.typed(
                                            digit(pin.digits(), character, Limits.PIN_MAX),
                                            nanos)));
            case AskStaffPin pin ->
                    FlowStep.to(
                            state.with(
                                    pin.typed(
                                            digit(pin.digits(), character, Limits.PIN_MAX),
                                            nanos)));
            case ChoosePin pin ->
                    FlowStep.to(
                            state.with(
                                    new ChoosePin(
                                            pin.enrolment(),
                                            pin.first(),
                                            digit(pin.digits(), character, Limits.PIN_MAX),
                                            pin.remark(),
                                            nanos)));
            case GuestChoice choice when choice.group() ->
                    FlowStep.to(
                            state.with(
                                    new GuestChoice(
                                            true,
                                            digit(
                                                    choice.digits(),
                                                    character,
                                                    Limits.GROUP_DIGITS_MAX),
                                            nanos)));
            case TypeCode code -> FlowStep.to(state.with(code.typed(character, nanos)));
            case TimeoutWarning warning ->
                    FlowStep.to(state.with((Screen) warning.under().touchedAt(nanos)));
            case GuestChoice _, AskHost _, Help _, StaffMode _, Leaving _ -> stay(state);
            case ExamCall _, AskExam _, AskDocument _ -> stay(state);
            case Idle _, Checking _ -> stay(state);
            case Result _, AskPurpose _, OutOfOrder _, ControllerLost _, Evacuate _ -> stay(state);
        };
    }

    private static String digit(String digits, char character, int most) {
        boolean isDigit = character >= '0' && character <= '9';
        return isDigit && digits.length() < most ? digits + character : digits;
    }

    private FlowStep pressed(FlowState state, Button button, long nanos) {
        if (state.screen() instanceof Evacuate || state.screen() instanceof Checking) {
            return stay(state);
        }
        return switch (button) {
            case ERASE -> erased(state, nanos);
            case CONFIRM -> confirmed(state, nanos);
            case CANCEL -> cancelled(state, nanos);
            case LONGER -> longer(state, nanos);
            case EXTEND ->
                    state.screen() instanceof TimeoutWarning warning
                            ? FlowStep.to(state.with((Screen) warning.under().touchedAt(nanos)))
                            : stay(state);
            case TYPE_CODE ->
                    FlowStep.to(
                            state.with(new TypeCode("", LeaveFlow.intent(state.screen()), nanos)));
            case LEAVING -> leaving(state, nanos);
            case GUESTS ->
                    state.around().view() != null && state.around().view().guests()
                            ? FlowStep.to(state.with(new GuestChoice(false, "", nanos)))
                            : stay(state);
            case NO_CARD ->
                    state.screen() instanceof AskHost(int people, _)
                            ? check(state, new Ask.Visit(VisitKind.GROUP, people, null), nanos)
                            : stay(state);
            case HELP -> FlowStep.to(state.with(new Help(nanos)));
            case STAFF -> StaffFlow.asked(state, nanos);
            case UNLOCK -> StaffFlow.ordered(state, StaffOrder.Act.UNLOCK, nanos);
            case LOCK -> StaffFlow.ordered(state, StaffOrder.Act.LOCK, nanos);
            case BACK -> StaffFlow.back(state, nanos);
            case MORE -> StaffFlow.moreDoors(state, nanos);
            case EXAM, LETTERS -> stay(state);
        };
    }

    private FlowStep leaving(FlowState state, long nanos) {
        Ask again = LeaveFlow.again(state);
        return again == null ? LeaveFlow.begun(state, nanos) : check(state, again, nanos);
    }

    private static FlowStep erased(FlowState state, long nanos) {
        return switch (state.screen()) {
            case AskPin pin -> FlowStep.to(state.with(pin.typed(shorter(pin.digits()), nanos)));
            case AskStaffPin pin ->
                    FlowStep.to(state.with(pin.typed(shorter(pin.digits()), nanos)));
            case ChoosePin pin ->
                    FlowStep.to(
                            state.with(
                                    new ChoosePin(
                                            pin.enrolment(),
                                            pin.first(),
                                            shorter(pin.digits()),
                                            pin.remark(),
                                            nanos)));
            case TypeCode code ->
                    FlowStep.to(state.with(code.with(shorter(code.characters()), nanos)));
            case GuestChoice choice ->
                    FlowStep.to(
                            state.with(
                                    new GuestChoice(
                                            choice.group(), shorter(choice.digits()), nanos)));
            case AskHost _, Help _, StaffMode _, Leaving _ -> stay(state);
            case ExamCall _, AskExam _, AskDocument _ -> stay(state);
            case Idle _, Checking _, Result _, AskPurpose _ -> stay(state);
            case OutOfOrder _, ControllerLost _, Evacuate _, TimeoutWarning _ -> stay(state);
        };
    }

    private static String shorter(String text) {
        return text.isEmpty() ? text : text.substring(0, text.length() - 1);
    }

    private FlowStep confirmed(FlowState state, long nanos) {
        return switch (state.screen()) {
            case AskPin pin when pin.digits().length() >= Limits.PIN_MIN ->
                    check(
                            state,
                            new Ask.Pin(pin.challenge().id(), pin.digits()),
                            pin.group(),
                            nanos);
            case AskStaffPin pin when pin.digits().length() >= Limits.PIN_MIN ->
                    check(state, new Ask.StaffPin(pin.challenge().id(), pin.digits()), nanos);
            case ChoosePin pin when pin.digits().length() >= Limits.PIN_MIN ->
                    chosen(state, pin, nanos);
            case TypeCode code when code.isWhole() ->
                    check(state, typed(state, code, nanos), nanos);
            case GuestChoice choice when choice.isNumber() ->
                    FlowStep.to(state.with(new AskHost(Integer.parseInt(choice.digits()), nanos)));
            case Waits waits -> FlowStep.to(state.with((Screen) waits.touchedAt(nanos)));
            case Idle _, Checking _, Result _, AskPurpose _ -> stay(state);
            case OutOfOrder _, ControllerLost _, Evacuate _, TimeoutWarning _ -> stay(state);
        };
    }

    private static Ask typed(FlowState state, TypeCode code, long nanos) {
        return LeaveFlow.shown(state, new Seen(Medium.SHORT_CODE, code.characters(), nanos));
    }

    private FlowStep chosen(FlowState state, ChoosePin pin, long nanos) {
        if (pin.first() == null) {
            return FlowStep.to(
                    state.with(
                            new ChoosePin(pin.enrolment(), pin.digits(), "", Remark.NONE, nanos)));
        }
        if (pin.first().equals(pin.digits())) {
            return check(state, new Ask.ChosenPin(pin.enrolment(), pin.digits()), nanos);
        }
        return FlowStep.to(
                state.with(new ChoosePin(pin.enrolment(), null, "", Remark.DIFFERENT, nanos)),
                new Sound(Cue.ACT));
    }

    private FlowStep cancelled(FlowState state, long nanos) {
        return switch (state.screen()) {
            case AskDocument asked ->
                    FlowStep.to(state.with(result(new Outcome.Answered(asked.answer()), nanos)));
            case Waits waits -> home(givenUp(state, waits), nanos);
            case TimeoutWarning warning -> home(givenUp(state, warning.under()), nanos);
            case Result _, AskPurpose _ -> home(state, nanos);
            case Idle _, Checking _, OutOfOrder _, ControllerLost _, Evacuate _ -> stay(state);
        };
    }

    private static FlowState givenUp(FlowState state, Waits waits) {
        return waits instanceof ChoosePin pin
                ? state.with(state.around().withEnded(pin.enrolment()))
                : state;
    }

    private FlowStep longer(FlowState state, long nanos) {
        return switch (state.screen()) {
            case Result(Outcome outcome, _) -> FlowStep.to(state.with(result(outcome, nanos)));
            case AskPurpose asked ->
                    FlowStep.to(
                            state.with(
                                    new AskPurpose(
                                            asked.answer(),
                                            asked.purposes(),
                                            nanos + dwell(new Outcome.Answered(asked.answer())))));
            case Idle _, Checking _, Waits _, TimeoutWarning _ -> stay(state);
            case OutOfOrder _, ControllerLost _, Evacuate _ -> stay(state);
        };
    }

    private FlowStep visit(FlowState state, VisitKind kind, long nanos) {
        if (!(state.screen() instanceof GuestChoice)) {
            return stay(state);
        }
        return switch (kind) {
            case GROUP -> FlowStep.to(state.with(new GuestChoice(true, "", nanos)));
            case GUEST, ACCOMPANIED_CHILD -> check(state, new Ask.Visit(kind, 1, null), nanos);
            case STUDENT, WORKER -> stay(state);
        };
    }

    private FlowStep purpose(FlowState state, Purpose purpose, long nanos) {
        if (!(state.screen() instanceof AskPurpose asked)) {
            return stay(state);
        }
        return FlowStep.to(
                state.with(result(new Outcome.Answered(asked.answer()), nanos)),
                new SendPurpose(asked.answer().presentation(), purpose),
                new Sound(Cue.TICK));
    }

    private Screen result(Outcome outcome, long nanos) {
        return new Result(outcome, nanos + dwell(outcome));
    }

    private static FlowStep toolUsed(FlowState state, long nanos) {
        FlowState used = state.with(state.around().withToolsUsedAt(nanos));
        return switch (state.screen()) {
            case Waits waits -> FlowStep.to(used.with((Screen) waits.touchedAt(nanos)));
            case TimeoutWarning warning ->
                    FlowStep.to(used.with((Screen) warning.under().touchedAt(nanos)));
            case Idle _, Checking _, Result _, AskPurpose _ -> FlowStep.to(used);
            case OutOfOrder _, ControllerLost _ -> FlowStep.to(used);
            case Evacuate _ -> stay(state);
        };
    }

    private FlowStep pinTaken(
            FlowState state, long number, EnrolmentPinResult.Outcome outcome, long nanos) {
        if (!isAwaited(state, number)
                || !(state.screen() instanceof Checking(_, String enrolment, _, _, _))
                || enrolment == null) {
            return stay(state);
        }
        FlowState ended = state.with(state.around().withEnded(enrolment));
        return switch (outcome) {
            case ACCEPTED -> tell(ended, Notice.PIN_SAVED, nanos);
            case GONE -> tell(ended, Notice.ENROLMENT_OVER, nanos);
            case TOO_EASY ->
                    FlowStep.to(
                            state.with(new ChoosePin(enrolment, null, "", Remark.TOO_EASY, nanos)),
                            new Sound(Cue.ACT));
        };
    }

    /// Lets each warning that the centre closes be heard once.
    private static FlowStep warned(FlowStep step, @Nullable KioskView before) {
        Integer was = closingWarning(before);
        Integer is = closingWarning(step.state().around().view());
        return is == null || is.equals(was) ? step : step.and(new Sound(Cue.WARNING));
    }

    private static @Nullable Integer closingWarning(@Nullable KioskView view) {
        return view == null || view.closing() == null ? null : view.closing().warning();
    }

    private FlowStep viewed(FlowState state, long nanos) {
        if (state.around().evacuating()) {
            return evacuate(state);
        }
        return switch (state.screen()) {
            case Evacuate _ -> home(state, nanos);
            case ChoosePin pin -> stillChosen(state, pin, nanos);
            case TimeoutWarning(ChoosePin pin, _) -> stillChosen(state, pin, nanos);
            case Idle _, OutOfOrder _, ControllerLost _ -> rehomed(state, nanos);
            case Result(Outcome.Answered(Answer answer), _) -> stillOpens(state, answer, nanos);
            case AskPurpose asked -> stillOpens(state, asked.answer(), nanos);
            case Checking _, Result _, TimeoutWarning _, Waits _ -> stay(state);
        };
    }

    /// Says that the door did not open while the answer that unlocked it is still shown.
    private FlowStep stillOpens(FlowState state, Answer answer, long nanos) {
        KioskView view = state.around().view();
        KioskView.DoorTrouble trouble = view == null ? null : view.trouble();
        if (trouble == null || !trouble.presentation().equals(answer.presentation())) {
            return stay(state);
        }
        Outcome outcome = new Outcome.DoorShut(trouble.otherDoor());
        return FlowStep.to(state.with(result(outcome, nanos)), new Sound(Cue.ACT));
    }

    private FlowStep stillChosen(FlowState state, ChoosePin pin, long nanos) {
        return pin.enrolment().equals(state.around().openEnrolment())
                ? stay(state)
                : tell(state, Notice.ENROLMENT_OVER, nanos);
    }

    /// Empties the screen at once; what still waits is asked about, so that it is recorded.
    private static FlowStep evacuate(FlowState state) {
        if (state.screen() instanceof Evacuate) {
            return stay(state);
        }
        FlowStep step = FlowStep.to(state);
        for (Seen seen : state.around().waiting()) {
            FlowStep asked = ask(step.state(), new Ask.Show(seen.medium(), seen.value()));
            step = new FlowStep(asked.state(), concat(step.effects(), asked.effects()));
        }
        FlowState empty =
                new FlowState(
                        new Evacuate(), step.state().around().emptied().withToolsUsedAt(null));
        return new FlowStep(empty, step.effects()).and(new ResetTools());
    }

    private static List<FlowEffect> concat(List<FlowEffect> first, List<FlowEffect> second) {
        List<FlowEffect> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static FlowStep silent(FlowStep step) {
        return new FlowStep(
                step.state(),
                step.effects().stream().filter(effect -> !(effect instanceof Sound)).toList());
    }

    private FlowStep ticked(FlowState before, long nanos) {
        FlowState state = forgetting(before, nanos);
        return switch (state.screen()) {
            case Checking checking -> checkingOn(state, checking, nanos);
            case Result(_, long until) when nanos - until >= 0 -> home(state, nanos);
            case AskPurpose(_, _, long until) when nanos - until >= 0 -> home(state, nanos);
            case TimeoutWarning(Waits under, long until) when nanos - until >= 0 ->
                    home(givenUp(state, under), nanos);
            case Result _, AskPurpose _, TimeoutWarning _ -> nextWaiting(state, nanos);
            case Waits waits when nanos - waits.touched() >= waits.quietNanos() ->
                    FlowStep.to(
                            state.with(new TimeoutWarning(waits, nanos + Limits.WARNING_NANOS)),
                            new Sound(Cue.WARNING));
            case StaffMode mode when state.around().waiting().isEmpty() ->
                    StaffFlow.looked(state, mode, nanos);
            case Waits _ -> nextWaiting(state, nanos);
            case Idle _, OutOfOrder _, ControllerLost _ -> resetting(state, nanos);
            case Evacuate _ -> stay(state);
        };
    }

    private static FlowState forgetting(FlowState state, long nanos) {
        Seen last = state.around().last();
        return last != null && nanos - last.at() >= Limits.SAME_VALUE_NANOS
                ? state.with(state.around().withLast(null))
                : state;
    }

    private FlowStep checkingOn(FlowState state, Checking checking, long nanos) {
        long waited = nanos - checking.since();
        if (waited >= Limits.NO_ANSWER_NANOS) {
            return tell(state, LeaveFlow.unanswered(state, Notice.NO_ANSWER), nanos);
        }
        Patience patience =
                waited >= Limits.CHECKING_LONG_NANOS
                        ? Patience.LONG
                        : waited >= Limits.CHECKING_SHOWN_NANOS ? Patience.SHOWN : Patience.BRIEF;
        return FlowStep.to(
                state.with(
                        new Checking(
                                checking.ask(),
                                checking.enrolment(),
                                checking.group(),
                                checking.since(),
                                patience)));
    }

    private FlowStep nextWaiting(FlowState state, long nanos) {
        List<Seen> waiting = state.around().waiting();
        if (waiting.isEmpty() || isHeld(state, nanos)) {
            return stay(state);
        }
        return begin(
                state.with(state.around().withWaiting(waiting.subList(1, waiting.size()))),
                waiting.getFirst(),
                nanos);
    }

    private static FlowStep resetting(FlowState state, long nanos) {
        Long used = state.around().toolsUsedAt();
        return used != null && nanos - used >= Limits.QUIET_NANOS
                ? FlowStep.to(state.with(state.around().withToolsUsedAt(null)), new ResetTools())
                : stay(state);
    }

    /// The next in turn, or the screen that the terminal rests on, with nothing left of anybody.
    private FlowStep home(FlowState state, long nanos) {
        if (!state.around().waiting().isEmpty() && !state.around().evacuating()) {
            return nextWaiting(state.with(state.around().heldUntil(null)), nanos);
        }
        Screen rest = rest(state.around(), nanos);
        if (rest instanceof ChoosePin) {
            return FlowStep.to(new FlowState(rest, state.around().emptied()));
        }
        FlowState empty = new FlowState(rest, state.around().emptied().withToolsUsedAt(null));
        return FlowStep.to(empty, new ResetTools());
    }

    private static Screen rest(Surroundings around, long nanos) {
        if (around.evacuating()) {
            return new Evacuate();
        }
        if (around.outOfOrder()) {
            return new OutOfOrder();
        }
        if (!around.connected()) {
            return new ControllerLost();
        }
        String enrolment = around.openEnrolment();
        return enrolment == null
                ? new Idle()
                : new ChoosePin(enrolment, null, "", Remark.NONE, nanos);
    }

    /// A resting screen follows what has changed around it; any other one ends by itself.
    private FlowStep rehomed(FlowState state, long nanos) {
        return switch (state.screen()) {
            case Idle _, OutOfOrder _, ControllerLost _ -> {
                Screen rest = rest(state.around(), nanos);
                boolean same = Objects.equals(rest.getClass(), state.screen().getClass());
                yield same ? stay(state) : FlowStep.to(state.with(rest));
            }
            case Checking _, Result _, AskPurpose _, TimeoutWarning _, Waits _, Evacuate _ ->
                    stay(state);
        };
    }

    private static boolean isAwaited(FlowState state, long number) {
        return state.screen() instanceof Checking checking && checking.ask() == number;
    }

    private static boolean isFree(FlowState state) {
        return !(state.screen() instanceof Checking) && !(state.screen() instanceof Evacuate);
    }

    private static boolean isHeld(FlowState state, long nanos) {
        Long until = state.around().holdUntil();
        return until != null && nanos - until < 0;
    }

    private static FlowStep stay(FlowState state) {
        return FlowStep.to(state);
    }
}
