package se.troskel.kiosk.view;

import static java.util.stream.Collectors.summarizingDouble;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import se.troskel.config.PlanPoint;
import se.troskel.kiosk.model.HeadsUpPlan;

/// The way on a plan that is turned as the person stands, from "you are here" to the room's sign.
/// As large as its place allows, cut off around the way; where it would be too small it is left out
/// and the words remain. Shows real space, so it is never mirrored.
final class WayPicture extends Pane {
    private static final double LEAST_PIXELS_PER_METRE = 12;
    private static final double MOST_PIXELS_PER_METRE = 60;
    private static final double MARKER = 26;
    private static final double TIP = 30;
    private static final double GAP = 16;
    private static final double CORNER = 32;

    private final HeadsUpPlan plan;
    private final List<Polyline> walls;
    private final Polyline way = styled(new Polyline(), "way");
    private final Polygon tip = styled(new Polygon(0, -TIP, TIP, TIP, -TIP, TIP), "tip");
    private final Circle here = styled(new Circle(MARKER), "here");
    private final Polygon ahead = styled(new Polygon(0, -15, 12, 13, 0, 6, -12, 13), "ahead");
    private final Label sign;
    private final Label you;
    private final Rectangle edge = new Rectangle();

    WayPicture(HeadsUpPlan plan, ObservableValue<String> room, ObservableValue<String> youAreHere) {
        this.plan = plan;
        this.walls = plan.walls().stream().map(_ -> styled(new Polyline(), "wall")).toList();
        this.sign = Words.label(room, "caption", "plan-sign");
        this.you = Words.label(youAreHere, "caption", "plan-you");
        sign.managedProperty().unbind();
        you.managedProperty().unbind();
        getStyleClass().add("way-picture");
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        getChildren().addAll(walls);
        getChildren().addAll(way, tip, here, ahead, you, sign);
        getChildren().forEach(child -> child.setManaged(false));
        edge.setArcWidth(CORNER);
        edge.setArcHeight(CORNER);
        setClip(edge);
        setMinHeight(0);
        setPrefHeight(0);
        VBox.setVgrow(this, Priority.ALWAYS);
    }

    @Override
    protected void layoutChildren() {
        edge.setWidth(getWidth());
        edge.setHeight(getHeight());
        sign.autosize();
        you.autosize();
        Fit fit = new Fit();
        setOpacity(fit.scale < LEAST_PIXELS_PER_METRE ? 0 : 1);
        fit.draw();
    }

    /// How the plan lies in its place this time.
    private final class Fit {
        private final Bounds extent = extent();
        private final double side = side();
        private final double top = sign.getHeight() + TIP + GAP;
        private final double bottom = MARKER + GAP / 2;
        private final double scale =
                Math.min(
                        MOST_PIXELS_PER_METRE,
                        Math.min(
                                (getWidth() - 2 * side) / extent.getWidth(),
                                (getHeight() - top - bottom) / extent.getHeight()));

        void draw() {
            for (int i = 0; i < walls.size(); i++) {
                put(walls.get(i), plan.walls().get(i));
            }
            put(way, plan.way());
            PlanPoint start = plan.way().getFirst();
            PlanPoint last = plan.way().get(plan.way().size() - 2);
            PlanPoint end = plan.way().getLast();
            move(here, start);
            move(ahead, start);
            move(tip, end);
            tip.setRotate(Math.toDegrees(Math.atan2(end.x() - last.x(), last.y() - end.y())));
            boolean wayGoesRight = extent.getMaxX() - start.x() > start.x() - extent.getMinX();
            double beside = MARKER + GAP / 2;
            place(
                    you,
                    x(start) + (wayGoesRight ? -beside - you.getWidth() : beside),
                    y(start) - you.getHeight() / 2);
            place(sign, x(end) - sign.getWidth() / 2, y(end) - TIP - GAP / 2 - sign.getHeight());
        }

        private Bounds extent() {
            DoubleSummaryStatistics x =
                    plan.way().stream().collect(summarizingDouble(PlanPoint::x));
            DoubleSummaryStatistics y =
                    plan.way().stream().collect(summarizingDouble(PlanPoint::y));
            return new BoundingBox(
                    x.getMin(), y.getMin(), x.getMax() - x.getMin(), y.getMax() - y.getMin());
        }

        private double side() {
            double half = sign.getWidth() / 2 + GAP;
            return Math.max(half, you.getWidth() + MARKER + GAP);
        }

        private double x(PlanPoint point) {
            return getWidth() / 2 + (point.x() - extent.getCenterX()) * scale;
        }

        private double y(PlanPoint point) {
            return (top + getHeight() - bottom) / 2 + (point.y() - extent.getCenterY()) * scale;
        }

        private void put(Polyline line, List<PlanPoint> points) {
            line.getPoints()
                    .setAll(
                            points.stream()
                                    .flatMap(point -> Stream.of(x(point), y(point)))
                                    .toList());
        }

        private void move(Shape shape, PlanPoint to) {
            shape.setTranslateX(x(to));
            shape.setTranslateY(y(to));
        }

        private void place(Label label, double x, double y) {
            label.relocate(
                    Math.clamp(x, 0, Math.max(0, getWidth() - label.getWidth())),
                    Math.clamp(y, 0, Math.max(0, getHeight() - label.getHeight())));
        }
    }

    private static <S extends Shape> S styled(S shape, String style) {
        shape.getStyleClass().add(style);
        return shape;
    }
}
