package se.troskel.controller.site;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.door.DoorOrders;
import se.troskel.controller.journal.Journal;
import se.troskel.controller.journal.LocalBody;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.event.Envelope;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.event.EventType;
import se.troskel.protocol.json.Json;

/// Reads the whole journal for what must survive a restart. Blocks; used once, by one thread.
public final class JournalReplay {
    private static final int BATCH = 500;

    private final Journal journal;
    private final Set<String> tickets = new HashSet<>();
    private final Set<String> cards = new HashSet<>();
    private final Map<String, DoorOrders> orders = new HashMap<>();
    private boolean fire;
    private boolean armed;
    private final Map<String, Restored.Report> reports = new HashMap<>();
    private EventType last = EventType.CENTRE_STOPPED;

    private JournalReplay(Journal journal) {
        this.journal = journal;
    }

    /// What is found. Local bodies that were erased are left out: a person's ticket outlives
    /// neither its window nor its person's retention.
    public static Restored of(Journal journal) {
        JournalReplay replay = new JournalReplay(journal);
        long from = 1;
        for (List<EventMessage> batch = journal.read(from, BATCH);
                !batch.isEmpty();
                batch = journal.read(from, BATCH)) {
            for (EventMessage message : batch) {
                Envelope envelope = Json.read(message.envelope(), Envelope.class);
                replay.read(envelope, message);
                from = envelope.seq() + 1;
            }
        }
        return replay.found();
    }

    private void read(Envelope envelope, EventMessage message) {
        last = envelope.type();
        switch (last) {
            case OCCUPANCY_CHANGED -> {
                var body = Json.read(message.body(), EventBody.OccupancyChanged.class);
                reports.put(body.room(), new Restored.Report(envelope.at(), body));
            }
            case STAFF_ACTED -> {
                doors(Json.read(message.body(), EventBody.StaffActed.class));
                facts(envelope, message);
            }
            case DOOR_ORDERED -> ordered(Json.read(message.body(), EventBody.DoorOrdered.class));
            case FIRE_CHANGED ->
                    fire = Json.read(message.body(), EventBody.FireChanged.class).latched();
            case ARMED_CHANGED ->
                    armed = Json.read(message.body(), EventBody.ArmedChanged.class).armed();
            case CHECK_IN -> facts(envelope, message);
            default -> {}
        }
    }

    private void doors(EventBody.StaffActed done) {
        String door = done.door();
        if (door == null) {
            return;
        }
        switch (done.action()) {
            case DOOR_BLOCKED -> order(door, orders -> orders.withBlock(true));
            case DOOR_UNBLOCKED -> order(door, orders -> orders.withBlock(false));
            default -> {}
        }
    }

    private void ordered(EventBody.DoorOrdered given) {
        order(
                given.door(),
                orders ->
                        given.posture() == DoorPosture.LOCKED_DOWN
                                ? orders.withLockdown(given.given())
                                : orders.withExam(given.given() ? given.posture() : null));
    }

    private void order(String door, UnaryOperator<DoorOrders> change) {
        orders.put(door, change.apply(orders.getOrDefault(door, DoorOrders.NONE)));
    }

    private void facts(Envelope envelope, EventMessage message) {
        if (message.local() == null) {
            return;
        }
        Map<String, String> facts =
                journal.readLocal(envelope.seq()).map(LocalBody::facts).orElse(Map.of());
        add(facts.get("ticket"), tickets);
        add(facts.get("blocked"), cards);
        cards.remove(facts.getOrDefault("unblocked", ""));
    }

    private static void add(@Nullable String value, Set<String> to) {
        if (value != null) {
            to.add(value);
        }
    }

    private Restored found() {
        return new Restored(
                tickets,
                cards,
                orders,
                fire,
                armed,
                reports.values(),
                last == EventType.CENTRE_STOPPED);
    }
}
