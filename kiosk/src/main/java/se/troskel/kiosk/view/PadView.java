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
