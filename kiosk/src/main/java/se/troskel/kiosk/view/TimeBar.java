package se.troskel.kiosk.view;

import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The time left, as a bar that gets shorter.
final class TimeBar extends Pane {
    private static final double HEIGHT = 16;

    private final Region left = new Region();
    private final ObservableValue<Double> share;

    TimeBar(ObservableValue<Double> share, ObservableValue<String> spoken) {
        this.share = share;
        getStyleClass().add("time-bar");
        left.getStyleClass().add("left");
        getChildren().add(left);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        accessibleTextProperty().bind(spoken);
        share.subscribe(now -> requestLayout());
    }

    @Override
    protected void layoutChildren() {
        left.resizeRelocate(0, 0, getWidth() * share.getValue(), HEIGHT);
    }
}
