package se.troskel.kiosk;

import javafx.application.Application;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import se.troskel.kiosk.flow.FlowState;
import se.troskel.kiosk.model.Comfort;
import se.troskel.kiosk.model.TerminalModel;
import se.troskel.kiosk.sample.Samples;
import se.troskel.kiosk.view.Fonts;
import se.troskel.kiosk.view.Png;
import se.troskel.kiosk.view.TerminalView;

/// A screen without a stage, laid out, on the JavaFX thread.
final class Stageless {
    private final Scene scene;

    private Stageless(Scene scene) {
        this.scene = scene;
    }

    /// @param rightToLeft as a language that is written so would have it
    static Stageless of(FlowState state, Comfort comfort, boolean rightToLeft) {
        Application.setUserAgentStylesheet(
                new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet());
        Fonts.load();
        TerminalModel model = new TerminalModel(Samples.site(), Samples.NOW, input -> {});
        model.show(state);
        model.set(comfort);
        TerminalView view = new TerminalView(model, false);
        if (rightToLeft) {
            view.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
        }
        Scene scene = new Scene(view, TerminalView.WIDTH, TerminalView.HEIGHT);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return new Stageless(scene);
    }

    Region root() {
        return (Region) scene.getRoot();
    }

    byte[] picture() {
        return Png.of(scene.snapshot(null));
    }
}
