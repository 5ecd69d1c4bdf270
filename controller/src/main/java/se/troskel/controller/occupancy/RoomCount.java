package se.troskel.controller.occupancy;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.occupancy.Quality;

/// What all witnesses say about one room. Immutable. The rules of quality stand in [Occupancy].
///
/// @param heads by counting sensor
/// @param running by witness that adds and subtracts
/// @param byHand the last count by hand; null when there was none
/// @param presence 1 while somebody was seen, 0 while nobody moved; null without such a sensor
record RoomCount(
        Map<String, Tally> heads,
        Map<Witness, Tally> running,
        @Nullable Tally byHand,
        @Nullable Tally presence) {
    static final RoomCount EMPTY = new RoomCount(Map.of(), Map.of(), null, null);

    private static final double AGREE = 0.1;
    private static final double DIFFER = 0.25;

    RoomCount {
        heads = Map.copyOf(heads);
        running = Map.copyOf(running);
    }

    RoomCount moved(Witness witness, int people, Instant at) {
        Map<Witness, Tally> after = new EnumMap<>(Witness.class);
        after.putAll(running);
        after.put(witness, Tally.plus(running.get(witness), people, at));
        return new RoomCount(heads, after, byHand, presence);
    }

    RoomCount counted(String sensor, int people, Instant at) {
        Map<String, Tally> after = new HashMap<>(heads);
        after.put(sensor, new Tally(people, at));
        return new RoomCount(after, running, byHand, presence);
    }

    RoomCount present(boolean somebody, Instant at) {
        return new RoomCount(heads, running, byHand, new Tally(somebody ? 1 : 0, at));
    }

    /// Every witness that adds and subtracts starts from the hand count.
    RoomCount countedByHand(int people, Instant at) {
        Tally hand = new Tally(people, at);
        Map<Witness, Tally> after = new EnumMap<>(Witness.class);
        running.keySet().forEach(witness -> after.put(witness, hand));
        return new RoomCount(heads, after, hand, presence);
    }

    /// What is believed at an instant.
    ///
    /// @param stale how long a witness is fresh
    /// @param allSensorsOk whether no sensor of the room is missing
    Belief belief(Instant at, Duration stale, boolean allSensorsOk) {
        Belief belief =
                byHand != null && isFresh(byHand, at, stale)
                        ? afterHandCount(byHand)
                        : bySensorsAndCheckIns(at, stale);
        belief =
                belief.heeding(presence == null || !isFresh(presence, at, stale) ? null : presence);
        return (allSensorsOk ? belief : belief.lowered()).agedTo(at, stale);
    }

    /// The count by hand, moved by the most credible witness that has seen movement since.
    private Belief afterHandCount(Tally hand) {
        for (Witness witness : Witness.values()) {
            Tally tally = running.get(witness);
            if (tally != null && tally.seen().isAfter(hand.seen())) {
                return new Belief(tally.people(), Quality.MEDIUM, tally.seen());
            }
        }
        return new Belief(hand.people(), Quality.HIGH, hand.seen());
    }

    private Belief bySensorsAndCheckIns(Instant at, Duration stale) {
        Map<Witness, Tally> said = new EnumMap<>(Witness.class);
        said.putAll(running);
        highest(at, stale).ifPresent(tally -> said.put(Witness.HEADS, tally));
        Map.Entry<Witness, Tally> first = mostCredible(said, at, stale);
        if (first == null) {
            return presence == null
                    ? Belief.NOTHING
                    : new Belief(presence.people(), Quality.LOW, presence.seen());
        }
        Tally main = first.getValue();
        Quality quality =
                switch (first.getKey()) {
                    case HEADS, PASSAGES -> Quality.MEDIUM;
                    case DOORS, CHECK_INS -> Quality.LOW;
                };
        Belief belief = new Belief(main.people(), quality, main.seen());
        boolean agree = false;
        boolean differ = false;
        for (Map.Entry<Witness, Tally> other : said.entrySet()) {
            if (other.getKey() != first.getKey() && isFresh(other.getValue(), at, stale)) {
                int people = other.getValue().people();
                int difference = Math.abs(main.people() - people);
                int larger = Math.max(main.people(), people);
                agree |= difference <= Math.max(1, AGREE * larger);
                differ |= difference > Math.max(2, DIFFER * larger);
            }
        }
        if (differ) {
            return belief.lowered();
        }
        return agree ? belief.raised() : belief;
    }

    /// Among the fresh ones, or among all when none is; null when there is none.
    private static Map.@Nullable Entry<Witness, Tally> mostCredible(
            Map<Witness, Tally> said, Instant at, Duration stale) {
        Map.Entry<Witness, Tally> first = null;
        for (Map.Entry<Witness, Tally> witness : said.entrySet()) {
            if (isFresh(witness.getValue(), at, stale)) {
                return witness;
            }
            first = first == null ? witness : first;
        }
        return first;
    }

    private Optional<Tally> highest(Instant at, Duration stale) {
        Optional<Tally> fresh =
                heads.values().stream()
                        .filter(tally -> isFresh(tally, at, stale))
                        .max(Comparator.comparingInt(Tally::people));
        return fresh.isPresent()
                ? fresh
                : heads.values().stream().max(Comparator.comparing(Tally::seen));
    }

    private static boolean isFresh(@Nullable Tally tally, Instant at, Duration stale) {
        return tally != null && at.isBefore(tally.seen().plus(stale));
    }
}
