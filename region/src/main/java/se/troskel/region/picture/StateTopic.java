package se.troskel.region.picture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.Ids;
import se.troskel.protocol.mqtt.CentreState;
import se.troskel.protocol.mqtt.DeviceState;
import se.troskel.protocol.mqtt.DoorStatus;
import se.troskel.protocol.mqtt.RoomState;
import se.troskel.protocol.mqtt.Topics;

/// Whose state a topic carries, and of what.
///
/// @param id the room, door or device; the centre's own code for the centre
public record StateTopic(String topic, String centre, Kind kind, String id) {
    private static final Pattern TOPIC =
            Pattern.compile(
                    Pattern.quote(Topics.ROOT)
                            + "/([^/]+)/state/(?:(centre)|(rooms|doors|devices)/([^/]+))");

    /// What a state is about, with the message that carries it.
    public enum Kind {
        CENTRE(CentreState.class),
        ROOM(RoomState.class),
        DOOR(DoorStatus.class),
        DEVICE(DeviceState.class);

        private final Class<? extends Record> message;

        Kind(Class<? extends Record> message) {
            this.message = message;
        }

        Class<? extends Record> message() {
            return message;
        }
    }

    /// Null when it is not a state topic of ours.
    public static @Nullable StateTopic of(String topic) {
        Matcher parts = TOPIC.matcher(topic);
        if (!parts.matches() || !Ids.isId(parts.group(1))) {
            return null;
        }
        String centre = parts.group(1);
        if (parts.group(2) != null) {
            return new StateTopic(topic, centre, Kind.CENTRE, centre);
        }
        Kind kind =
                switch (parts.group(3)) {
                    case "rooms" -> Kind.ROOM;
                    case "doors" -> Kind.DOOR;
                    default -> Kind.DEVICE;
                };
        return Ids.isId(parts.group(4))
                ? new StateTopic(topic, centre, kind, parts.group(4))
                : null;
    }
}
