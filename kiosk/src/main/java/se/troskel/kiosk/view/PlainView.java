package se.troskel.kiosk.view;

import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import se.troskel.kiosk.flow.Button;
import se.troskel.kiosk.model.PlainModel;
import se.troskel.kiosk.model.PlainModel.Picture;
import se.troskel.protocol.decision.Tone;

/// A headline, a line or two, at most two buttons.
final class PlainView {
    private static final double EXIT_SIGN = 480;

    private PlainView() {}

    static Panes of(PlainModel model) {
        Message message =
                new Message(
                        band(model.picture()),
                        Words.label(model.headline(), "headline"),
                        Words.label(model.action(), "action"));
        boolean evacuating = model.picture() == Picture.EXIT;
        if (evacuating) {
            message.add(Words.label(model.note(), "action", "muted"));
        }
        VBox controls = new VBox(Zones.GAP);
        controls.setAlignment(Pos.BOTTOM_LEFT);
        controls.setPadding(new Insets(0, Zones.MARGIN, Zones.GAP, Zones.MARGIN));
        if (evacuating) {
            controls.setAlignment(Pos.CENTER);
            StackPane sign = new StackPane(Icon.EXIT.node(EXIT_SIGN));
            sign.getStyleClass().add("exit-sign");
            sign.setMaxWidth(Region.USE_PREF_SIZE);
            controls.getChildren().add(sign);
        }
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        if (!evacuating) {
            controls.getChildren().addAll(Words.label(model.note(), "body"), space);
        }
        boolean first = true;
        for (Button button : model.buttons()) {
            var label = model.label(button);
            Runnable press = () -> model.press(button);
            controls.getChildren()
                    .add(
                            first
                                    ? Keys.primary(id(button), label, press)
                                    : Keys.wide(id(button), label, press));
            first = false;
        }
        ObservableValue<Double> timeLeft = model.timeLeft();
        if (timeLeft != null) {
            controls.getChildren().add(new TimeBar(timeLeft, model.timeLeftSpoken()));
        }
        return new Panes(message, controls);
    }

    private static Band band(Picture picture) {
        var noWord = new SimpleStringProperty("");
        return switch (picture) {
            case RING -> Band.quiet(Icon.RING, noWord);
            case CLOCK -> Band.of(Tone.WAIT, noWord);
            case QUESTION -> Band.quiet(Icon.QUESTION, noWord);
            case BROKEN -> Band.quiet(Icon.BROKEN, noWord);
            case EXIT -> Band.of(Tone.STOP, noWord);
        };
    }

    private static String id(Button button) {
        return button.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
