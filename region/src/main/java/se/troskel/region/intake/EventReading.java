package se.troskel.region.intake;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.event.Chain;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A journal record that can be stored: its hash holds and it says what the record's table needs.
/// Its other members, those of a later version included, are kept as they came.
record EventReading(EventMessage message, String epoch, long seq) {
    static final int MOST_EPOCH = 64;

    /// What every database can store.
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final int MOST_TYPE = 64;

    /// Reads a record from one centre's topic; null when it is not one: the caller counts it and
    /// goes on.
    static @Nullable EventReading of(String centre, String text) {
        try {
            EventMessage message =
                    Json.read(text.getBytes(StandardCharsets.UTF_8), EventMessage.class);
            JsonNode envelope = message.envelope();
            String epoch = envelope.path("epoch").stringValue("");
            String type = envelope.path("type").stringValue("");
            long seq = envelope.path("seq").isIntegralNumber() ? envelope.path("seq").asLong(0) : 0;
            Instant at = Instant.parse(envelope.path("at").stringValue(""));
            boolean whole =
                    !at.isBefore(EARLIEST)
                            && at.isBefore(LATEST)
                            && message.centre().equals(centre)
                            && message.body().isObject()
                            && !epoch.isEmpty()
                            && epoch.length() <= MOST_EPOCH
                            && !type.isEmpty()
                            && type.length() <= MOST_TYPE
                            && seq >= 1
                            && Chain.verify(message);
            return whole ? new EventReading(message, epoch, seq) : null;
        } catch (Json.MalformedMessageException | JacksonException | DateTimeException e) {
            return null;
        }
    }
}
