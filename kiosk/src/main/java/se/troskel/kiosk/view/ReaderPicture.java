package se.troskel.kiosk.view;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.geometry.NodeOrientation;
import javafx.scene.Group;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Arc;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.transform.Scale;
import javafx.util.Duration;
import se.troskel.config.Device.ReaderPosition;

/// Where this terminal's reader is, seen from the person before it, and a card on its way there.
/// Shows real space, so it is never mirrored.
final class ReaderPicture extends StackPane {
    private static final double DRAWN_WIDTH = 520;
    private static final double DRAWN_HEIGHT = 300;
    private static final double LOWEST = 120;
    private static final Duration ATTRACT_EVERY = Duration.seconds(8);
    private static final Duration MOVEMENT = Duration.millis(200);
    private static final double MOVEMENT_PIXELS = 24;

    private final Scale scale = new Scale(1, 1);
    private final Group drawing = new Group();

    /// @param moving whether the card moves a little now and then
    ReaderPicture(ReaderPosition position, ObservableValue<String> spoken, boolean moving) {
        getStyleClass().add("reader-picture");
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        accessibleTextProperty().bind(spoken);
        double readerX =
                switch (position) {
                    case BELOW_SCREEN -> 200;
                    case LEFT_OF_SCREEN -> 40;
                    case RIGHT_OF_SCREEN -> 360;
                };
        double readerY = position == ReaderPosition.BELOW_SCREEN ? 210 : 100;
        Group card = card(readerX + 60, readerY, position);
        drawing.getChildren().addAll(bounds(), panel(position), reader(readerX, readerY), card);
        drawing.getTransforms().add(scale);
        getChildren().add(new Group(drawing));
        setMinHeight(LOWEST);
        setPrefHeight(DRAWN_HEIGHT);
        VBox.setVgrow(this, Priority.ALWAYS);
        if (moving) {
            attract(card);
        }
    }

    @Override
    protected void layoutChildren() {
        double factor = Math.min(getHeight() / DRAWN_HEIGHT, getWidth() / DRAWN_WIDTH);
        scale.setX(factor);
        scale.setY(factor);
        super.layoutChildren();
    }

    private static Shape bounds() {
        Rectangle bounds = new Rectangle(DRAWN_WIDTH, DRAWN_HEIGHT);
        bounds.setOpacity(0);
        return bounds;
    }

    private static Group panel(ReaderPosition position) {
        double height = position == ReaderPosition.BELOW_SCREEN ? 190 : 290;
        Shape panel = styled(round(190, 4, 140, height, 16), "panel");
        Shape glass = styled(round(204, 18, 112, height - 28, 6), "glass");
        return new Group(panel, glass);
    }

    private static Group reader(double x, double y) {
        Shape box = styled(round(x, y, 120, 84, 14), "reader");
        Group reader = new Group(box);
        for (int wave = 1; wave <= 3; wave++) {
            Arc arc = new Arc(x + 40, y + 42, 12.0 * wave, 12.0 * wave, -45, 90);
            reader.getChildren().add(styled(arc, "wave"));
        }
        return reader;
    }

    /// A card beside the reader with an arrow towards it.
    private static Group card(double readerMiddle, double readerY, ReaderPosition position) {
        boolean fromBelow = position != ReaderPosition.BELOW_SCREEN;
        double x = fromBelow ? readerMiddle - 55 : readerMiddle + 130;
        double y = fromBelow ? readerY + 122 : readerY + 8;
        Shape card = styled(round(x, y, 110, 68, 8), "card");
        Shape stripe = styled(new Rectangle(x + 14, y + 16, 40, 10), "stripe");
        Polygon arrow = new Polygon(0, -14, 0, -6, -30, -6, -30, 6, 0, 6, 0, 14, 18, 0);
        arrow.setRotate(fromBelow ? -90 : 180);
        arrow.setTranslateX(fromBelow ? readerMiddle + 6 : x - 26);
        arrow.setTranslateY(fromBelow ? readerY + 102 : y + 34);
        return new Group(card, stripe, styled(arrow, "arrow"));
    }

    private static Rectangle round(double x, double y, double width, double height, double radius) {
        Rectangle rectangle = new Rectangle(x, y, width, height);
        rectangle.setArcWidth(2 * radius);
        rectangle.setArcHeight(2 * radius);
        return rectangle;
    }

    private static <S extends Shape> S styled(S shape, String style) {
        shape.getStyleClass().add(style);
        return shape;
    }

    private void attract(Group card) {
        KeyValue rest = new KeyValue(card.translateXProperty(), 0, Interpolator.EASE_OUT);
        KeyValue near =
                new KeyValue(card.translateXProperty(), -MOVEMENT_PIXELS, Interpolator.EASE_OUT);
        Timeline timeline =
                new Timeline(
                        new KeyFrame(ATTRACT_EVERY.subtract(MOVEMENT), rest),
                        new KeyFrame(ATTRACT_EVERY.subtract(MOVEMENT.divide(2)), near),
                        new KeyFrame(ATTRACT_EVERY, rest));
        timeline.setCycleCount(Animation.INDEFINITE);
        sceneProperty()
                .subscribe(scene -> {
                    if (scene == null) {
                        timeline.stop();
                    } else {
                        timeline.play();
                    }
                });
    }
}
