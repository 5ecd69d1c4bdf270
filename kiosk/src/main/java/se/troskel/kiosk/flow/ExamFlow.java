package se.troskel.kiosk.flow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.troskel.kiosk.flow.FlowEffect.Sound;
import se.troskel.kiosk.flow.Screen.AskDocument;
import se.troskel.kiosk.flow.Screen.AskExam;
import se.troskel.kiosk.flow.Screen.ExamCall;
import se.troskel.kiosk.flow.Screen.Idle;
import se.troskel.kiosk.flow.Screen.TimeoutWarning;
import se.troskel.kiosk.flow.Surroundings.Seen;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.DocumentShown;
import se.troskel.protocol.kiosk.ExamAnswer;
import se.troskel.protocol.kiosk.KioskView;

/// Coming to an exam (DOMAIN 4.4 step 4). Pure.
///
/// ```
///          EXAM            card, code, number            answer
///   Idle ────────▶ ExamCall ────────────────▶ Checking ──────────▶ Result ──▶ home
///                                              ▲    │                ▲
///                       exam, document, lines  │    │ what it asks   │ CANCEL: as far as known
///                                              └─ AskExam            │
///                                                 AskDocument ───────┘
/// ```
///
/// A card shown without `EXAM` may be answered for an exam too. Nothing here is decided by the
/// terminal. Lines of a document are sent once all of them are there, and kept nowhere else.
final class ExamFlow {
    private static final String FILLER = "<";

    /// Characters of a line, by the number of lines. Source: ICAO 9303 parts 4 to 6.
    private static final List<Form> FORMS =
            List.of(new Form(3, 30), new Form(2, 36), new Form(2, 44));

    private record Form(int lines, int length) {}

    private ExamFlow() {}

    /// What follows in an exam's own screens; null for what is the same as in every other.
    static @Nullable FlowStep step(FlowState state, FlowInput input, long nanos) {
        return switch (input) {
            case FlowInput.Pressed(Button button) -> pressed(state, button, nanos);
            case FlowInput.Typed(char character) when state.screen() instanceof ExamCall call ->
                    FlowStep.to(state.with(call.typed(character, nanos)));
            case FlowInput.SittingPressed(String sitting) -> sitting(state, sitting, nanos);
            case FlowInput.DocumentPressed(DocumentShown document) ->
                    state.screen() instanceof AskDocument asked
                            ? check(state, asked.answer(), new Choice(null, document, null), nanos)
                            : FlowStep.to(state);
            case FlowInput.Presented(Medium _, String value) -> read(state, value, nanos);
            case FlowInput _ -> null;
        };
    }

    private record Choice(
            @Nullable String sitting, @Nullable DocumentShown document, @Nullable String lines) {}

    private static FlowStep check(FlowState state, Answer answer, Choice choice, long nanos) {
        Ask ask =
                new Ask.ExamChosen(
                        answer.presentation(), choice.sitting(), choice.document(), choice.lines());
        return Flow.check(state, ask, null, nanos).and(new Sound(Cue.TICK));
    }

    private static @Nullable FlowStep pressed(FlowState state, Button button, long nanos) {
        return switch (state.screen()) {
            case Idle _ when button == Button.EXAM && isExamNow(state) ->
                    FlowStep.to(state.with(new ExamCall("", false, nanos)));
            case ExamCall call when button == Button.ERASE ->
                    FlowStep.to(state.with(call.erased(nanos)));
            case ExamCall call when button == Button.LETTERS ->
                    FlowStep.to(state.with(call.withOtherKeys(nanos)));
            case ExamCall call when button == Button.CONFIRM && call.isLongEnough() ->
                    Flow.check(state, call.ask(), null, nanos);
            case AskDocument asked when button == Button.MORE || button == Button.BACK ->
                    FlowStep.to(state.with(asked.withPage(button == Button.MORE, nanos)));
            case Screen _ -> null;
        };
    }

    private static boolean isExamNow(FlowState state) {
        KioskView view = state.around().view();
        return view != null && view.examNow();
    }

    private static FlowStep sitting(FlowState state, String sitting, long nanos) {
        boolean offered =
                state.screen() instanceof AskExam asked
                        && asked.choices().stream()
                                .anyMatch(choice -> choice.sitting().equals(sitting));
        return offered && state.screen() instanceof AskExam asked
                ? check(state, asked.answer(), new Choice(sitting, null, null), nanos)
                : FlowStep.to(state);
    }

    /// The question about what was shown.
    static Ask shown(FlowState state, Seen seen) {
        Screen screen =
                state.screen() instanceof TimeoutWarning(var under, _) ? under : state.screen();
        return screen instanceof ExamCall
                ? new Ask.Exam(seen.medium(), seen.value())
                : LeaveFlow.shown(state, seen);
    }

    /// What an answer asks next; null for nothing.
    static @Nullable Screen question(Answer answer, long nanos) {
        ExamAnswer exam = answer.exam();
        if (exam == null || exam.ask() == null) {
            return null;
        }
        return switch (exam.ask()) {
            case SITTING -> exam.details().choices().isEmpty() ? null : new AskExam(answer, nanos);
            case DOCUMENT -> new AskDocument(answer, false, List.of(), nanos);
        };
    }

    static boolean isEvacuation(Answer answer) {
        ExamAnswer exam = answer.exam();
        return answer.reason() == CheckInReason.EVACUATE
                || (exam != null && exam.reason() == ExamReason.EVACUATE);
    }

    /// Whether this is a machine-readable line of an identity document, or all of them at once.
    static boolean isOfDocument(String value) {
        return value.contains(FILLER) && isLine(value) && form(value) != null;
    }

    private static boolean isLine(String value) {
        return value.chars()
                .allMatch(each ->
                        each == '<'
                                || (each >= 'A' && each <= 'Z')
                                || (each >= '0' && each <= '9'));
    }

    private static @Nullable Form form(String value) {
        return FORMS.stream()
                .filter(form ->
                        value.length() == form.length()
                                || value.length() == form.length() * form.lines())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable FlowStep read(FlowState state, String value, long nanos) {
        Screen screen =
                state.screen() instanceof TimeoutWarning(var under, _) ? under : state.screen();
        if (!(screen instanceof AskDocument asked) || !belongs(asked.lines(), value)) {
            return null;
        }
        Form form = form(value);
        if (form == null) {
            return null;
        }
        List<String> lines = lines(asked.lines(), value, form);
        return lines.size() == form.lines()
                ? check(
                        state,
                        asked.answer(),
                        new Choice(null, null, String.join("\n", lines)),
                        nanos)
                : FlowStep.to(state.with(asked.withLines(lines, nanos)), new Sound(Cue.TICK));
    }

    /// Any line but the first may lack fillers.
    private static boolean belongs(List<String> before, String value) {
        return isOfDocument(value)
                || (!before.isEmpty()
                        && before.getFirst().length() == value.length()
                        && isLine(value));
    }

    /// The lines so far; begins anew with a line that is of another size or was just read.
    private static List<String> lines(List<String> before, String value, Form form) {
        List<String> lines = new ArrayList<>();
        if (value.length() > form.length()) {
            for (int at = 0; at < value.length(); at += form.length()) {
                lines.add(value.substring(at, at + form.length()));
            }
            return lines;
        }
        boolean next =
                !before.isEmpty()
                        && before.getFirst().length() == value.length()
                        && !before.getLast().equals(value);
        if (next) {
            lines.addAll(before);
        }
        lines.add(value);
        return lines;
    }
}
