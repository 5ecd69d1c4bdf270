package se.troskel.kiosk.view;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The message zone: a band over the whole width or none, then words within the margins.
final class Message extends VBox {
    private static final double GAP = 24;

    Message(Node... parts) {
        super(GAP);
        setFillWidth(true);
        for (Node part : parts) {
            add(part);
        }
    }

    void add(Node part) {
        if (!(part instanceof Band)) {
            part.getStyleClass().add("message-words");
            setMargin(part, new Insets(0, Zones.MARGIN, 0, Zones.MARGIN));
        }
        getChildren().add(part);
    }
}
