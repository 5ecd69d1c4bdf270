package se.troskel.kiosk.view;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import se.troskel.kiosk.model.HeadsUpPlan;
import se.troskel.kiosk.model.ResultModel;
import se.troskel.protocol.decision.Purpose;

/// A result: band, headline, action; below, the way to go or what the visit is for, and "show
/// longer".
final class ResultView {
    private static final int PURPOSES_PER_ROW = 2;
    private static final double PURPOSE_HEIGHT = 104;

    private ResultView() {}

    static Panes of(ResultModel model) {
        Message message =
                new Message(
                        Band.of(model.tone(), model.band()),
                        Words.label(model.headline(), "headline"),
                        Words.label(model.action(), "action"));
        VBox controls = new VBox(Zones.GAP);
        controls.setAlignment(Pos.BOTTOM_LEFT);
        controls.setPadding(new Insets(0, Zones.MARGIN, Zones.GAP, Zones.MARGIN));
        if (model.purposes().isEmpty()) {
            controls.getChildren().addAll(way(model));
        } else {
            Label question = Words.label(model.question(), "body");
            controls.getChildren().addAll(question, purposes(model));
        }
        controls.getChildren()
                .addAll(buttons(model), new TimeBar(model.timeLeft(), model.timeLeftSpoken()));
        return new Panes(message, controls);
    }

    private static List<Node> way(ResultModel model) {
        Label directions = Words.label(model.directions(), "body");
        directions.setPadding(new Insets(Zones.GAP, 0, 0, 0));
        HeadsUpPlan plan = model.plan();
        return plan == null
                ? List.of(directions)
                : List.of(directions, new WayPicture(plan, model.roomSign(), model.youAreHere()));
    }

    private static Region buttons(ResultModel model) {
        if (model.staff()) {
            return pair(model, Keys.cell("staff", model.staffLabel(), model::toStaffMode));
        }
        if (model.exam()) {
            return pair(model, Keys.cell("done", model.doneLabel(), model::done));
        }
        return model.leaving()
                ? pair(model, Keys.cell("leaving", model.leavingLabel(), model::leave))
                : Keys.wide("longer", model.longer(), model::showLonger);
    }

    private static Region pair(ResultModel model, Button other) {
        KeyGrid grid = new KeyGrid(PURPOSES_PER_ROW, Zones.BUTTON);
        grid.addAll(List.of(Keys.cell("longer", model.longer(), model::showLonger), other));
        return grid;
    }

    private static Region purposes(ResultModel model) {
        List<Button> buttons = model.purposes().stream().map(each -> button(model, each)).toList();
        KeyGrid grid = new KeyGrid(PURPOSES_PER_ROW, PURPOSE_HEIGHT);
        grid.addAll(buttons);
        return grid;
    }

    private static Button button(ResultModel model, Purpose purpose) {
        return Keys.cell("purpose-" + purpose, model.purpose(purpose), () -> model.choose(purpose));
    }
}
