package se.troskel.region.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.mqtt.CentreState;
import se.troskel.protocol.mqtt.DeviceState;
import se.troskel.protocol.mqtt.DoorStatus;
import se.troskel.protocol.mqtt.RoomState;

/// Everything known of every centre, kept up to date. Used by the intake's thread only.
public final class Board {
    private static final int MOST_CENTRES = 1000;
    private static final int MOST_THINGS = 1000;

    private final Map<String, Known> centres = new TreeMap<>();

    /// A centre that is expected, whether or not it is ever heard.
    public void expect(String centre, String name) {
        Known known = known(centre);
        if (known != null) {
            known.name = name;
        }
    }

    /// Takes a state. False when there are already more centres or things than any real region has:
    /// then it is forgotten.
    public boolean put(StateReading reading) {
        Known known = known(reading.topic().centre());
        if (known == null) {
            return false;
        }
        return switch (reading.message()) {
            case CentreState state -> {
                known.state = state;
                known.name = state.name();
                yield true;
            }
            case RoomState room -> known.rooms.put(room.room(), room);
            case DoorStatus door -> known.doors.put(door.door(), door);
            case DeviceState device -> known.devices.put(device.device(), device);
            default -> throw new IllegalArgumentException("not a state");
        };
    }

    /// The topic has no state any more.
    public void clear(StateTopic topic) {
        Known known = centres.get(topic.centre());
        if (known != null) {
            switch (topic.kind()) {
                case CENTRE -> known.state = null;
                case ROOM -> known.rooms.things.remove(topic.id());
                case DOOR -> known.doors.things.remove(topic.id());
                case DEVICE -> known.devices.things.remove(topic.id());
            }
        }
    }

    /// The centre itself was heard. Never goes back in time.
    public void heard(String centre, Instant at) {
        Known known = known(centre);
        if (known != null && (known.heard == null || at.isAfter(known.heard))) {
            known.heard = at;
        }
    }

    /// Null when it never was.
    public @Nullable Instant heard(String centre) {
        Known known = centres.get(centre);
        return known == null ? null : known.heard;
    }

    /// Whether the centre has said that it is connected, and nothing else since.
    public boolean isOnline(String centre) {
        Known known = centres.get(centre);
        return known != null && known.state != null && known.state.online();
    }

    /// The room as it was said last; null when it never was.
    public @Nullable RoomState room(String centre, String room) {
        Known known = centres.get(centre);
        return known == null ? null : known.rooms.things.get(room);
    }

    /// A picture of all of it, in the order of the centres' codes.
    public List<CentrePicture> picture(Predicate<String> historyDiffers) {
        List<CentrePicture> pictures = new ArrayList<>();
        centres.forEach((centre, known) ->
                pictures.add(
                        new CentrePicture(
                                centre,
                                known.name,
                                known.state,
                                known.heard,
                                historyDiffers.test(centre),
                                List.copyOf(known.rooms.things.values()),
                                List.copyOf(known.doors.things.values()),
                                List.copyOf(known.devices.things.values()))));
        return pictures;
    }

    private @Nullable Known known(String centre) {
        if (!centres.containsKey(centre) && centres.size() >= MOST_CENTRES) {
            return null;
        }
        return centres.computeIfAbsent(centre, Known::new);
    }

    /// One centre.
    private static final class Known {
        private final Things<RoomState> rooms = new Things<>();
        private final Things<DoorStatus> doors = new Things<>();
        private final Things<DeviceState> devices = new Things<>();
        private String name;
        private @Nullable CentreState state;
        private @Nullable Instant heard;

        Known(String centre) {
            this.name = centre;
        }
    }

    /// Rooms, doors or devices by their ids.
    private static final class Things<T> {
        private final Map<String, T> things = new HashMap<>();

        boolean put(String id, T thing) {
            if (things.size() >= MOST_THINGS && !things.containsKey(id)) {
                return false;
            }
            things.put(id, thing);
            return true;
        }
    }
}
