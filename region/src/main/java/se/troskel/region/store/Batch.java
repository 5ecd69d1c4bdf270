package se.troskel.region.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.event.EventMessage;

/// What is to be committed together. Used by one thread.
public final class Batch {
    final List<EventMessage> events = new ArrayList<>();
    final Map<String, StoredHistory> histories = new LinkedHashMap<>();
    final Map<String, @Nullable StoredState> states = new LinkedHashMap<>();
    final Map<String, Instant> heard = new LinkedHashMap<>();
    final List<Sample> samples = new ArrayList<>();
    final List<StoredGap> gaps = new ArrayList<>();

    /// A record that continues its history.
    public void add(EventMessage event) {
        events.add(event);
    }

    /// How far a history is after this batch; the last one counts.
    public void set(StoredHistory history) {
        histories.put(history.centre() + "/" + history.epoch(), history);
    }

    public void set(StoredState state) {
        states.put(state.topic(), state);
    }

    /// The topic has no state any more.
    public void clear(String topic) {
        states.put(topic, null);
    }

    public void heard(String centre, Instant at) {
        heard.put(centre, at);
    }

    public void add(Sample sample) {
        samples.add(sample);
    }

    public void add(StoredGap gap) {
        gaps.add(gap);
    }

    public boolean isEmpty() {
        return events.isEmpty()
                && histories.isEmpty()
                && states.isEmpty()
                && heard.isEmpty()
                && samples.isEmpty()
                && gaps.isEmpty();
    }
}
