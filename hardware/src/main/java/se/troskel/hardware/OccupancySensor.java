package se.troskel.hardware;

import java.util.function.Consumer;

/// A sensor of people in a room.
public non-sealed interface OccupancySensor extends Device {
    /// Calls `listener` at each observation, on the device's thread; it must only enqueue.
    void onObservation(Consumer<Observation> listener);

    /// What a sensor saw.
    sealed interface Observation {
        /// Somebody went in (`+1`) or out (`-1`).
        record Passage(int people) implements Observation {}

        /// Somebody is there, or nobody moves.
        record Presence(boolean present) implements Observation {}

        /// A count of heads, 0 or more.
        record Count(int people) implements Observation {}
    }
}
