package se.troskel.region.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.json.Json;
import tools.jackson.databind.JsonNode;

/// Journal records as rows of `events`.
record EventRows(Handle handle) {
    void insert(List<EventMessage> events) {
        if (events.isEmpty()) {
            return;
        }
        PreparedBatch rows =
                handle.prepareBatch(
                        "insert into events (centre, epoch, seq, hash, previous, local, envelope,"
                                + " body, happened, type) values (:centre, :epoch, :seq, :hash,"
                                + " :previous, :local, :envelope, :body, :happened, :type)");
        for (EventMessage event : events) {
            JsonNode envelope = event.envelope();
            rows.bind("centre", event.centre())
                    .bind("epoch", envelope.path("epoch").stringValue())
                    .bind("seq", envelope.path("seq").longValue())
                    .bind("hash", event.hash())
                    .bind("previous", event.previous())
                    .bind("local", event.local())
                    .bind("envelope", Json.text(envelope))
                    .bind("body", Json.text(event.body()))
                    .bind(
                            "happened",
                            Instant.parse(envelope.path("at").stringValue())
                                    .atOffset(ZoneOffset.UTC))
                    .bind("type", envelope.path("type").stringValue())
                    .add();
        }
        rows.execute();
    }
}
