package se.troskel.region;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.event.Chain;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.Envelope;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.event.EventType;
import se.troskel.protocol.json.Json;
import se.troskel.protocol.mqtt.CentreState;
import se.troskel.protocol.mqtt.RetiredPrefix;
import se.troskel.protocol.mqtt.RoomState;
import se.troskel.protocol.mqtt.Topics;
import se.troskel.protocol.occupancy.Quality;
import tools.jackson.databind.JsonNode;

/// A centre's journal and states as its uplink would send them, the chain of hashes real.
public final class SampleCentre {
    public static final Instant START = Instant.parse("2026-10-05T06:00:00Z");

    private final String code;
    private final String epoch;
    private final List<EventMessage> records = new ArrayList<>();
    private @Nullable RetiredPrefix retired;

    public SampleCentre(String code, String epoch) {
        this.code = code;
        this.epoch = epoch;
    }

    public Topics topics() {
        return new Topics(code);
    }

    public List<EventMessage> append(int count) {
        for (int i = 0; i < count; i++) {
            append(new EventBody.LinkChanged(i % 2 == 0), i % 3 == 0 ? "ab".repeat(32) : null);
        }
        return records;
    }

    private void append(EventBody body, @Nullable String local) {
        long seq = records.size() + 1L;
        JsonNode envelope =
                Json.tree(
                        new Envelope(
                                new UUID(7, seq),
                                code,
                                epoch,
                                seq,
                                START.plusSeconds(seq),
                                "boot",
                                seq,
                                ClockTrust.SYNCED,
                                EventType.of(body)));
        JsonNode tree = Json.tree(body);
        String previous = records.isEmpty() ? Chain.START : records.getLast().hash();
        String hash = Chain.hash(previous, Json.write(envelope), Json.write(tree), local);
        var message = new EventMessage(code, envelope, tree, local, previous, hash);
        // as it comes off the wire
        records.add(Json.read(Json.write(message), EventMessage.class));
    }

    public List<EventMessage> records() {
        return records;
    }

    /// The record at a position, from 1.
    public EventMessage at(long seq) {
        return records.get((int) seq - 1);
    }

    /// From now on the centre says that it has nothing up to `seq` any more.
    public void retire(long seq) {
        retired = new RetiredPrefix(seq, at(seq).hash());
    }

    public String epoch() {
        return epoch;
    }

    public CentreState state(boolean online, Instant at) {
        return state(online, at, OpeningMode.STAFFED);
    }

    public CentreState state(boolean online, Instant at, @Nullable OpeningMode mode) {
        return new CentreState(
                code,
                code.equals("KAT") ? "Katrineholm" : "Nyköping",
                online,
                at,
                mode,
                null,
                null,
                epoch,
                records.size(),
                records.isEmpty() ? Chain.START : records.getLast().hash(),
                retired,
                "0.1",
                null,
                null,
                null);
    }

    /// The last will.
    public CentreState will(Instant connected) {
        return state(false, connected, null);
    }

    /// Online, with the rooms that it has.
    public CentreState having(Instant at, String... rooms) {
        CentreState said = state(true, at);
        return new CentreState(
                said.centre(),
                said.name(),
                true,
                at,
                said.mode(),
                at.plusSeconds(3600),
                null,
                epoch,
                said.lastSeq(),
                said.hash(),
                said.retired(),
                said.version(),
                null,
                null,
                new CentreState.Parts(List.of(rooms), List.of(), List.of()));
    }

    public RoomState room(String room, @Nullable Integer people, Quality quality) {
        return new RoomState(code, room, room, people, false, quality, 20, 30, 2, 2, START);
    }
}
