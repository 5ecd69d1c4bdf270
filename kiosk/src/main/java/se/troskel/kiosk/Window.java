package se.troskel.kiosk;

import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/// The window of a terminal: the whole screen, and nothing that a visitor does closes it. JavaFX
/// thread only.
final class Window {
    private final Stage stage;

    /// @param scale 1 for the whole screen; anything else opens a movable window of that size
    Window(Scene scene, double scale) {
        boolean whole = scale == 1;
        stage = new Stage(whole ? StageStyle.UNDECORATED : StageStyle.DECORATED);
        stage.setScene(scene);
        stage.setTitle("Tröskel");
        stage.setOnCloseRequest(javafx.event.Event::consume);
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        if (whole) {
            Rectangle2D screen = javafx.stage.Screen.getPrimary().getBounds();
            stage.setX(screen.getMinX());
            stage.setY(screen.getMinY());
            stage.setWidth(screen.getWidth());
            stage.setHeight(screen.getHeight());
            stage.setFullScreen(true);
        }
        stage.show();
    }

    void close() {
        stage.close();
    }
}
