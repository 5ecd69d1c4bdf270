package se.troskel.controller.uplink;

import org.jspecify.annotations.Nullable;
import se.troskel.protocol.json.Json;
import se.troskel.protocol.mqtt.Ack;
import se.troskel.protocol.mqtt.RegionRequest;
import se.troskel.protocol.mqtt.Topics;

/// What a message from outside can mean: an acknowledgement or a request, nothing else. Pure.
sealed interface Inbound {
    /// Longest id of a request that is repeated in its reply.
    int MOST_ID = 64;

    record Acknowledgement(Ack ack) implements Inbound {}

    record Request(RegionRequest request) implements Inbound {}

    /// Understands a message; null when it is malformed, meant for another centre, or on a topic
    /// that the centre did not ask for: the caller counts and forgets it.
    static @Nullable Inbound read(Topics topics, String topic, byte[] payload) {
        try {
            if (topic.equals(topics.ack())) {
                Ack ack = Json.read(payload, Ack.class);
                return ack.centre().equals(topics.centre()) ? new Acknowledgement(ack) : null;
            }
            if (topic.equals(topics.requests())) {
                RegionRequest request = Json.read(payload, RegionRequest.class);
                boolean ours =
                        request.centre().equals(topics.centre())
                                && request.id().length() <= MOST_ID;
                return ours ? new Request(request) : null;
            }
            return null;
        } catch (Json.MalformedMessageException e) {
            return null;
        }
    }
}
