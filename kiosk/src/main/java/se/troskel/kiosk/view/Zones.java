package se.troskel.kiosk.view;

/// Where things stand on a screen of 1080 by 1920 pixels. Every control lies in the lowest 45 % (UX
/// K7), whatever the mode.
final class Zones {
    static final double WIDTH = 1080;
    static final double HEIGHT = 1920;
    static final double STATUS = 120;
    static final double MESSAGE = 936;
    static final double CONTROLS = 720;
    static final double TOOLS = 144;
    static final double MARGIN = 72;
    static final double COLUMN = WIDTH - 2 * MARGIN;

    /// 4 mm and a little at 4.03 pixels per mm: the least gap between two targets (UX K8).
    static final double GAP = 20;

    static final double BUTTON = 144;

    private Zones() {}
}
