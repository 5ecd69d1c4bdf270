package se.troskel.controller.occupancy;

import org.jspecify.annotations.Nullable;
import se.troskel.protocol.kiosk.KioskView;
import se.troskel.protocol.occupancy.Quality;

/// How many people, and how sure that is.
///
/// @param people 0 or more; null exactly when `quality` is [Quality#NONE]
/// @param sensorsOk how many of the room's sensors work
/// @param sensorsTotal how many it has
public record Estimate(@Nullable Integer people, Quality quality, int sensorsOk, int sensorsTotal) {
    /// The word for how full a room is (UX D1): below half of its capacity plenty, up to four
    /// fifths some, above that crowded. Full is said only of counted heads at the most persons
    /// allowed.
    public KioskView.Level level(int capacity, int maxPersons) {
        if (people == null) {
            return KioskView.Level.UNKNOWN;
        }
        if (quality == Quality.HIGH && people >= maxPersons) {
            return KioskView.Level.FULL;
        }
        double share = (double) people / capacity;
        if (share < 0.5) {
            return KioskView.Level.PLENTY;
        }
        return share <= 0.8 ? KioskView.Level.SOME : KioskView.Level.CROWDED;
    }
}
