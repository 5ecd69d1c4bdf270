package se.troskel.kiosk.flow;

/// The whole state of a terminal. Immutable.
public record FlowState(Screen screen, Surroundings around) {
    /// A terminal that was just switched on: no controller heard yet.
    public static final FlowState START =
            new FlowState(new Screen.ControllerLost(), Surroundings.UNKNOWN);

    FlowState with(Screen next) {
        return new FlowState(next, around);
    }

    FlowState with(Surroundings next) {
        return new FlowState(screen, next);
    }
}
