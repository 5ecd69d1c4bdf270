package se.troskel.controller.site;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.troskel.controller.journal.Journal;
import se.troskel.controller.journal.LocalBody;
import se.troskel.protocol.event.Envelope;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.event.EventType;
import se.troskel.protocol.json.Json;

/// What a restart finds in the journal: the tickets that were used, the cards that were blocked,
/// and what the rooms last reported. The journal wins over the register.
///
/// @param occupancy the last report of each room
/// @param cleanStop whether the controller had stopped in order; true for a new journal
public record Restored(
        Set<String> usedTickets,
        Set<String> blockedCards,
        Collection<Report> occupancy,
        boolean cleanStop) {
    private static final int BATCH = 500;

    public Restored {
        usedTickets = Set.copyOf(usedTickets);
        blockedCards = Set.copyOf(blockedCards);
        occupancy = List.copyOf(occupancy);
    }

    /// What a room reported, and when.
    public record Report(Instant at, EventBody.OccupancyChanged body) {}

    /// Reads the whole journal; blocks. Local bodies that were erased are left out: a person's
    /// ticket outlives neither its window nor its person's retention.
    public static Restored from(Journal journal) {
        Set<String> tickets = new HashSet<>();
        Set<String> blocked = new HashSet<>();
        Map<String, Report> reports = new HashMap<>();
        EventType last = EventType.CENTRE_STOPPED;
        long seq = 1;
        for (List<EventMessage> batch = journal.read(seq, BATCH);
                !batch.isEmpty();
                batch = journal.read(seq, BATCH)) {
            for (EventMessage message : batch) {
                Envelope envelope = Json.read(message.envelope(), Envelope.class);
                last = envelope.type();
                if (last == EventType.OCCUPANCY_CHANGED) {
                    var body = Json.read(message.body(), EventBody.OccupancyChanged.class);
                    reports.put(body.room(), new Report(envelope.at(), body));
                } else if (message.local() != null && holdsFacts(last)) {
                    journal.readLocal(envelope.seq())
                            .map(LocalBody::facts)
                            .ifPresent(facts -> {
                                add(facts, "ticket", tickets);
                                add(facts, "blocked", blocked);
                                blocked.remove(facts.getOrDefault("unblocked", ""));
                            });
                }
                seq = envelope.seq() + 1;
            }
        }
        return new Restored(tickets, blocked, reports.values(), last == EventType.CENTRE_STOPPED);
    }

    private static boolean holdsFacts(EventType type) {
        return type == EventType.CHECK_IN || type == EventType.STAFF_ACTED;
    }

    private static void add(Map<String, String> facts, String key, Set<String> to) {
        String value = facts.get(key);
        if (value != null) {
            to.add(value);
        }
    }
}
