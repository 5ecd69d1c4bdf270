package se.troskel.kiosk.view;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import se.troskel.kiosk.model.ExamModel;

/// Which exam, or which identity document: what it is asked for, and a button for each answer.
final class ExamView {
    private static final double LIST_HEIGHT = 124;
    private static final double CELL_HEIGHT = 160;
    private static final int PER_ROW = 2;

    private ExamView() {}

    static Panes of(ExamModel model) {
        Message message =
                new Message(
                        Words.label(model.headline(), "headline"),
                        Words.label(model.action(), "action"));
        KeyGrid grid =
                model.isList() ? new KeyGrid(1, LIST_HEIGHT) : new KeyGrid(PER_ROW, CELL_HEIGHT);
        List<Button> buttons =
                model.options().stream()
                        .map(option ->
                                Keys.cell(option.id(), option.label(), () -> model.choose(option)))
                        .toList();
        buttons.forEach(button -> button.getStyleClass().add("choice"));
        grid.addAll(buttons);
        VBox controls = new VBox(grid);
        controls.setAlignment(Pos.BOTTOM_LEFT);
        controls.setPadding(new Insets(0, Zones.MARGIN, Zones.GAP, Zones.MARGIN));
        return new Panes(message, controls);
    }
}
