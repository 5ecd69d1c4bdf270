package se.troskel.controller.occupancy;

import org.jspecify.annotations.Nullable;

/// What the count of people hears.
public sealed interface OccupancyInput {
    /// People checked in.
    ///
    /// @param room null when they are sent to no room in particular
    /// @param people 1 or more
    record CheckedIn(@Nullable String room, int people) implements OccupancyInput {}

    /// People checked out of where they had checked in.
    ///
    /// @param room null when they had been sent to no room in particular
    /// @param people 1 or more
    record CheckedOut(@Nullable String room, int people) implements OccupancyInput {}

    /// The door of a room was opened after a grant (`+1`) or after a request to exit (`-1`).
    record PassedDoor(String room, int people) implements OccupancyInput {}

    /// A sensor saw people pass into its room (positive) or out of it (negative).
    record SensedPassage(String sensor, int people) implements OccupancyInput {}

    /// A sensor sees that somebody is there, or that nobody moves.
    record SensedPresence(String sensor, boolean present) implements OccupancyInput {}

    /// A sensor counts heads.
    record SensedCount(String sensor, int people) implements OccupancyInput {}

    /// A sensor came or failed.
    record SensorHealth(String sensor, boolean ok) implements OccupancyInput {}

    /// Somebody counted the heads in a room.
    record CountedByHand(String room, int people) implements OccupancyInput {}

    /// The centre was closed and opens anew: whoever forgot to check out is gone.
    record OpenedAnew() implements OccupancyInput {}
}
