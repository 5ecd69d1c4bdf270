package se.troskel.kiosk.view;

import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import se.troskel.kiosk.model.TerminalModel;
import se.troskel.kiosk.text.IdleText;
import se.troskel.protocol.kiosk.KioskView;

/// The centre's name and the time.
final class StatusRow extends HBox {
    StatusRow(TerminalModel model) {
        getStyleClass().add("status");
        setAlignment(Pos.CENTER_LEFT);
        Label name =
                Words.label(
                        model.derive(() -> {
                            KioskView view = model.view();
                            return view == null ? model.site().centreName() : view.centreName();
                        }),
                        "caption");
        Region space = new Region();
        setHgrow(space, Priority.ALWAYS);
        Label clock =
                Words.label(
                        model.derive(() -> IdleText.clock(model.texts(), model.place())), "clock");
        clock.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        clock.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(name, space, clock);
    }
}
