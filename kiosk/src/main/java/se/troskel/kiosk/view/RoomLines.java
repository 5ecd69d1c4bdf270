package se.troskel.kiosk.view;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;

/// One line per room. Holds on to what it shows: a derived value that nobody holds is forgotten,
/// and its listeners with it.
final class RoomLines extends VBox {
    private static final double GAP = 8;

    private final ObservableValue<List<String>> lines;

    RoomLines(ObservableValue<List<String>> lines) {
        super(GAP);
        this.lines = lines;
        this.lines.subscribe(this::show);
    }

    private void show(List<String> texts) {
        getChildren()
                .setAll(
                        texts.stream()
                                .map(text -> Words.label(new SimpleStringProperty(text), "body"))
                                .toList());
    }
}
