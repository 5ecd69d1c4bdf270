package se.troskel.kiosk.flow;

/// How much there is to read, for how long a result stays (UX K5).
@FunctionalInterface
public interface ReadingTime {
    /// Words of the headline and the action, 0 or more. Pure.
    int words(Outcome outcome);
}
