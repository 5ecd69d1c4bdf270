package se.troskel.kiosk.flow;

import org.jspecify.annotations.Nullable;
import se.troskel.kiosk.flow.FlowEffect.Sound;
import se.troskel.kiosk.flow.Screen.AskPin;
import se.troskel.kiosk.flow.Screen.Idle;
import se.troskel.kiosk.flow.Screen.Leaving;
import se.troskel.kiosk.flow.Screen.Result;
import se.troskel.kiosk.flow.Screen.TimeoutWarning;
import se.troskel.kiosk.flow.Screen.TypeCode;
import se.troskel.kiosk.flow.Surroundings.Seen;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.kiosk.Answer;

/// Checking out (DOMAIN 5.1, row 19). Pure.
///
/// ```
///            LEAVING             card, code
///   Idle ────────────▶ Leaving ──────────────▶ Checking ──▶ Result ──▶ home
///                       │    ▲ unreadable        ▲
///                       │    └── again           │ LEAVING: what was shown is asked about again
///                       └──▶ TypeCode ───────────┤
///                                              Result of somebody who was inside already
/// ```
///
/// Only the next thing shown is about leaving, and the same again; another is somebody who comes
/// in. No PIN is ever asked for, and whatever the controller answers, nobody is told that they may
/// not leave: what is not [CheckInReason#CHECKED_OUT] becomes [Notice#LEAVE_NOT_RECORDED].
final class LeaveFlow {
    private LeaveFlow() {}

    static FlowStep begun(FlowState state, long nanos) {
        return state.screen() instanceof Idle
                ? FlowStep.to(state.with(new Leaving(false, nanos)))
                : FlowStep.to(state);
    }

    /// What was shown, asked about again as a leaving; null on any result that does not offer it.
    static @Nullable Ask again(FlowState state) {
        return state.screen() instanceof Result(Outcome outcome, _)
                        && offers(outcome)
                        && state.around().subject() instanceof Ask.Show(var medium, var value)
                ? new Ask.Leave(medium, value)
                : null;
    }

    /// Whether a result offers to check out.
    static boolean offers(Outcome outcome) {
        return outcome instanceof Outcome.Answered answered && answered.isInside();
    }

    /// The question about what was shown. Whoever shows the same once more, while they wait for the
    /// answer or read it, still leaves.
    static Ask shown(FlowState state, Seen seen) {
        Ask leave = new Ask.Leave(seen.medium(), seen.value());
        return isLeaving(state.screen()) || leave.equals(state.around().subject())
                ? leave
                : new Ask.Show(seen.medium(), seen.value());
    }

    /// What this screen's code is typed for.
    static Intent intent(Screen screen) {
        return isLeaving(screen) ? Intent.LEAVE : Intent.ENTER;
    }

    private static boolean isLeaving(Screen screen) {
        return switch (screen) {
            case Leaving _ -> true;
            case TypeCode code -> code.intent() == Intent.LEAVE;
            case TimeoutWarning warning -> isLeaving((Screen) warning.under());
            case Screen _ -> false;
        };
    }

    /// Says that nothing was read, and still waits for somebody who leaves; null on other screens.
    static @Nullable FlowStep unreadable(FlowState state, long nanos) {
        return isLeaving(state.screen())
                ? FlowStep.to(state.with(new Leaving(true, nanos)), new Sound(Cue.FAULT))
                : null;
    }

    /// Whether a leaving was answered with anything but that it is recorded.
    static boolean isRefused(FlowState state, Answer answer) {
        return state.around().subject() instanceof Ask.Leave
                && answer.reason() != CheckInReason.CHECKED_OUT
                && answer.reason() != CheckInReason.EVACUATE;
    }

    /// What is said when the controller gave no answer, or none that can be used.
    static Notice unanswered(FlowState state, Notice otherwise) {
        if (!(state.around().subject() instanceof Ask.Leave)) {
            return otherwise;
        }
        return otherwise == Notice.NO_ANSWER ? Notice.LEAVE_NO_ANSWER : Notice.LEAVE_NOT_RECORDED;
    }

    /// Without what was shown, once nothing more can be asked about it.
    static FlowStep forgetting(FlowStep step) {
        FlowState state = step.state();
        Ask subject = state.around().subject();
        return subject == null || isNeeded(subject, state.screen())
                ? step
                : new FlowStep(state.with(state.around().about(null)), step.effects());
    }

    private static boolean isNeeded(Ask subject, Screen screen) {
        return switch (screen) {
            case Screen.Checking _, AskPin _ -> true;
            case TimeoutWarning warning -> warning.under() instanceof AskPin;
            case Result(Outcome outcome, _) -> subject instanceof Ask.Leave || offers(outcome);
            case Screen _ -> false;
        };
    }
}
