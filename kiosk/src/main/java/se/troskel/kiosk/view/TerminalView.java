package se.troskel.kiosk.view;

import java.util.List;
import java.util.Locale;
import javafx.animation.FadeTransition;
import javafx.animation.Interpolator;
import javafx.animation.ParallelTransition;
import javafx.animation.TranslateTransition;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import se.troskel.kiosk.flow.FlowState;
import se.troskel.kiosk.flow.Screen;
import se.troskel.kiosk.model.Comfort;
import se.troskel.kiosk.model.ExamModel;
import se.troskel.kiosk.model.GuestModel;
import se.troskel.kiosk.model.IdleModel;
import se.troskel.kiosk.model.PadModel;
import se.troskel.kiosk.model.PlainModel;
import se.troskel.kiosk.model.ResultModel;
import se.troskel.kiosk.model.StaffModel;
import se.troskel.kiosk.model.TerminalModel;

/// The whole picture: four zones from top to bottom. A new screen replaces what is in the two
/// middle ones; within a screen only texts change.
public final class TerminalView extends VBox {
    /// Pixels of the panel.
    public static final double WIDTH = Zones.WIDTH;

    public static final double HEIGHT = Zones.HEIGHT;

    private static final Duration SCREEN_CHANGE = Duration.millis(160);
    private static final double RISE = 16;

    private final TerminalModel model;
    private final boolean moving;
    private final StackPane message = zone(Zones.MESSAGE);
    private final StackPane controls = zone(Zones.CONTROLS);
    private final ToolsRow tools;
    private Object kind;

    /// The view of `model`, which it follows from now on.
    ///
    /// @param moving false for less motion: screens change at once
    public TerminalView(TerminalModel model, boolean moving) {
        this.model = model;
        this.moving = moving;
        this.tools = new ToolsRow(model);
        getStyleClass().add("terminal");
        StatusRow status = new StatusRow(model);
        fix(status, Zones.STATUS);
        fix(tools, Zones.TOOLS);
        setMinSize(Zones.WIDTH, Zones.HEIGHT);
        setPrefSize(Zones.WIDTH, Zones.HEIGHT);
        setMaxSize(Zones.WIDTH, Zones.HEIGHT);
        getChildren().addAll(status, message, controls, tools);
        model.comfort().subscribe(this::dress);
        kind = kind(model.state().get().screen());
        show(model.state().get().screen());
        model.state().subscribe(this::changed);
    }

    private void changed(FlowState before, FlowState now) {
        Object next = kind(now.screen());
        if (!kind.equals(next)) {
            kind = next;
            show(now.screen());
        }
    }

    /// Screens of one kind are one set of nodes. Another question or another result is another
    /// kind, so that nothing of the last person is left in any node.
    private Object kind(Screen screen) {
        return switch (screen) {
            case Screen.Result(var outcome, _) -> outcome;
            case Screen.AskPurpose asked -> asked.answer();
            case Screen.AskPin pin -> pin.challenge();
            case Screen.ChoosePin pin -> pin.remark();
            case Screen.GuestChoice choice -> choice.group();
            case Screen.AskStaffPin pin -> pin.challenge();
            case Screen.StaffMode _ -> new StaffModel(model).layout();
            case Screen.AskExam asked -> asked.answer();
            case Screen.AskDocument asked -> List.of(asked.answer(), asked.more());
            case Screen.ExamCall call -> List.of(ExamModel.class, call.letters());
            case Screen other -> other.getClass();
        };
    }

    private void show(Screen screen) {
        Panes panes = panes(screen);
        place(panes.message(), model.comfort().get());
        message.getChildren().setAll(panes.message());
        controls.getChildren().setAll(panes.controls());
        tools.setVisible(!(screen instanceof Screen.Evacuate));
        if (moving) {
            rise(panes.message());
        }
    }

    private Panes panes(Screen screen) {
        return switch (screen) {
            case Screen.Idle _ -> IdleView.of(new IdleModel(model), moving);
            case Screen.Result _, Screen.AskPurpose _ -> ResultView.of(new ResultModel(model));
            case Screen.AskPin _, Screen.ChoosePin _, Screen.AskStaffPin _, Screen.TypeCode _ ->
                    PadView.of(new PadModel(model));
            case Screen.ExamCall _ -> PadView.of(new PadModel(model));
            case Screen.AskExam _, Screen.AskDocument _ -> ExamView.of(new ExamModel(model));
            case Screen.StaffMode _ -> StaffPanes.of(new StaffModel(model));
            case Screen.GuestChoice choice when choice.group() -> PadView.of(new PadModel(model));
            case Screen.GuestChoice _ -> GuestView.of(new GuestModel(model));
            case Screen.Checking _,
                    Screen.TimeoutWarning _,
                    Screen.AskHost _,
                    Screen.Leaving _,
                    Screen.Help _ ->
                    PlainView.of(new PlainModel(model));
            case Screen.OutOfOrder _, Screen.ControllerLost _, Screen.Evacuate _ ->
                    PlainView.of(new PlainModel(model));
        };
    }

    private void dress(Comfort comfort) {
        getStylesheets()
                .setAll(
                        stylesheet(
                                "tokens-"
                                        + comfort.theme()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-')),
                        stylesheet("terminal"));
        getStyleClass().removeIf(style -> style.startsWith("size-"));
        getStyleClass().add("size-" + comfort.size().percent());
        message.setAlignment(comfort.reach() ? Pos.BOTTOM_LEFT : Pos.TOP_LEFT);
        message.getChildren().forEach(node -> place((Region) node, comfort));
        setNodeOrientation(
                comfort.language().isRightToLeft()
                        ? NodeOrientation.RIGHT_TO_LEFT
                        : NodeOrientation.LEFT_TO_RIGHT);
    }

    /// In reach mode a message is as high as it needs, at the lower edge of its zone.
    private static void place(Region shown, Comfort comfort) {
        shown.setMaxHeight(comfort.reach() ? Region.USE_PREF_SIZE : Double.MAX_VALUE);
    }

    private static String stylesheet(String name) {
        return java.util.Objects.requireNonNull(
                        TerminalView.class.getResource("/se/troskel/kiosk/style/" + name + ".css"),
                        name)
                .toExternalForm();
    }

    private static StackPane zone(double height) {
        StackPane zone = new StackPane();
        fix(zone, height);
        return zone;
    }

    private static void fix(Region region, double height) {
        region.setMinHeight(height);
        region.setPrefHeight(height);
        region.setMaxHeight(height);
    }

    private static void rise(Node node) {
        FadeTransition fade = new FadeTransition(SCREEN_CHANGE, node);
        fade.setFromValue(0);
        fade.setToValue(1);
        TranslateTransition rise = new TranslateTransition(SCREEN_CHANGE, node);
        rise.setFromY(RISE);
        rise.setToY(0);
        rise.setInterpolator(Interpolator.EASE_OUT);
        new ParallelTransition(fade, rise).play();
    }
}
