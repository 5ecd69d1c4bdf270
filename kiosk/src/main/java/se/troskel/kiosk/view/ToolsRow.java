package se.troskel.kiosk.view;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import se.troskel.kiosk.flow.FlowInput;
import se.troskel.kiosk.model.TerminalModel;
import se.troskel.kiosk.model.Tool;

/// Language, text size, contrast, reach mode, sound and help: the same place on every screen.
final class ToolsRow extends HBox {
    private static final double ICON = 48;
    private static final double HEIGHT = 112;
    private static final double WIDTH = 140;

    private final TerminalModel model;

    ToolsRow(TerminalModel model) {
        this.model = model;
        getStyleClass().add("tools");
        getChildren()
                .addAll(
                        tool("language", Icon.GLOBE.node(ICON), "tool.language", Tool.LANGUAGE),
                        tool("size", letters(), "tool.size.word", Tool.SIZE),
                        tool(
                                "contrast",
                                Icon.CONTRAST.node(ICON),
                                "tool.contrast.word",
                                Tool.CONTRAST),
                        tool("reach", Icon.DOWN.node(ICON), "tool.reach.word", Tool.REACH),
                        sound(),
                        help());
    }

    private Button tool(String id, Node picture, String key, Tool tool) {
        return button(id, picture, key, () -> model.use(tool));
    }

    private Button sound() {
        Button button = tool("sound", Icon.SOUND.node(ICON), "tool.sound.word", Tool.SOUND);
        button.graphicProperty()
                .bind(
                        model.comfort()
                                .map(is -> (is.sound() ? Icon.SOUND : Icon.SOUND_OFF).node(ICON)));
        return button;
    }

    private Button help() {
        return button(
                "help",
                Icon.QUESTION.node(ICON),
                "tool.help.word",
                () -> model.press(new FlowInput.Pressed(se.troskel.kiosk.flow.Button.HELP)));
    }

    private Button button(String id, Node picture, String key, Runnable action) {
        ObservableValue<String> word = model.text(key);
        Button button = Keys.cell(id, word, action);
        button.accessibleTextProperty().bind(model.text(spokenKey(key)));
        button.setGraphic(picture);
        button.setContentDisplay(ContentDisplay.TOP);
        button.setWrapText(false);
        button.setMinSize(WIDTH, HEIGHT);
        setHgrow(button, Priority.ALWAYS);
        return button;
    }

    private static String spokenKey(String key) {
        return key.replace(".word", "") + ".spoken";
    }

    private static Label letters() {
        Label letters = new Label("Aa");
        letters.getStyleClass().add("letters");
        letters.setMinHeight(ICON);
        return letters;
    }
}
