package se.troskel.controller.uplink;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import se.troskel.controller.journal.JournalReader;
import se.troskel.protocol.event.Chain;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.Envelope;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.event.EventType;
import se.troskel.protocol.json.Json;
import se.troskel.protocol.mqtt.RetiredPrefix;
import tools.jackson.databind.JsonNode;

/// A journal without a disk, its chain of hashes real.
final class MemoryJournal implements JournalReader {
    static final Instant START = Instant.parse("2026-10-05T06:00:00Z");

    private final String centre;
    private final String epoch;
    private long retired;
    private final List<EventMessage> records = new ArrayList<>();
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();

    MemoryJournal(String centre, String epoch) {
        this.centre = centre;
        this.epoch = epoch;
    }

    void append(int count) {
        long last;
        synchronized (this) {
            for (int i = 0; i < count; i++) {
                append(new EventBody.LinkChanged(true));
            }
            last = records.size();
        }
        listeners.forEach(listener -> listener.accept(last));
    }

    private void append(EventBody body) {
        long seq = records.size() + 1L;
        var envelope =
                new Envelope(
                        new UUID(7, seq),
                        centre,
                        epoch,
                        seq,
                        START.plusSeconds(seq),
                        "boot",
                        seq,
                        ClockTrust.SYNCED,
                        EventType.of(body));
        JsonNode envelopeTree = Json.tree(envelope);
        JsonNode bodyTree = Json.tree(body);
        String previous = records.isEmpty() ? Chain.START : records.getLast().hash();
        String hash = Chain.hash(previous, Json.write(envelopeTree), Json.write(bodyTree), null);
        records.add(new EventMessage(centre, envelopeTree, bodyTree, null, previous, hash));
    }

    @Override
    public String epoch() {
        return epoch;
    }

    @Override
    public synchronized long lastSeq() {
        return records.size();
    }

    /// Forgets the records up to `seq`.
    synchronized void retire(long seq) {
        retired = seq;
    }

    @Override
    public synchronized Optional<RetiredPrefix> retired() {
        return retired == 0
                ? Optional.empty()
                : Optional.of(new RetiredPrefix(retired, records.get((int) retired - 1).hash()));
    }

    @Override
    public synchronized Optional<String> hashAt(long seq) {
        if (seq == 0) {
            return Optional.of(Chain.START);
        }
        return seq > records.size() || seq < retired
                ? Optional.empty()
                : Optional.of(records.get((int) seq - 1).hash());
    }

    @Override
    public synchronized List<EventMessage> read(long fromSeq, int max) {
        int from = (int) Math.min(Math.max(fromSeq, firstSeq()) - 1, records.size());
        return List.copyOf(records.subList(from, Math.min(from + max, records.size())));
    }

    @Override
    public void onCommitted(LongConsumer listener) {
        listeners.add(listener);
    }
}
