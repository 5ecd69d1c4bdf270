package se.troskel.kiosk.view;

import javafx.geometry.NodeOrientation;
import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/// A picture of our own on a grid of 24 units; what is cut out shows the ground. Always stands
/// beside a word and says nothing by itself.
enum Icon {
    OK(
            "M12 1a11 11 0 1 0 0 22a11 11 0 0 0 0-22z"
                    + "M10.4 17.3L5.4 12.3l1.9-1.9 3.1 3.1 6.4-6.4 1.9 1.9z"),
    INFO(
            "M12 1a11 11 0 1 0 0 22a11 11 0 0 0 0-22z"
                    + "M5 10.7h8.3L10 7.4l1.8-1.8 6.4 6.4-6.4 6.4-1.8-1.8 3.3-3.3H5z"),
    WAIT(
            "M3.5 1h17a2.5 2.5 0 0 1 2.5 2.5v17a2.5 2.5 0 0 1-2.5 2.5h-17a2.5 2.5 0 0 1-2.5-2.5v-17"
                    + "a2.5 2.5 0 0 1 2.5-2.5z"
                    + "M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16z"
                    + "M10.8 6.5h2.4v5l3.4 3.4-1.7 1.7-4.1-4.1z"),
    ACT("M12 .5L23.5 12 12 23.5 .5 12z" + "M10.6 5.6h2.8v8h-2.8z" + "M10.6 15.3h2.8v2.8h-2.8z"),
    STOP(
            "M7.4 1h9.2L23 7.4v9.2L16.6 23H7.4L1 16.6V7.4z"
                    + "M10.6 5.6h2.8v8h-2.8z"
                    + "M10.6 15.3h2.8v2.8h-2.8z"),
    BROKEN(
            "M12 1a11 11 0 1 0 0 22a11 11 0 0 0 0-22z"
                    + "M12 4a8 8 0 0 1 6.3 12.9L7.1 5.7A8 8 0 0 1 12 4z"
                    + "M5.7 7.1L16.9 18.3A8 8 0 0 1 5.7 7.1z"),
    RING(
            "M12 1a11 11 0 1 0 0 22a11 11 0 0 0 0-22z"
                    + "M12 4.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 0 0 0-15z"),
    QUESTION(
            "M12 1a11 11 0 1 0 0 22a11 11 0 0 0 0-22z"
                    + "M7.8 9a4.2 4.2 0 1 1 6 3.8c-.6.3-.6.5-.6 1.4h-2.6c0-1.9.3-2.9 1.9-3.7"
                    + "a1.6 1.6 0 1 0-2.1-1.5z"
                    + "M10.6 15.8h2.7v2.6h-2.7z"),
    GLOBE(
            "M12 1a11 11 0 1 0 0 22a11 11 0 0 0 0-22z"
                    + "M12 3.2c-2.4 2-3.4 5-3.4 8.8s1 6.8 3.4 8.8c2.4-2 3.4-5 3.4-8.8s-1-6.8-3.4-8.8z"
                    + "M3.2 11h3.4v2H3.2z"
                    + "M17.4 11h3.4v2h-3.4z"),
    CONTRAST("M12 1a11 11 0 1 0 0 22a11 11 0 0 0 0-22z" + "M12 3.4a8.6 8.6 0 0 0 0 17.2z"),
    DOWN("M10.5 2h3v11.6l4.4-4.4 2.1 2.1-8 8-8-8 2.1-2.1 4.4 4.4z" + "M4 20h16v2.6H4z"),
    SOUND(
            "M2 8.5h4.5L13 3v18l-6.5-5.5H2z"
                    + "M15.5 8a5 5 0 0 1 0 8z"
                    + "M15.5 3.5a8.8 8.8 0 0 1 0 17v-2.2a6.6 6.6 0 0 0 0-12.6z"),
    SOUND_OFF(
            "M2 8.5h4.5L13 3v18l-6.5-5.5H2z"
                    + "M15 9.4l1.6-1.6 2.4 2.4 2.4-2.4L23 9.4 20.6 12l2.4 2.6-1.6 1.6-2.4-2.4"
                    + "-2.4 2.4-1.6-1.6 2.4-2.6z"),
    LOCKED(
            "M7 10V7a5 5 0 0 1 10 0v3h1.5a1.5 1.5 0 0 1 1.5 1.5v9a1.5 1.5 0 0 1-1.5 1.5h-13"
                    + "A1.5 1.5 0 0 1 4 20.5v-9A1.5 1.5 0 0 1 5.5 10z"
                    + "M9.5 10h5V7a2.5 2.5 0 0 0-5 0z"),
    UNLOCKED(
            "M2.5 10h13a1.5 1.5 0 0 1 1.5 1.5v9a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 1 20.5v-9"
                    + "A1.5 1.5 0 0 1 2.5 10z"
                    + "M13 10V6a5 5 0 0 1 10 0v4h-2.5V6a2.5 2.5 0 0 0-5 0v4z"),
    /// A running person before a door; on a green ground the sign of ISO 7010 for an exit.
    EXIT(
            "M15.2 1.2a2.1 2.1 0 1 0 .1 4.2a2.1 2.1 0 0 0-.1-4.2z"
                    + "M8 6.2l5-.6 2.9 2.1 1.7 2.6 3.3.2v2.2l-4.5-.2-1.5-2-1.6 3.6 3 2.6 .9 6.1h-2.5"
                    + "l-.9-4.9-4-2.9-1.5 3.3-5.8 1.3-.4-2.2 4.6-1.3 3-7.4-2.1.3-2 3-1.9-1.2z"),
    ;

    private static final double GRID = 24;

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /// The picture as a node of `size` by `size` pixels with the style class `icon`. Only the arrow
    /// is mirrored from right to left: ticks, clocks and question marks are not.
    StackPane node(double size) {
        SVGPath shape = new SVGPath();
        shape.setContent(path);
        shape.setFillRule(FillRule.EVEN_ODD);
        shape.getStyleClass().add("icon");
        Rectangle grid = new Rectangle(GRID, GRID);
        grid.setOpacity(0);
        Group picture = new Group(grid, shape);
        picture.getTransforms().add(new Scale(size / GRID, size / GRID));
        StackPane pane = new StackPane(new Group(picture));
        pane.setMinSize(size, size);
        pane.setPrefSize(size, size);
        pane.setMaxSize(size, size);
        pane.setMouseTransparent(true);
        pane.setNodeOrientation(
                this == INFO ? NodeOrientation.INHERIT : NodeOrientation.LEFT_TO_RIGHT);
        return pane;
    }
}
