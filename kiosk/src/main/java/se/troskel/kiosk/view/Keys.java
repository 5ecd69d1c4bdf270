package se.troskel.kiosk.view;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;

/// Buttons. Each has an id, a text that follows the language, and something to say for a voice.
final class Keys {
    private Keys() {}

    /// A button as wide as the column.
    static Button wide(String id, ObservableValue<String> text, Runnable action) {
        Button button = key(id, text, action);
        button.setMinHeight(Zones.BUTTON);
        button.setPrefHeight(Zones.BUTTON);
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    /// The one that most people press.
    static Button primary(String id, ObservableValue<String> text, Runnable action) {
        Button button = wide(id, text, action);
        button.getStyleClass().add("primary");
        return button;
    }

    /// A button of a grid: as large as its cell.
    static Button cell(String id, ObservableValue<String> text, Runnable action) {
        Button button = key(id, text, action);
        button.getStyleClass().add("narrow");
        button.setMinSize(0, 0);
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return button;
    }

    private static Button key(String id, ObservableValue<String> text, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(text);
        button.accessibleTextProperty().bind(text);
        button.getStyleClass().add("key");
        button.setWrapText(true);
        button.setOnAction(event -> action.run());
        return button;
    }
}
