package se.troskel.controller.site;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.door.DoorOrders;
import se.troskel.controller.exam.ExamNote;
import se.troskel.controller.journal.Journal;
import se.troskel.controller.journal.LocalBody;
import se.troskel.controller.staff.GlassUse;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.event.Envelope;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.event.EventType;
import se.troskel.protocol.event.StaffAction;
import se.troskel.protocol.json.Json;

/// Reads the whole journal for what must survive a restart, and for the records that say it.
/// Blocks; each replay is used once, by one thread.
public final class JournalReplay {
    private static final int BATCH = 500;
    private static final int GLASS_USES_MOST = 50;

    private final Journal journal;
    private final long until;

    /// What is found, with the position of the record that says it.
    private final Map<String, Long> tickets = new TreeMap<>();

    private final Map<String, Long> cards = new TreeMap<>();
    private final Map<String, Long> blockedDoors = new TreeMap<>();
    private final Map<String, Long> lockedDown = new TreeMap<>();
    private final Map<String, Exam> exams = new TreeMap<>();
    private final NavigableMap<Long, GlassUse> glassUses = new TreeMap<>();
    private @Nullable Long fire;
    private @Nullable Long armed;
    private final Map<String, Report> reports = new TreeMap<>();
    private final MusterReplay muster = new MusterReplay();
    private final NavigableMap<Long, ExamNote> examNotes = new TreeMap<>();
    private final DoorDayReplay days = new DoorDayReplay();
    private EventType last = EventType.CENTRE_STOPPED;
    private long lastSeq;

    private record Report(long seq, Restored.Report report) {}

    private record Exam(long seq, DoorPosture posture) {}

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
    public static NavigableSet<Long> needed(Journal journal, long until) {
        JournalReplay replay = new JournalReplay(journal, until);
        replay.run();
        NavigableSet<Long> needed = new TreeSet<>(replay.tickets.values());
        needed.addAll(replay.cards.values());
        needed.addAll(replay.blockedDoors.values());
        needed.addAll(replay.lockedDown.values());
        needed.addAll(replay.glassUses.keySet());
        needed.addAll(replay.examNotes.keySet());
        replay.exams.values().forEach(exam -> needed.add(exam.seq()));
        Stream.of(replay.fire, replay.armed).filter(Objects::nonNull).forEach(needed::add);
        replay.reports.values().forEach(report -> needed.add(report.seq()));
        needed.addAll(replay.muster.needed());
        needed.addAll(replay.days.needed());
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
        LocalBody local = local(message);
        muster.read(envelope, message, local);
        days.read(envelope, message);
        switch (last) {
            case OCCUPANCY_CHANGED -> {
                var body = Json.read(message.body(), EventBody.OccupancyChanged.class);
                reports.put(
                        body.room(), new Report(lastSeq, new Restored.Report(envelope.at(), body)));
            }
            case STAFF_ACTED -> {
                doors(Json.read(message.body(), EventBody.StaffActed.class));
                facts(local);
            }
            case DOOR_ORDERED -> ordered(Json.read(message.body(), EventBody.DoorOrdered.class));
            case FIRE_CHANGED ->
                    fire =
                            Json.read(message.body(), EventBody.FireChanged.class).latched()
                                    ? (Long) lastSeq
                                    : null;
            case ARMED_CHANGED ->
                    armed =
                            Json.read(message.body(), EventBody.ArmedChanged.class).armed()
                                    ? (Long) lastSeq
                                    : null;
            case BREAK_GLASS_USED -> glassUsed(envelope, message);
            case CHECK_IN -> facts(local);
            case EXAM_NOTED -> {
                if (local != null) {
                    ExamLines.note(local).ifPresent(note -> examNotes.put(lastSeq, note));
                }
            }
            default -> {}
        }
    }

    /// The label is local; without it, which one it was is not known any more.
    private void glassUsed(Envelope envelope, EventMessage message) {
        String label =
                message.local() == null
                        ? null
                        : journal.readLocal(envelope.seq())
                                .map(local -> local.facts().get("breakGlass"))
                                .orElse(null);
        var body = Json.read(message.body(), EventBody.BreakGlassUsed.class);
        glassUses.put(
                lastSeq, new GlassUse(body.door(), label == null ? "?" : label, envelope.at()));
        if (glassUses.size() > GLASS_USES_MOST) {
            glassUses.pollFirstEntry();
        }
    }

    private void doors(EventBody.StaffActed done) {
        if (done.action() == StaffAction.BREAK_GLASS_SEEN) {
            glassUses.clear();
        }
        String door = done.door();
        if (door == null) {
            return;
        }
        switch (done.action()) {
            case DOOR_BLOCKED -> blockedDoors.put(door, lastSeq);
            case DOOR_UNBLOCKED -> blockedDoors.remove(door);
            default -> {}
        }
    }

    private void ordered(EventBody.DoorOrdered order) {
        boolean lockdown = order.posture() == DoorPosture.LOCKED_DOWN;
        if (!order.given()) {
            (lockdown ? lockedDown : exams).remove(order.door());
        } else if (lockdown) {
            lockedDown.put(order.door(), lastSeq);
        } else {
            exams.put(order.door(), new Exam(lastSeq, order.posture()));
        }
    }

    /// The local body of a record that may have one of interest; null when there is none.
    private @Nullable LocalBody local(EventMessage message) {
        boolean isRead =
                last == EventType.STAFF_ACTED
                        || last == EventType.CHECK_IN
                        || last == EventType.EXAM_NOTED;
        return isRead && message.local() != null ? journal.readLocal(lastSeq).orElse(null) : null;
    }

    private void facts(@Nullable LocalBody local) {
        Map<String, String> facts = local == null ? Map.of() : local.facts();
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
                orders(),
                days.found(),
                fire != null,
                armed != null,
                List.copyOf(glassUses.values()),
                reports.values().stream().map(Report::report).toList(),
                muster.found(),
                List.copyOf(examNotes.values()),
                last == EventType.CENTRE_STOPPED);
    }

    private Map<String, DoorOrders> orders() {
        Map<String, DoorOrders> orders = new TreeMap<>();
        blockedDoors.keySet().forEach(door -> give(orders, door, one -> one.withBlock(true)));
        lockedDown.keySet().forEach(door -> give(orders, door, one -> one.withLockdown(true)));
        exams.forEach((door, exam) -> give(orders, door, one -> one.withExam(exam.posture())));
        return orders;
    }

    private static void give(
            Map<String, DoorOrders> orders, String door, UnaryOperator<DoorOrders> order) {
        orders.put(door, order.apply(orders.getOrDefault(door, DoorOrders.NONE)));
    }
}
