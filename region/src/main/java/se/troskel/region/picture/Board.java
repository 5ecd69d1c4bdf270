package se.troskel.region.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.mqtt.CentreState;
import se.troskel.protocol.mqtt.DeviceState;
import se.troskel.protocol.mqtt.DoorStatus;
import se.troskel.protocol.mqtt.RoomState;
import se.troskel.protocol.mqtt.Topics;

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
                known.say(state);
                yield true;
            }
            case RoomState room -> known.rooms.put(room.room(), room);
            case DoorStatus door -> known.doors.put(door.door(), door);
            case DeviceState device -> known.devices.put(device.device(), device);
            default -> throw new IllegalArgumentException("not a state");
        };
    }

    /// What was last said of the centre itself, with the opening that was last heard; null when
    /// nothing was.
    public @Nullable CentreState state(String centre) {
        Known known = centres.get(centre);
        return known == null ? null : known.state;
    }

    /// Whether a room, door or device is one that its centre has, as far as the centre has said.
    public boolean isListed(StateTopic topic) {
        Known known = centres.get(topic.centre());
        return known == null || known.lists(topic);
    }

    /// The rooms, doors and devices known here that the centre does not have any more.
    public List<StateTopic> unlisted(String centre) {
        Known known = centres.get(centre);
        if (known == null) {
            return List.of();
        }
        Topics topics = new Topics(centre);
        Stream<String> rooms = known.rooms.things.keySet().stream().map(topics::roomState);
        Stream<String> doors = known.doors.things.keySet().stream().map(topics::doorState);
        Stream<String> devices = known.devices.things.keySet().stream().map(topics::deviceState);
        return Stream.of(rooms, doors, devices)
                .flatMap(all -> all)
                .map(StateTopic::of)
                .filter(Objects::nonNull)
                .filter(topic -> !known.lists(topic))
                .toList();
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
    public List<CentrePicture> picture(
            Predicate<String> historyDiffers, Function<String, @Nullable Missing> missing) {
        List<CentrePicture> pictures = new ArrayList<>();
        centres.forEach((centre, known) ->
                pictures.add(
                        new CentrePicture(
                                centre,
                                known.name,
                                known.state,
                                known.heard,
                                historyDiffers.test(centre),
                                missing.apply(centre),
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

        /// A centre that is gone says nothing of its opening, people and parts; what it said before
        /// stands.
        void say(CentreState said) {
            CentreState before = state;
            name = said.name();
            state = said.online() || before == null ? said : offline(said, before);
        }

        private static CentreState offline(CentreState said, CentreState before) {
            return new CentreState(
                    said.centre(),
                    said.name(),
                    false,
                    said.at(),
                    before.mode(),
                    before.until(),
                    before.leftInside(),
                    said.epoch(),
                    said.lastSeq(),
                    said.hash(),
                    said.retired(),
                    said.version(),
                    before.fire(),
                    before.armed(),
                    before.parts());
        }

        boolean lists(StateTopic topic) {
            CentreState.Parts parts = state == null ? null : state.parts();
            if (parts == null) {
                return true;
            }
            return switch (topic.kind()) {
                case CENTRE -> true;
                case ROOM -> parts.rooms().contains(topic.id());
                case DOOR -> parts.doors().contains(topic.id());
                case DEVICE -> parts.devices().contains(topic.id());
            };
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
