package se.troskel.controller.occupancy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.config.Device;
import se.troskel.config.Room;
import se.troskel.protocol.occupancy.Quality;

/// How many people are in each room. Immutable; any thread. Never negative (INV-13).
///
/// How sure a number is:
/// - The most credible witness that is fresh gives the number: counted heads, passages (both
///   MEDIUM), openings of the door, check-ins (both LOW), the mere presence of somebody (LOW, 1).
/// - Another fresh witness within one person or a tenth raises it one step; one that is off by more
///   than two people and more than a quarter lowers it.
/// - A presence sensor that contradicts the number lowers it, and so does a sensor of the room that
///   does not work.
/// - A count by hand overrides all that while it is fresh: HIGH, and MEDIUM once people have moved
///   since. Whatever adds and subtracts goes on from it.
/// - What has not been confirmed for the configured minutes loses one step, for twice as long two.
///   At NONE there is no number.
public final class Occupancy {
    private final CentreConfig config;
    private final Map<String, RoomCount> rooms;
    private final RoomCount centre;
    private final Set<String> working;

    private Occupancy(
            CentreConfig config,
            Map<String, RoomCount> rooms,
            RoomCount centre,
            Set<String> working) {
        this.config = config;
        this.rooms = Map.copyOf(rooms);
        this.centre = centre;
        this.working = Set.copyOf(working);
    }

    /// Nothing known of any room.
    public static Occupancy unknown(CentreConfig config) {
        return new Occupancy(config, Map.of(), RoomCount.EMPTY, Set.of());
    }

    /// After an input. A room or sensor that is not configured changes nothing.
    public Occupancy after(OccupancyInput input, Instant at) {
        return switch (input) {
            case OccupancyInput.CheckedIn(String room, int people) -> checked(room, people, at);
            case OccupancyInput.CheckedOut(String room, int people) -> checked(room, -people, at);
            case OccupancyInput.PassedDoor(String room, int people) ->
                    inRoom(room, count -> count.moved(Witness.DOORS, people, at));
            case OccupancyInput.SensedPassage(String sensor, int people) ->
                    sensed(sensor, count -> count.moved(Witness.PASSAGES, people, at));
            case OccupancyInput.SensedPresence(String sensor, boolean present) ->
                    sensed(sensor, count -> count.present(present, at));
            case OccupancyInput.SensedCount(String sensor, int people) ->
                    sensed(sensor, count -> count.counted(sensor, people, at));
            case OccupancyInput.SensorHealth(String sensor, boolean ok) -> health(sensor, ok);
            case OccupancyInput.CountedByHand(String room, int people) ->
                    inRoom(room, count -> count.countedByHand(people, at));
            case OccupancyInput.OpenedAnew() ->
                    new Occupancy(config, Map.of(), RoomCount.EMPTY, working);
        };
    }

    /// What is known of a room at an instant.
    public Estimate estimate(String room, Instant at) {
        long total = config.devices().stream().filter(device -> isSensorIn(device, room)).count();
        long ok =
                config.devices().stream()
                        .filter(device -> isSensorIn(device, room))
                        .filter(device -> working.contains(device.id()))
                        .count();
        Belief belief = rooms.getOrDefault(room, RoomCount.EMPTY).belief(at, stale(), ok == total);
        Integer people = belief.quality() == Quality.NONE ? null : (Integer) belief.people();
        return new Estimate(people, belief.quality(), (int) ok, (int) total);
    }

    /// The whole centre: the sum of its rooms or the check-ins, whichever is more, as sure as the
    /// least sure room, and no surer than LOW while a room is unknown.
    public Estimate centre(Instant at) {
        Belief checkIns = centre.belief(at, stale(), true);
        int sum = 0;
        int ok = 0;
        int total = 0;
        Quality best = checkIns.quality();
        Quality worst = Quality.HIGH;
        for (Room room : config.rooms()) {
            Estimate estimate = estimate(room.id(), at);
            sum += estimate.people() == null ? 0 : estimate.people();
            ok += estimate.sensorsOk();
            total += estimate.sensorsTotal();
            best = min(best, estimate.quality());
            worst = max(worst, estimate.quality());
        }
        if (best == Quality.NONE) {
            return new Estimate(null, Quality.NONE, ok, total);
        }
        int people = checkIns.quality() == Quality.NONE ? sum : Math.max(sum, checkIns.people());
        return new Estimate(people, min(worst, Quality.LOW), ok, total);
    }

    /// People by room, for every room of which a number is known.
    public Map<String, Integer> people(Instant at) {
        return byRoom(at, Quality.LOW);
    }

    /// People by room, for every room whose heads are counted.
    public Map<String, Integer> counted(Instant at) {
        return byRoom(at, Quality.HIGH);
    }

    private Map<String, Integer> byRoom(Instant at, Quality atLeast) {
        Map<String, Integer> people = new HashMap<>();
        for (Room room : config.rooms()) {
            Estimate estimate = estimate(room.id(), at);
            Integer known = estimate.people();
            if (known != null && estimate.quality().compareTo(atLeast) <= 0) {
                people.put(room.id(), known);
            }
        }
        return Map.copyOf(people);
    }

    private Occupancy checked(@Nullable String room, int people, Instant at) {
        RoomCount whole = centre.moved(Witness.CHECK_INS, people, at);
        Occupancy inCentre = new Occupancy(config, rooms, whole, working);
        return room == null
                ? inCentre
                : inCentre.inRoom(room, count -> count.moved(Witness.CHECK_INS, people, at));
    }

    private Occupancy sensed(String sensor, UnaryOperator<RoomCount> change) {
        return config.device(sensor)
                .map(Device::room)
                .map(room -> health(sensor, true).inRoom(room, change))
                .orElse(this);
    }

    private Occupancy health(String sensor, boolean ok) {
        Set<String> after = new HashSet<>(working);
        if (ok) {
            after.add(sensor);
        } else {
            after.remove(sensor);
        }
        return new Occupancy(config, rooms, centre, after);
    }

    private Occupancy inRoom(String room, UnaryOperator<RoomCount> change) {
        if (config.room(room).isEmpty()) {
            return this;
        }
        Map<String, RoomCount> after = new HashMap<>(rooms);
        after.put(room, change.apply(rooms.getOrDefault(room, RoomCount.EMPTY)));
        return new Occupancy(config, after, centre, working);
    }

    private Duration stale() {
        return Duration.ofMinutes(config.occupancy().staleMinutes());
    }

    private static boolean isSensorIn(Device device, String room) {
        return device.kind() == Device.Kind.OCCUPANCY_SENSOR && room.equals(device.room());
    }

    private static Quality min(Quality one, Quality other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Quality max(Quality one, Quality other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
