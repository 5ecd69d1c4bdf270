package se.troskel.kiosk.view;

import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import se.troskel.protocol.decision.Tone;

/// The band over a message: how it went, by shape, word and colour. Takes the height that the words
/// under it leave, and its shape with it.
final class Band extends HBox {
    private static final double HIGHEST = 256;
    private static final double LOWEST = 104;
    private static final double PADDING = 16;
    private static final double ICON = HIGHEST - PADDING;

    private final StackPane icon;
    private final Scale scale = new Scale(1, 1);

    private Band(Icon icon, String tone, ObservableValue<String> word) {
        this.icon = icon.node(ICON);
        this.icon.getTransforms().add(scale);
        Label label = Words.label(word, "action");
        getChildren().addAll(this.icon, label);
        getStyleClass().addAll("band", tone);
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(LOWEST);
        setPrefHeight(HIGHEST);
        setMaxHeight(HIGHEST);
        VBox.setVgrow(this, Priority.ALWAYS);
    }

    static Band of(Tone tone, ObservableValue<String> word) {
        Icon icon =
                switch (tone) {
                    case OK -> Icon.OK;
                    case INFO -> Icon.INFO;
                    case WAIT -> Icon.WAIT;
                    case ACT -> Icon.ACT;
                    case STOP -> Icon.STOP;
                };
        return new Band(icon, tone.name().toLowerCase(Locale.ROOT), word);
    }

    /// Without a tone: grey.
    static Band quiet(Icon icon, ObservableValue<String> word) {
        return new Band(icon, "quiet", word);
    }

    @Override
    protected void layoutChildren() {
        double side = Math.min(ICON, getHeight() - PADDING);
        scale.setX(side / ICON);
        scale.setY(side / ICON);
        icon.setMinSize(side, side);
        icon.setPrefSize(side, side);
        icon.setMaxSize(side, side);
        super.layoutChildren();
    }
}
