package se.troskel.kiosk.view;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Insets;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import se.troskel.kiosk.flow.Button;
import se.troskel.kiosk.model.PadModel;
import se.troskel.protocol.decision.ShortCode;
import se.troskel.protocol.decision.Tone;

/// A pad of digits, or of digits and letters.
final class PadView {
    private static final int DIGITS_PER_ROW = 3;
    private static final double DIGIT_HEIGHT = 120;
    private static final int NUMBER_PER_ROW = 4;
    private static final String NUMBER_KEYS = "123T456-789+";
    private static final int LETTERS_PER_ROW = 7;
    private static final double LETTER_HEIGHT = 98;
    private static final String LETTER_KEYS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ-+";
    private static final int CHARACTERS_PER_ROW = 8;
    private static final double CHARACTER_HEIGHT = 116;

    private PadView() {}

    static Panes of(PadModel model) {
        Label headline = Words.label(model.headline(), "headline");
        Label hint = Words.label(model.hint(), "action");
        Label entered = Words.label(model.entered(), "entered");
        entered.accessibleTextProperty().bind(model.enteredSpoken());
        Message message =
                model.tone() == Tone.ACT
                        ? new Message(Band.of(Tone.ACT, model.band()), headline, hint, entered)
                        : new Message(headline, hint, entered);
        if (model.isNumber()) {
            return new Panes(message, model.hasLetters() ? letters(model) : number(model));
        }
        return new Panes(message, model.isCode() ? characters(model) : digits(model));
    }

    private static Region digits(PadModel model) {
        List<javafx.scene.control.Button> keys = new ArrayList<>();
        for (char digit = '1'; digit <= '9'; digit++) {
            keys.add(key(model, "digit-" + digit, digit));
        }
        keys.add(command(model, "erase", Button.ERASE));
        keys.add(key(model, "digit-0", '0'));
        keys.add(confirm(model));
        KeyGrid grid = new KeyGrid(DIGITS_PER_ROW, DIGIT_HEIGHT);
        grid.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        grid.addAll(keys);
        javafx.scene.control.Button cancel = command(model, "cancel", Button.CANCEL);
        cancel.setMinHeight(DIGIT_HEIGHT);
        return column(grid, cancel);
    }

    /// Digits in their usual places, and what else a personal number may have.
    private static Region number(PadModel model) {
        List<javafx.scene.control.Button> keys = keys(model, NUMBER_KEYS);
        keys.add(command(model, "letters", Button.LETTERS));
        keys.add(key(model, "digit-0", '0'));
        keys.add(command(model, "erase", Button.ERASE));
        keys.add(confirm(model));
        KeyGrid grid = new KeyGrid(NUMBER_PER_ROW, DIGIT_HEIGHT);
        grid.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        grid.addAll(keys);
        javafx.scene.control.Button cancel = command(model, "cancel", Button.CANCEL);
        cancel.setMinHeight(DIGIT_HEIGHT);
        return column(grid, cancel);
    }

    private static Region letters(PadModel model) {
        KeyGrid grid = new KeyGrid(LETTERS_PER_ROW, LETTER_HEIGHT);
        grid.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        grid.addAll(keys(model, LETTER_KEYS));
        KeyGrid commands = new KeyGrid(2, LETTER_HEIGHT);
        commands.addAll(
                List.of(
                        command(model, "letters", Button.LETTERS),
                        command(model, "erase", Button.ERASE),
                        command(model, "cancel", Button.CANCEL),
                        confirm(model)));
        return column(grid, commands);
    }

    private static List<javafx.scene.control.Button> keys(PadModel model, String characters) {
        List<javafx.scene.control.Button> keys = new ArrayList<>();
        for (int at = 0; at < characters.length(); at++) {
            char character = characters.charAt(at);
            String kind = Character.isDigit(character) ? "digit-" : "character-";
            keys.add(key(model, kind + character, character));
        }
        return keys;
    }

    private static Region characters(PadModel model) {
        List<javafx.scene.control.Button> keys = new ArrayList<>();
        for (char character : ShortCode.CHARACTERS.toCharArray()) {
            keys.add(key(model, "character-" + character, character));
        }
        KeyGrid grid = new KeyGrid(CHARACTERS_PER_ROW, CHARACTER_HEIGHT);
        grid.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        grid.addAll(keys);
        KeyGrid commands = new KeyGrid(DIGITS_PER_ROW, Zones.BUTTON);
        commands.addAll(
                List.of(
                        command(model, "cancel", Button.CANCEL),
                        command(model, "erase", Button.ERASE),
                        confirm(model)));
        return column(grid, commands);
    }

    private static VBox column(Region first, Region second) {
        VBox column = new VBox(Zones.GAP, first, second);
        column.setAlignment(Pos.BOTTOM_LEFT);
        column.setPadding(new Insets(0, Zones.MARGIN, Zones.GAP, Zones.MARGIN));
        second.setMaxWidth(Double.MAX_VALUE);
        return column;
    }

    private static javafx.scene.control.Button key(PadModel model, String id, char character) {
        var text = new SimpleStringProperty(String.valueOf(character));
        javafx.scene.control.Button key = Keys.cell(id, text, () -> model.type(character));
        key.accessibleTextProperty().bind(model.spoken(character));
        return key;
    }

    private static javafx.scene.control.Button command(PadModel model, String id, Button button) {
        return Keys.cell(id, model.label(button), () -> model.press(button));
    }

    private static javafx.scene.control.Button confirm(PadModel model) {
        javafx.scene.control.Button confirm = command(model, "confirm", Button.CONFIRM);
        confirm.getStyleClass().add("primary");
        confirm.disableProperty().bind(model.tooShort());
        return confirm;
    }
}
