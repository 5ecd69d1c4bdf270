package se.troskel.region.store;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.json.Json;

/// Reads the region's record of a centre as the centre's journal gives it: "the region's record
/// equals the journal" compares the two. Thread-safe; blocks on disk.
public final class RecordReader {
    private final RegionStore store;

    RecordReader(RegionStore store) {
        this.store = store;
    }

    /// Up to `max` records from `fromSeq` on, in order.
    ///
    /// @throws StoreException when the database cannot be read
    public List<EventMessage> read(String centre, String epoch, long fromSeq, int max) {
        return store.reading(handle ->
                handle.createQuery(
                                "select * from events where centre = :centre"
                                        + " and epoch = :epoch and seq >= :from"
                                        + " order by seq fetch first :max rows only")
                        .bind("centre", centre)
                        .bind("epoch", epoch)
                        .bind("from", fromSeq)
                        .bind("max", max)
                        .map((row, context) -> message(row))
                        .list());
    }

    /// How far a history is stored; empty when the epoch was never heard of.
    public Optional<StoredHistory> history(String centre, String epoch) {
        return store.histories().stream()
                .filter(stored -> stored.centre().equals(centre) && stored.epoch().equals(epoch))
                .findFirst();
    }

    /// Puts the stored texts back where they came from.
    private static EventMessage message(ResultSet row) throws SQLException {
        String local = row.getString("local");
        String json =
                "{\"centre\":\"%s\",\"envelope\":%s,\"body\":%s,\"local\":%s,\"previous\":\"%s\",\"hash\":\"%s\"}"
                        .formatted(
                                row.getString("centre"),
                                row.getString("envelope"),
                                row.getString("body"),
                                local == null ? "null" : '"' + local + '"',
                                row.getString("previous"),
                                row.getString("hash"));
        return Json.read(json.getBytes(StandardCharsets.UTF_8), EventMessage.class);
    }
}
