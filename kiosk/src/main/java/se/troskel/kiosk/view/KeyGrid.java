package se.troskel.kiosk.view;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/// Buttons in rows of equal cells.
final class KeyGrid extends GridPane {
    private final int columns;
    private final double rowHeight;

    KeyGrid(int columns, double rowHeight) {
        this.columns = columns;
        this.rowHeight = rowHeight;
        setHgap(Zones.GAP);
        setVgap(Zones.GAP);
        for (int column = 0; column < columns; column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setPercentWidth(100.0 / columns);
            constraints.setHgrow(Priority.ALWAYS);
            getColumnConstraints().add(constraints);
        }
    }

    /// Adds them row by row.
    void addAll(List<Button> buttons) {
        for (int i = 0; i < buttons.size(); i++) {
            if (i % columns == 0) {
                getRowConstraints().add(new RowConstraints(rowHeight, rowHeight, rowHeight));
            }
            add(buttons.get(i), i % columns, i / columns);
        }
    }
}
