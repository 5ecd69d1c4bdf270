package se.troskel.kiosk.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import se.troskel.kiosk.model.StaffModel;
import se.troskel.kiosk.model.StaffModel.Picture;

/// Staff mode: rooms in words, doors as large buttons with a picture and words, and the way out.
final class StaffPanes {
    private static final double DOOR_HEIGHT = 176;
    private static final double ROW_HEIGHT = 112;
    private static final double PICTURE = 64;

    private StaffPanes() {}

    static Panes of(StaffModel model) {
        Message message =
                new Message(
                        Words.label(model.timeLeft(), "body", "muted"),
                        Words.label(model.headline(), "headline"),
                        Words.label(model.action(), "action"),
                        new RoomLines(model.lines()));
        message.setPadding(new Insets(Zones.GAP, 0, 0, 0));
        VBox controls = new VBox(Zones.GAP);
        controls.setAlignment(Pos.BOTTOM_LEFT);
        controls.setPadding(new Insets(0, Zones.MARGIN, Zones.GAP, Zones.MARGIN));
        KeyGrid doors = new KeyGrid(model.columns(), DOOR_HEIGHT);
        doors.addAll(model.doors().stream().map(door -> door(model, door)).toList());
        if (!model.doors().isEmpty()) {
            controls.getChildren().add(doors);
        }
        List<Button> row = new ArrayList<>();
        for (var button : model.buttons()) {
            switch (button) {
                case UNLOCK ->
                        controls.getChildren()
                                .add(
                                        Keys.primary(
                                                id(button),
                                                model.label(button),
                                                () -> model.press(button)));
                case LOCK ->
                        controls.getChildren()
                                .add(
                                        Keys.wide(
                                                id(button),
                                                model.label(button),
                                                () -> model.press(button)));
                default ->
                        row.add(
                                Keys.cell(
                                        id(button),
                                        model.label(button),
                                        () -> model.press(button)));
            }
        }
        KeyGrid others = new KeyGrid(row.size(), ROW_HEIGHT);
        others.addAll(row);
        controls.getChildren().add(others);
        return new Panes(message, controls);
    }

    private static Button door(StaffModel model, String id) {
        Button button = Keys.cell("door-" + id, model.door(id), () -> model.choose(id));
        button.getStyleClass().add("door");
        button.setGraphic(new DoorPicture(model.picture(id)));
        button.setGraphicTextGap(Zones.GAP);
        return button;
    }

    /// Holds on to what it shows, as [RoomLines] does.
    private static final class DoorPicture extends StackPane {
        private final ObservableValue<Picture> picture;

        DoorPicture(ObservableValue<Picture> picture) {
            this.picture = picture;
            setMinSize(PICTURE, PICTURE);
            setMouseTransparent(true);
            this.picture.subscribe(now -> getChildren().setAll(icon(now).node(PICTURE)));
        }

        private static Icon icon(Picture picture) {
            return switch (picture) {
                case LOCKED -> Icon.LOCKED;
                case UNLOCKED -> Icon.UNLOCKED;
                case TROUBLE -> Icon.ACT;
                case UNKNOWN -> Icon.QUESTION;
            };
        }
    }

    private static String id(se.troskel.kiosk.flow.Button button) {
        return button.name().toLowerCase(Locale.ROOT);
    }
}
