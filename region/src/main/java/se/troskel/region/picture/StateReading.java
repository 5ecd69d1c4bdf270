package se.troskel.region.picture;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.json.Json;
import se.troskel.protocol.mqtt.CentreState;
import se.troskel.protocol.mqtt.DeviceState;
import se.troskel.protocol.mqtt.DoorStatus;
import se.troskel.protocol.mqtt.RoomState;

/// A state that is what its topic says. Pure.
public record StateReading(StateTopic topic, Record message) {
    /// Reads a state; null when it is malformed or is about something else than its topic: the
    /// caller counts it and goes on.
    public static @Nullable StateReading of(StateTopic topic, String text) {
        try {
            Record message =
                    Json.read(text.getBytes(StandardCharsets.UTF_8), topic.kind().message());
            boolean fits =
                    switch (message) {
                        case CentreState state -> state.centre().equals(topic.centre());
                        case RoomState state -> fits(topic, state.centre(), state.room());
                        case DoorStatus state -> fits(topic, state.centre(), state.door());
                        case DeviceState state -> fits(topic, state.centre(), state.device());
                        default -> false;
                    };
            return fits ? new StateReading(topic, message) : null;
        } catch (Json.MalformedMessageException e) {
            return null;
        }
    }

    private static boolean fits(StateTopic topic, String centre, String id) {
        return centre.equals(topic.centre()) && id.equals(topic.id());
    }
}
