package se.troskel.region.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.protocol.event.Chain;
import se.troskel.region.picture.Missing;
import se.troskel.region.store.StoredGap;
import se.troskel.region.store.StoredHistory;

/// Every history of every centre, and which of them each centre is writing now. Used by the
/// intake's thread only.
final class Histories {
    private static final Logger LOG = LoggerFactory.getLogger(Histories.class);
    private static final int MOST_CENTRES = 1000;
    private static final int MOST_EPOCHS = 100;

    private final Map<String, Map<String, History>> byCentre = new LinkedHashMap<>();
    private final Map<String, History> current = new HashMap<>();

    /// Begins from what is stored.
    void load(List<StoredHistory> stored, List<StoredGap> gaps, long nowNanos) {
        byCentre.clear();
        current.clear();
        for (StoredHistory one : stored) {
            keep(new History(one, gapsOf(one, gaps), nowNanos));
        }
    }

    private static List<StoredGap> gapsOf(StoredHistory history, List<StoredGap> gaps) {
        return gaps.stream()
                .filter(gap ->
                        gap.centre().equals(history.centre())
                                && gap.epoch().equals(history.epoch()))
                .toList();
    }

    /// The history of an epoch; begins one at the first sight of it. Null when it is no epoch, or
    /// the centre has had more journals than any real one: then somebody invents them.
    @Nullable History of(String centre, String epoch, Instant now, long nowNanos) {
        Map<String, History> epochs = byCentre.getOrDefault(centre, Map.of());
        History known = epochs.get(epoch);
        if (known != null) {
            return known;
        }
        if (epoch.isEmpty() || epoch.length() > EventReading.MOST_EPOCH) {
            return null;
        }
        if (epochs.size() >= MOST_EPOCHS || byCentre.size() >= MOST_CENTRES) {
            return null;
        }
        LOG.info("{} begins a new history, its number {}", centre, epochs.size() + 1);
        var fresh =
                new History(
                        new StoredHistory(centre, epoch, 0, Chain.START, now), List.of(), nowNanos);
        keep(fresh);
        return fresh;
    }

    private void keep(History history) {
        byCentre.computeIfAbsent(history.centre(), centre -> new HashMap<>())
                .put(history.epoch(), history);
        current.put(history.centre(), history);
    }

    /// The centre says that this is the history that it writes.
    void current(History history) {
        current.put(history.centre(), history);
    }

    List<History> current() {
        return new ArrayList<>(current.values());
    }

    /// What a centre gave up of the history that it writes; null for nothing.
    @Nullable Missing missing(String centre) {
        History history = current.get(centre);
        return history == null ? null : history.missing();
    }

    /// Whether any history of a centre does not fit what it sends.
    boolean differs(String centre) {
        return byCentre.getOrDefault(centre, Map.of()).values().stream().anyMatch(History::differs);
    }
}
