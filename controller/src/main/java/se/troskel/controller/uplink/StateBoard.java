package se.troskel.controller.uplink;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The newest state of each topic, and which of them the broker does not have yet. An older state
/// that was not sent is forgotten. Thread-safe; never waits longer than a map operation.
final class StateBoard {
    /// A centre has some tens of rooms, doors and devices.
    static final int MOST_TOPICS = 1000;

    private final Map<String, Object> latest = new LinkedHashMap<>();
    private final Set<String> unsent = new LinkedHashSet<>();
    private long dropped;

    /// Takes a state; it is given up when there are too many topics.
    synchronized void put(String topic, Object message) {
        if (latest.size() >= MOST_TOPICS && !latest.containsKey(topic)) {
            dropped++;
            return;
        }
        Object before = latest.put(topic, message);
        if (!message.equals(before)) {
            unsent.add(topic);
        }
    }

    /// Everything is to be sent again, in the order in which it was first known.
    synchronized void repeat() {
        unsent.clear();
        unsent.addAll(latest.keySet());
    }

    /// The next state to send, then no longer unsent; null when there is none.
    synchronized @Nullable State take() {
        var topics = unsent.iterator();
        if (!topics.hasNext()) {
            return null;
        }
        String topic = topics.next();
        topics.remove();
        Object message = latest.get(topic);
        return message == null ? null : new State(topic, message);
    }

    synchronized long dropped() {
        return dropped;
    }

    record State(String topic, Object message) {}
}
