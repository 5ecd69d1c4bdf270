package se.troskel.kiosk.model;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import se.troskel.kiosk.flow.Button;
import se.troskel.kiosk.flow.FlowInput;
import se.troskel.kiosk.flow.Limits;
import se.troskel.kiosk.flow.Outcome;
import se.troskel.kiosk.flow.Screen;
import se.troskel.kiosk.text.Sentence;
import se.troskel.kiosk.text.Sentences;
import se.troskel.protocol.decision.Purpose;
import se.troskel.protocol.decision.Tone;

/// A result: shape, band, headline, action, how long it stays, and what the visit can be for.
public final class ResultModel {
    private static final Sentence NOTHING = new Sentence("", "", "");

    private final TerminalModel terminal;

    public ResultModel(TerminalModel terminal) {
        this.terminal = terminal;
    }

    public Tone tone() {
        Outcome outcome = outcome(terminal.state().get().screen());
        return outcome == null ? Tone.INFO : outcome.tone();
    }

    public ObservableValue<String> band() {
        return terminal.derive(() -> sentence().band());
    }

    public ObservableValue<String> headline() {
        return terminal.derive(() -> sentence().headline());
    }

    public ObservableValue<String> action() {
        return terminal.derive(() -> sentence().action());
    }

    /// How to get where the action sends the person, in one line; empty when nobody is sent
    /// anywhere or no directions are given.
    public ObservableValue<String> directions() {
        return terminal.derive(() -> terminal.directions(way()));
    }

    /// The plan of the way; null when there is none.
    public @Nullable HeadsUpPlan plan() {
        return way().map(Way::plan).orElse(null);
    }

    /// What stands on the sign of the room that the plan leads to.
    public ObservableValue<String> roomSign() {
        return terminal.derive(() -> way().map(Way::sign).orElse(""));
    }

    public ObservableValue<String> youAreHere() {
        return terminal.text("way.here");
    }

    /// Empty when it is not asked.
    public List<Purpose> purposes() {
        return terminal.state().get().screen() instanceof Screen.AskPurpose asked
                ? asked.purposes()
                : List.of();
    }

    public ObservableValue<String> question() {
        return terminal.text("purpose.question");
    }

    public ObservableValue<String> purpose(Purpose purpose) {
        return terminal.text("purpose." + purpose);
    }

    public ObservableValue<String> longer() {
        return terminal.text("button.longer");
    }

    /// Whether the one who is answered may go on to staff mode.
    public boolean staff() {
        Outcome outcome = outcome(terminal.state().get().screen());
        return outcome instanceof Outcome.Answered(var answer) && answer.staff() != null;
    }

    public ObservableValue<String> staffLabel() {
        return terminal.text("staff.button");
    }

    public void toStaffMode() {
        terminal.press(new FlowInput.Pressed(Button.STAFF));
    }

    /// Whether the one who is answered was inside already, and may check out with one press. Staff
    /// have staff mode in that place, and the idle screen's button.
    public boolean leaving() {
        Outcome outcome = outcome(terminal.state().get().screen());
        return outcome instanceof Outcome.Answered answered
                && answered.isInside()
                && answered.answer().staff() == null;
    }

    /// Whether it is about an exam, where the next in line may begin with one press.
    public boolean exam() {
        Outcome outcome = outcome(terminal.state().get().screen());
        return outcome instanceof Outcome.Answered(var answer) && answer.exam() != null;
    }

    public ObservableValue<String> doneLabel() {
        return terminal.text("exam.done");
    }

    public void done() {
        terminal.press(new FlowInput.Pressed(Button.CANCEL));
    }

    public ObservableValue<String> leavingLabel() {
        return terminal.text("leave.button");
    }

    public void leave() {
        terminal.press(new FlowInput.Pressed(Button.LEAVING));
    }

    /// How much of the time is left: 1 to 0.
    public ObservableValue<Double> timeLeft() {
        return terminal.share(this::until, Limits.resultNanos(words()));
    }

    public ObservableValue<String> timeLeftSpoken() {
        return terminal.text("time.left");
    }

    public void choose(Purpose purpose) {
        terminal.press(new FlowInput.PurposePressed(purpose));
    }

    public void showLonger() {
        terminal.press(new FlowInput.Pressed(Button.LONGER));
    }

    private long until() {
        return switch (terminal.state().get().screen()) {
            case Screen.Result(_, long until) -> until;
            case Screen.AskPurpose(_, _, long until) -> until;
            default -> 0;
        };
    }

    private int words() {
        Outcome outcome = outcome(terminal.state().get().screen());
        return outcome == null ? 0 : terminal.words(outcome);
    }

    private Optional<Way> way() {
        return terminal.way(outcome(terminal.state().get().screen()));
    }

    private Sentence sentence() {
        Outcome outcome = outcome(terminal.state().get().screen());
        return outcome == null
                ? NOTHING
                : Sentences.of(outcome, terminal.texts(), terminal.place());
    }

    private static @Nullable Outcome outcome(Screen screen) {
        return switch (screen) {
            case Screen.Result(Outcome outcome, _) -> outcome;
            case Screen.AskPurpose asked -> new Outcome.Answered(asked.answer());
            case Screen.AskPin pin -> new Outcome.Answered(pin.answer());
            default -> null;
        };
    }
}
