package se.troskel.kiosk.flow;

import org.jspecify.annotations.Nullable;
import se.troskel.kiosk.flow.FlowEffect.Send;
import se.troskel.kiosk.flow.FlowEffect.Sound;
import se.troskel.kiosk.flow.Screen.AskPurpose;
import se.troskel.kiosk.flow.Screen.AskStaffPin;
import se.troskel.kiosk.flow.Screen.Result;
import se.troskel.kiosk.flow.Screen.StaffMode;
import se.troskel.kiosk.flow.Screen.TimeoutWarning;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.StaffOrder;
import se.troskel.protocol.kiosk.StaffOrderResult;
import se.troskel.protocol.kiosk.StaffView;

/// Staff mode: one press chooses a door, a second one unlocks or locks it. Pure.
///
/// ```
///   Result ──STAFF──▶ AskStaffPin ──PIN──▶ Checking ──right──▶ StaffMode ──▶ home
///                          ▲                  │wrong           (Avsluta, another card, evacuation,
///                          └──────────────────┘                 or nobody there)
/// ```
final class StaffFlow {
    private StaffFlow() {}

    /// The token of the staff mode that a screen is in, also under a warning; null for none.
    static @Nullable String token(Screen screen) {
        return switch (screen) {
            case StaffMode mode -> mode.session().token();
            case TimeoutWarning(StaffMode mode, _) -> mode.session().token();
            case Screen _ -> null;
        };
    }

    /// From a result that offers staff mode to its PIN.
    static FlowStep asked(FlowState state, long nanos) {
        Answer answer =
                switch (state.screen()) {
                    case Result(Outcome.Answered(Answer shown), _) -> shown;
                    case AskPurpose asked -> asked.answer();
                    case Screen _ -> null;
                };
        return answer == null || answer.staff() == null
                ? FlowStep.to(state)
                : FlowStep.to(state.with(new AskStaffPin(answer.staff(), false, "", nanos)));
    }

    static FlowStep chosen(FlowState state, String door, long nanos) {
        if (!(state.screen() instanceof StaffMode mode) || mode.session().ordering()) {
            return FlowStep.to(state);
        }
        StaffMode next = new StaffMode(mode.session(), door, null, mode.page(), nanos);
        return FlowStep.to(state.with(next.touchedAt(nanos)), new Sound(Cue.TICK));
    }

    static FlowStep back(FlowState state, long nanos) {
        return state.screen() instanceof StaffMode mode && !mode.session().ordering()
                ? FlowStep.to(
                        state.with(
                                new StaffMode(mode.session(), null, null, mode.page(), nanos)
                                        .touchedAt(nanos)))
                : FlowStep.to(state);
    }

    static FlowStep moreDoors(FlowState state, long nanos) {
        return state.screen() instanceof StaffMode mode && mode.chosen() == null
                ? FlowStep.to(
                        state.with(
                                new StaffMode(
                                                mode.session(),
                                                null,
                                                mode.said(),
                                                mode.page() + 1,
                                                nanos)
                                        .touchedAt(nanos)))
                : FlowStep.to(state);
    }

    /// The second press.
    static FlowStep ordered(FlowState state, StaffOrder.Act act, long nanos) {
        if (!(state.screen() instanceof StaffMode mode)
                || mode.chosen() == null
                || mode.session().ordering()) {
            return FlowStep.to(state);
        }
        Ask ask = new Ask.StaffOrder(mode.session().token(), mode.chosen(), act);
        return asked(state, mode, ask, nanos);
    }

    /// Looks again once a second, while no order is on its way.
    static FlowStep looked(FlowState state, StaffMode mode, long nanos) {
        StaffSession session = mode.session();
        boolean due = nanos - session.askedAt() >= Limits.STAFF_LOOK_NANOS;
        return due && !session.ordering()
                ? asked(state, mode, new Ask.StaffLook(session.token(), session.pressed()), nanos)
                : FlowStep.to(state);
    }

    private static FlowStep asked(FlowState state, StaffMode mode, Ask ask, long nanos) {
        boolean order = ask instanceof Ask.StaffOrder;
        Surroundings around = state.around().askedOnce();
        StaffMode next =
                new StaffMode(
                        mode.session().asking(around.asked(), nanos, order),
                        mode.chosen(),
                        mode.said(),
                        mode.page(),
                        order ? nanos : mode.touched());
        return FlowStep.to(new FlowState(next, around), new Send(around.asked(), ask));
    }

    static FlowStep seen(FlowState state, long number, StaffView view) {
        return isAwaited(state, number) && state.screen() instanceof StaffMode mode
                ? FlowStep.to(state.with(mode.with(mode.session().heard(view))))
                : FlowStep.to(state);
    }

    static FlowStep done(FlowState state, long number, StaffOrderResult result) {
        if (!isAwaited(state, number)
                || !(state.screen() instanceof StaffMode mode)
                || mode.chosen() == null) {
            return FlowStep.to(state);
        }
        StaffMode next =
                new StaffMode(
                        mode.session().heard(result.view()),
                        null,
                        new Said(mode.chosen(), result.done()),
                        mode.page(),
                        mode.touched());
        return FlowStep.to(state.with(next), new Sound(result.done() ? Cue.OK : Cue.FAULT));
    }

    /// Whether staff mode waits for this answer.
    static boolean isAwaited(FlowState state, long number) {
        return state.screen() instanceof StaffMode mode && mode.session().asked() == number;
    }
}
