package se.troskel.kiosk.view;

import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.VBox;
import se.troskel.kiosk.model.GuestModel;
import se.troskel.protocol.decision.VisitKind;

/// Who visits without a card.
final class GuestView {
    private GuestView() {}

    static Panes of(GuestModel model) {
        Message message =
                new Message(
                        Words.label(model.headline(), "headline"),
                        Words.label(model.hint(), "action"));
        VBox controls = new VBox(Zones.GAP);
        controls.setAlignment(Pos.BOTTOM_LEFT);
        controls.setPadding(new Insets(0, Zones.MARGIN, Zones.GAP, Zones.MARGIN));
        for (VisitKind kind : model.kinds()) {
            controls.getChildren()
                    .add(Keys.primary(id(kind), model.label(kind), () -> model.choose(kind)));
        }
        controls.getChildren().add(Keys.wide("cancel", model.cancelLabel(), model::cancel));
        return new Panes(message, controls);
    }

    private static String id(VisitKind kind) {
        return "visit-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
