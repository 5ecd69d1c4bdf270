package se.troskel.kiosk.model;

import java.util.Map;
import javafx.beans.value.ObservableValue;
import se.troskel.kiosk.flow.Button;
import se.troskel.kiosk.flow.FlowInput;
import se.troskel.kiosk.flow.Limits;
import se.troskel.kiosk.flow.Outcome;
import se.troskel.kiosk.flow.Screen;
import se.troskel.kiosk.flow.Screen.AskPin;
import se.troskel.kiosk.flow.Screen.AskStaffPin;
import se.troskel.kiosk.flow.Screen.ChoosePin;
import se.troskel.kiosk.flow.Screen.ExamCall;
import se.troskel.kiosk.flow.Screen.GuestChoice;
import se.troskel.kiosk.flow.Screen.Remark;
import se.troskel.kiosk.flow.Screen.TypeCode;
import se.troskel.kiosk.text.Sentence;
import se.troskel.kiosk.text.Sentences;
import se.troskel.kiosk.text.Texts;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.Tone;
import se.troskel.protocol.kiosk.Answer;

/// A pad: for a PIN, the number of people in a group, a short code, or a personal number. A PIN is
/// only ever shown as dots, of a number two characters at most.
public final class PadModel {
    private static final String DOT = "●";
    private static final String NO_DOT = "○";
    private static final String BLANK = "·";
    private static final String HIDDEN = "•";
    private static final int SEEN = 2;
    private static final int HIDDEN_MAX = 11;

    private final TerminalModel terminal;

    public PadModel(TerminalModel terminal) {
        this.terminal = terminal;
    }

    /// Whether letters are typed too.
    public boolean isCode() {
        return screen() instanceof TypeCode;
    }

    /// Whether a personal number or a short code is typed, by people who stand in a line.
    public boolean isNumber() {
        return screen() instanceof ExamCall;
    }

    /// Whether its keys are letters now.
    public boolean hasLetters() {
        return screen() instanceof ExamCall call && call.letters();
    }

    public Tone tone() {
        return switch (screen()) {
            case AskPin(Answer answer, _, _, _, _) -> answer.reason().tone();
            case ChoosePin pin when pin.remark() != Remark.NONE -> Tone.ACT;
            case AskStaffPin pin when pin.wrong() -> Tone.ACT;
            default -> Tone.INFO;
        };
    }

    public ObservableValue<String> band() {
        return terminal.derive(() -> {
            boolean wrong =
                    switch (screen()) {
                        case AskPin(Answer answer, _, _, _, _) ->
                                answer.reason() == CheckInReason.PIN_WRONG;
                        case AskStaffPin pin -> pin.wrong();
                        default -> false;
                    };
            return texts().get(wrong ? "band.again" : "band.step");
        });
    }

    public ObservableValue<String> headline() {
        return terminal.derive(() ->
                switch (screen()) {
                    case AskPin pin -> sentence(pin).headline();
                    case AskStaffPin pin -> staffHeadline(pin);
                    case ChoosePin pin -> texts().get(chooseKey(pin));
                    case TypeCode _ -> texts().get("code.headline");
                    case GuestChoice _ -> texts().get("group.headline");
                    case ExamCall _ -> texts().get("idle.call." + terminal.readable());
                    default -> "";
                });
    }

    public ObservableValue<String> hint() {
        return terminal.derive(() ->
                switch (screen()) {
                    case AskPin pin -> sentence(pin).action();
                    case AskStaffPin _ -> texts().get("next.ENTER_PIN");
                    case ChoosePin pin ->
                            texts().get(pin.first() == null ? "pin.chooseHint" : "pin.repeatHint");
                    case TypeCode _ -> texts().get("code.hint");
                    case GuestChoice _ -> texts().get("group.hint");
                    case ExamCall _ -> texts().get("exam.number");
                    default -> "";
                });
    }

    /// Dots for a PIN, the characters of a code, the number of a group.
    public ObservableValue<String> entered() {
        return terminal.derive(() ->
                switch (screen()) {
                    case AskPin pin -> dots(pin.digits().length());
                    case AskStaffPin pin -> dots(pin.digits().length());
                    case ChoosePin pin -> dots(pin.digits().length());
                    case TypeCode code -> grouped(code.characters());
                    case GuestChoice choice -> choice.digits().isEmpty() ? BLANK : choice.digits();
                    case ExamCall call -> masked(call.characters());
                    default -> "";
                });
    }

    /// What a voice may say of it: never a digit of a PIN.
    public ObservableValue<String> enteredSpoken() {
        return terminal.derive(() ->
                switch (screen()) {
                    case AskPin pin -> counted(pin.digits().length());
                    case AskStaffPin pin -> counted(pin.digits().length());
                    case ChoosePin pin -> counted(pin.digits().length());
                    case TypeCode code -> code.characters();
                    case GuestChoice choice -> choice.digits();
                    case ExamCall call -> counted(call.characters().length());
                    default -> "";
                });
    }

    public ObservableValue<Boolean> tooShort() {
        return terminal.derive(() ->
                switch (screen()) {
                    case AskPin pin -> pin.digits().length() < Limits.PIN_MIN;
                    case AskStaffPin pin -> pin.digits().length() < Limits.PIN_MIN;
                    case ChoosePin pin -> pin.digits().length() < Limits.PIN_MIN;
                    case TypeCode code -> !code.isWhole();
                    case GuestChoice choice -> !choice.isNumber();
                    case ExamCall call -> !call.isLongEnough();
                    default -> true;
                });
    }

    public ObservableValue<String> spoken(char character) {
        String key = Character.isDigit(character) ? "button.digit" : "button.character";
        return terminal.derive(() -> texts().get(key, Map.of("digit", String.valueOf(character))));
    }

    public ObservableValue<String> label(Button button) {
        return terminal.text(
                switch (button) {
                    case ERASE -> "button.erase";
                    case CONFIRM -> "button.confirm";
                    case LETTERS -> hasLetters() ? "exam.keys.digits" : "exam.keys.letters";
                    default -> "button.cancel";
                });
    }

    public void type(char character) {
        terminal.press(new FlowInput.Typed(character));
    }

    public void press(Button button) {
        terminal.press(new FlowInput.Pressed(button));
    }

    private String staffHeadline(AskStaffPin pin) {
        String tries = String.valueOf(pin.challenge().triesLeft());
        return pin.wrong()
                ? texts().get("reason.PIN_WRONG", Map.of("tries", tries))
                : texts().get("staff.pin");
    }

    private static String chooseKey(ChoosePin pin) {
        if (pin.remark() != Remark.NONE) {
            return "pin." + pin.remark();
        }
        return pin.first() == null ? "pin.choose" : "pin.repeat";
    }

    private static String dots(int typed) {
        int places = Math.max(Limits.PIN_MIN, typed);
        return String.join(
                " ",
                java.util.stream.IntStream.range(0, places)
                        .mapToObj(place -> place < typed ? DOT : NO_DOT)
                        .toList());
    }

    /// The last two only, so that nobody behind reads a personal number.
    private static String masked(String characters) {
        int hidden = Math.max(0, characters.length() - SEEN);
        return characters.isEmpty()
                ? BLANK
                : HIDDEN.repeat(Math.min(hidden, HIDDEN_MAX)) + characters.substring(hidden);
    }

    private String counted(int typed) {
        return texts().get("pin.digits", Map.of("count", String.valueOf(typed)));
    }

    private static String grouped(String characters) {
        int half = se.troskel.protocol.decision.ShortCode.LENGTH / 2;
        String padded = characters + BLANK.repeat(2 * half - characters.length());
        return padded.substring(0, half) + " " + padded.substring(half);
    }

    private Sentence sentence(AskPin pin) {
        return Sentences.of(new Outcome.Answered(pin.answer()), texts(), terminal.place());
    }

    private Screen screen() {
        return terminal.state().get().screen();
    }

    private Texts texts() {
        return terminal.texts();
    }
}
