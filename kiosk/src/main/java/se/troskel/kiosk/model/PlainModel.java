package se.troskel.kiosk.model;

import java.util.List;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import se.troskel.kiosk.flow.Button;
import se.troskel.kiosk.flow.FlowInput;
import se.troskel.kiosk.flow.Limits;
import se.troskel.kiosk.flow.Screen;
import se.troskel.kiosk.text.Sentences;

/// A screen of a headline, a line or two, and at most two buttons: checking, warning, a group's
/// host, leaving, help, out of order, controller lost, evacuation.
public final class PlainModel {
    private final TerminalModel terminal;
    private final Screen screen;

    public PlainModel(TerminalModel terminal) {
        this.terminal = terminal;
        this.screen = terminal.state().get().screen();
    }

    /// What it shows a picture of.
    public enum Picture {
        /// Something was read.
        RING,
        CLOCK,
        QUESTION,
        BROKEN,
        EXIT
    }

    public Picture picture() {
        return switch (screen) {
            case Screen.Checking _ -> Picture.RING;
            case Screen.TimeoutWarning _ -> Picture.CLOCK;
            case Screen.Evacuate _ -> Picture.EXIT;
            case Screen.OutOfOrder _, Screen.ControllerLost _ -> Picture.BROKEN;
            default -> Picture.QUESTION;
        };
    }

    public ObservableValue<String> headline() {
        return terminal.derive(() ->
                switch (terminal.state().get().screen()) {
                    case Screen.Checking(_, _, _, _, Screen.Patience patience) ->
                            patience == Screen.Patience.BRIEF ? "" : get("checking.headline");
                    case Screen.TimeoutWarning _ -> get("warning.headline");
                    case Screen.AskHost _ -> get("host.headline");
                    case Screen.Leaving leaving ->
                            get(
                                    leaving.unreadable()
                                            ? "notice.UNREADABLE"
                                            : "leave.call." + terminal.readable());
                    case Screen.Help _ -> get("help.headline");
                    case Screen.OutOfOrder _ -> get("broken.headline");
                    case Screen.ControllerLost _ -> get("lost.headline");
                    case Screen.Evacuate _ -> get("evacuate.headline");
                    default -> "";
                });
    }

    /// What to do.
    public ObservableValue<String> action() {
        return terminal.derive(() ->
                switch (terminal.state().get().screen()) {
                    case Screen.Checking(_, _, _, _, Screen.Patience patience) ->
                            patience == Screen.Patience.LONG ? get("checking.long") : "";
                    case Screen.TimeoutWarning _ -> get("warning.action");
                    case Screen.AskHost _ -> get("host.action");
                    case Screen.Leaving leaving ->
                            get(leaving.unreadable() ? "leave.again" : "leave.free");
                    case Screen.OutOfOrder _ -> get("broken.action") + " " + help();
                    case Screen.Help _, Screen.ControllerLost _ -> help();
                    case Screen.Evacuate _ -> get("evacuate.action");
                    default -> "";
                });
    }

    /// A third, smaller line: that exits work, how to begin, or the other languages.
    public ObservableValue<String> note() {
        return terminal.derive(() ->
                switch (terminal.state().get().screen()) {
                    case Screen.Help _ -> get("help.ready");
                    case Screen.OutOfOrder _, Screen.ControllerLost _ ->
                            get("lost.exit") + " " + terminal.site().kiosk();
                    case Screen.Evacuate _ -> inOtherLanguages();
                    default -> "";
                });
    }

    /// The buttons, at most two; what most people press comes first.
    public List<Button> buttons() {
        return switch (screen) {
            case Screen.TimeoutWarning _ -> List.of(Button.EXTEND);
            case Screen.AskHost _ -> List.of(Button.NO_CARD, Button.CANCEL);
            case Screen.Leaving _ -> List.of(Button.TYPE_CODE, Button.CANCEL);
            case Screen.Help _ -> List.of(Button.CANCEL);
            case Screen.OutOfOrder _ -> List.of(Button.TYPE_CODE);
            default -> List.of();
        };
    }

    public ObservableValue<String> label(Button button) {
        return terminal.text(
                switch (button) {
                    case EXTEND -> "button.extend";
                    case TYPE_CODE -> "idle.typeCode";
                    case NO_CARD -> "host.noCard";
                    default -> "button.back";
                });
    }

    public void press(Button button) {
        terminal.press(new FlowInput.Pressed(button));
    }

    /// How much of the warning is left, 1 to 0; null where there is no such time.
    public @Nullable ObservableValue<Double> timeLeft() {
        return screen instanceof Screen.TimeoutWarning(_, long until)
                ? terminal.share(() -> until, Limits.WARNING_NANOS)
                : null;
    }

    public ObservableValue<String> timeLeftSpoken() {
        return terminal.text("time.left");
    }

    private String help() {
        return Sentences.help(terminal.texts(), terminal.place());
    }

    private String get(String key) {
        return terminal.texts().get(key);
    }

    private String inOtherLanguages() {
        return String.join(
                "\n",
                terminal.otherTexts().stream()
                        .map(texts ->
                                texts.get("evacuate.headline") + " " + texts.get("evacuate.action"))
                        .toList());
    }
}
