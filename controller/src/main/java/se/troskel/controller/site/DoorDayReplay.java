package se.troskel.controller.site;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.troskel.controller.access.ScheduledUnlock.DoorDay;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.door.DoorHappening;
import se.troskel.protocol.event.Envelope;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.json.Json;

/// Reads out of the journal's records, in their order, what people did at each door that its
/// schedule goes by. Somebody was let in when the door was unlocked for them: a grant that came to
/// nothing counts for nobody. Used by one thread.
final class DoorDayReplay {
    private final Map<String, Did> letIn = new TreeMap<>();
    private final Map<String, Did> lockedByHand = new TreeMap<>();

    private record Did(long seq, Instant at) {}

    void read(Envelope envelope, EventMessage message) {
        Did did = new Did(envelope.seq(), envelope.at());
        switch (envelope.type()) {
            case STAFF_ACTED -> acted(Json.read(message.body(), EventBody.StaffActed.class), did);
            case DOOR_CHANGED -> {
                var changed = Json.read(message.body(), EventBody.DoorChanged.class);
                if (isLetIn(changed)) {
                    letIn.put(changed.door(), did);
                }
            }
            default -> {}
        }
    }

    private static boolean isLetIn(EventBody.DoorChanged changed) {
        return changed.what() == DoorHappening.UNLOCKED
                && (changed.cause() == DoorCause.CREDENTIAL
                        || changed.cause() == DoorCause.STAFF
                        || changed.cause() == DoorCause.ERRAND);
    }

    private void acted(EventBody.StaffActed acted, Did did) {
        String door = acted.door();
        if (door == null) {
            return;
        }
        switch (acted.action()) {
            case DOOR_LOCKED -> lockedByHand.put(door, did);
            case DOOR_UNLOCKED -> {
                lockedByHand.remove(door);
                letIn.put(door, did);
            }
            default -> {}
        }
    }

    /// By door; absent where nobody did anything.
    Map<String, DoorDay> found() {
        Map<String, DoorDay> days = new TreeMap<>();
        letIn.forEach((door, did) -> days.put(door, DoorDay.NOTHING.letInAt(did.at())));
        lockedByHand.forEach((door, did) ->
                days.put(door, days.getOrDefault(door, DoorDay.NOTHING).lockedByHandAt(did.at())));
        return days;
    }

    /// The positions of the records that say it.
    Collection<Long> needed() {
        Collection<Long> needed = new TreeSet<>();
        Stream.of(letIn, lockedByHand)
                .flatMap(some -> some.values().stream())
                .forEach(did -> needed.add(did.seq()));
        return needed;
    }
}
