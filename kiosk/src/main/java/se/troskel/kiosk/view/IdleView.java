package se.troskel.kiosk.view;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import se.troskel.kiosk.model.IdleModel;

/// The idle screen: nobody's business but how to come in.
final class IdleView {
    private IdleView() {}

    static Panes of(IdleModel model, boolean moving) {
        Message message =
                new Message(
                        Words.label(model.call(), "headline"),
                        Words.label(model.callInOtherLanguages(), "action", "muted"),
                        new ReaderPicture(model.readerPosition(), model.readerSpoken(), moving),
                        Words.label(model.status(), "action"));
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        Button guests =
                Keys.wide(
                        "guests",
                        model.guestsLabel(),
                        () -> model.press(se.troskel.kiosk.flow.Button.GUESTS));
        guests.visibleProperty().bind(model.guests());
        guests.managedProperty().bind(guests.visibleProperty());
        Button exam =
                Keys.primary(
                        "exam",
                        model.examLabel(),
                        () -> model.press(se.troskel.kiosk.flow.Button.EXAM));
        exam.visibleProperty().bind(model.exam());
        exam.managedProperty().bind(exam.visibleProperty());
        VBox controls =
                new VBox(
                        Zones.GAP,
                        Words.label(model.roomsTitle(), "body", "muted"),
                        new RoomLines(model.rooms()),
                        space,
                        exam,
                        codeOrLeaving(model),
                        guests);
        controls.setAlignment(Pos.TOP_LEFT);
        controls.setPadding(new Insets(Zones.GAP, Zones.MARGIN, Zones.GAP, Zones.MARGIN));
        return new Panes(message, controls);
    }

    private static Region codeOrLeaving(IdleModel model) {
        KeyGrid row = new KeyGrid(2, Zones.BUTTON);
        row.addAll(
                List.of(
                        Keys.cell(
                                "type-code",
                                model.typeCodeLabel(),
                                () -> model.press(se.troskel.kiosk.flow.Button.TYPE_CODE)),
                        Keys.cell(
                                "leaving",
                                model.leavingLabel(),
                                () -> model.press(se.troskel.kiosk.flow.Button.LEAVING))));
        return row;
    }
}
