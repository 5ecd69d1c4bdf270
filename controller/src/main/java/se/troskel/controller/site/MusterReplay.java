package se.troskel.controller.site;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.journal.LocalBody;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.event.Envelope;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.event.StaffAction;
import se.troskel.protocol.json.Json;

/// Reads the muster list out of the journal's records, in their order. Used by one thread.
final class MusterReplay {
    /// Visits without a card that are remembered of one opening; the oldest are forgotten first.
    private static final int MAX_VISITS = 10_000;

    private final Map<String, Known> inside = new LinkedHashMap<>();
    private final Deque<Counted> visitors = new ArrayDeque<>();
    private boolean open;

    /// The record by which it last opened or closed; null before the first.
    private @Nullable Long turned;

    private record Known(long seq, Muster.Known known) {}

    private record Counted(long seq, Muster.Counted counted) {}

    /// @param local null when the record has none, or it was erased
    void read(Envelope envelope, EventMessage message, @Nullable LocalBody local) {
        switch (envelope.type()) {
            case OPENING_CHANGED ->
                    opened(
                            Json.read(message.body(), EventBody.OpeningChanged.class).mode(),
                            envelope.seq());
            case STAFF_ACTED -> {
                var done = Json.read(message.body(), EventBody.StaffActed.class);
                if (done.action() == StaffAction.VISITS_ENDED) {
                    nobodyIsInside();
                }
            }
            case CHECK_IN ->
                    passed(Json.read(message.body(), EventBody.CheckIn.class), local, envelope);
            case VISIT -> {
                var visit = Json.read(message.body(), EventBody.Visit.class);
                came(visit.kind(), visit.people(), null, envelope);
            }
            default -> {}
        }
    }

    Muster found() {
        return new Muster(
                inside.values().stream().map(Known::known).toList(),
                visitors.stream().map(Counted::counted).toList());
    }

    /// The positions of the records that say it.
    Collection<Long> needed() {
        List<Long> needed = new ArrayList<>();
        inside.values().forEach(one -> needed.add(one.seq()));
        visitors.forEach(some -> needed.add(some.seq()));
        if (turned != null) {
            needed.add(turned);
        }
        return needed;
    }

    private void opened(OpeningMode mode, long seq) {
        boolean opens = mode == OpeningMode.STAFFED || mode == OpeningMode.UNSTAFFED;
        if (opens == open) {
            return;
        }
        if (opens) {
            nobodyIsInside();
        }
        open = opens;
        turned = seq;
    }

    private void nobodyIsInside() {
        inside.clear();
        visitors.clear();
    }

    private void came(VisitKind kind, int people, @Nullable String room, Envelope envelope) {
        if (visitors.size() >= MAX_VISITS) {
            visitors.removeFirst();
        }
        var counted = new Muster.Counted(kind, people, room, envelope.at());
        visitors.addLast(new Counted(envelope.seq(), counted));
    }

    private void passed(EventBody.CheckIn body, @Nullable LocalBody local, Envelope envelope) {
        if (!body.reason().isGranted() || local == null) {
            return;
        }
        boolean leaves = body.reason() == CheckInReason.CHECKED_OUT;
        String person = local.subject();
        if (!person.equals(LocalBody.NOBODY)) {
            inside.remove(person);
            if (!leaves) {
                inside.put(person, known(person, body, envelope.at(), envelope.seq()));
            }
        } else if (!leaves) {
            came(VisitKind.GUEST, 1, body.room(), envelope);
        }
    }

    private static Known known(String person, EventBody.CheckIn body, Instant at, long seq) {
        VisitKind kind = Objects.requireNonNullElse(body.kind(), VisitKind.STUDENT);
        return new Known(seq, new Muster.Known(person, body.room(), at, kind));
    }
}
