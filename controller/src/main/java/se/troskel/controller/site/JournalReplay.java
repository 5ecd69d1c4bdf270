package se.troskel.controller.site;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.journal.Journal;
import se.troskel.controller.journal.LocalBody;
import se.troskel.protocol.event.Envelope;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.event.EventType;
import se.troskel.protocol.json.Json;

/// Reads the whole journal for what must survive a restart, and for the records that say it.
/// Blocks; each replay is used once, by one thread.
public final class JournalReplay {
    private static final int BATCH = 500;

    private final Journal journal;
    private final long until;

    /// What is found, with the position of the record that says it.
    private final Map<String, Long> tickets = new TreeMap<>();

    private final Map<String, Long> cards = new TreeMap<>();
    private final Map<String, Long> doors = new TreeMap<>();
    private final Map<String, Report> reports = new TreeMap<>();
    private EventType last = EventType.CENTRE_STOPPED;
    private long lastSeq;

    private record Report(long seq, Restored.Report report) {}

    private JournalReplay(Journal journal, long until) {
        this.journal = journal;
        this.until = until;
    }

    /// What is found. Local bodies that were erased are left out: a person's ticket outlives
    /// neither its window nor its person's retention.
    public static Restored of(Journal journal) {
        JournalReplay replay = new JournalReplay(journal, Long.MAX_VALUE);
        replay.run();
        return replay.found();
    }

    /// The records up to `until` without which a restart would find something else: what must be
    /// kept of them when they are retired.
    public static SortedSet<Long> needed(Journal journal, long until) {
        JournalReplay replay = new JournalReplay(journal, until);
        replay.run();
        SortedSet<Long> needed = new TreeSet<>(replay.tickets.values());
        needed.addAll(replay.cards.values());
        needed.addAll(replay.doors.values());
        replay.reports.values().forEach(report -> needed.add(report.seq()));
        if (replay.lastSeq > 0) {
            needed.add(replay.lastSeq);
        }
        return needed;
    }

    private void run() {
        journal.carried().forEach(this::read);
        for (List<EventMessage> batch = journal.read(lastSeq + 1, BATCH);
                !batch.isEmpty() && lastSeq < until;
                batch = journal.read(lastSeq + 1, BATCH)) {
            batch.forEach(this::read);
        }
    }

    private void read(EventMessage message) {
        Envelope envelope = Json.read(message.envelope(), Envelope.class);
        if (envelope.seq() > until) {
            lastSeq = until;
            return;
        }
        lastSeq = envelope.seq();
        last = envelope.type();
        if (last == EventType.OCCUPANCY_CHANGED) {
            var body = Json.read(message.body(), EventBody.OccupancyChanged.class);
            reports.put(body.room(), new Report(lastSeq, new Restored.Report(envelope.at(), body)));
        } else if (last == EventType.STAFF_ACTED) {
            doors(Json.read(message.body(), EventBody.StaffActed.class));
            facts(message);
        } else if (last == EventType.CHECK_IN) {
            facts(message);
        }
    }

    private void doors(EventBody.StaffActed done) {
        String door = done.door();
        if (door == null) {
            return;
        }
        switch (done.action()) {
            case DOOR_BLOCKED -> doors.put(door, lastSeq);
            case DOOR_UNBLOCKED -> doors.remove(door);
            default -> {}
        }
    }

    private void facts(EventMessage message) {
        if (message.local() == null) {
            return;
        }
        Map<String, String> facts =
                journal.readLocal(lastSeq).map(LocalBody::facts).orElse(Map.of());
        add(facts.get("ticket"), tickets);
        add(facts.get("blocked"), cards);
        cards.remove(facts.getOrDefault("unblocked", ""));
    }

    private void add(@Nullable String value, Map<String, Long> to) {
        if (value != null) {
            to.put(value, lastSeq);
        }
    }

    private Restored found() {
        return new Restored(
                tickets.keySet(),
                cards.keySet(),
                doors.keySet(),
                reports.values().stream().map(Report::report).toList(),
                last == EventType.CENTRE_STOPPED);
    }
}
