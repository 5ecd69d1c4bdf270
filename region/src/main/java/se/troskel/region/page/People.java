package se.troskel.region.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.mqtt.RoomState;
import se.troskel.protocol.occupancy.Quality;

/// A number of people in words, no surer than it is (UX D2): counted by all, the number; counted by
/// some, "ca" and the nearest five; one weak witness, a word only; none, "Vet inte".
///
/// @param number null when only the word may be said
/// @param sure how sure it is; empty when there is nothing to be sure of
/// @param share of the comfortable number, 0 to 100 for the bar; null when there is no number
public record People(Level level, @Nullable String number, String sure, @Nullable Integer share) {
    private static final int NEAREST = 5;
    private static final People NOTHING = new People(Level.UNKNOWN, null, "", null);

    static People of(RoomState room) {
        if (room.few()) {
            return new People(Level.PLENTY, "få", "för få för ett tal", null);
        }
        Integer people = room.people();
        if (people == null) {
            return NOTHING;
        }
        return of(people, room.capacity(), room.quality());
    }

    /// All rooms of a centre together: no surer than the least sure of them.
    static People together(List<RoomState> rooms) {
        int people = 0;
        int capacity = 0;
        Quality quality = Quality.HIGH;
        for (RoomState room : rooms) {
            Integer counted = room.few() ? Integer.valueOf(1) : room.people();
            if (counted == null || room.quality() == Quality.NONE) {
                quality = Quality.LOW;
                continue;
            }
            people += counted;
            capacity += room.capacity();
            quality = lessSure(quality, room.few() ? Quality.MEDIUM : room.quality());
        }
        return capacity == 0 ? NOTHING : of(people, capacity, quality);
    }

    private static People of(int people, int capacity, Quality quality) {
        Level level = Level.of(people, capacity);
        int share = Math.min(100, Math.round(100f * people / Math.max(1, capacity)));
        return switch (quality) {
            case HIGH -> new People(level, people + " av " + capacity, "säker", share);
            case MEDIUM ->
                    new People(
                            level, "ca " + nearest(people) + " av " + capacity, "ungefär", share);
            case LOW -> new People(level, null, "osäker", null);
            case NONE -> NOTHING;
        };
    }

    private static int nearest(int people) {
        return Math.round((float) people / NEAREST) * NEAREST;
    }

    private static Quality lessSure(Quality one, Quality other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
