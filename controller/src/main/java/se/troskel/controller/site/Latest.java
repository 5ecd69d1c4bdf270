package se.troskel.controller.site;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// What was put in last, by id; the oldest is forgotten first. Owned by one thread.
final class Latest<V> extends LinkedHashMap<UUID, V> {
    private static final long serialVersionUID = 1L;

    private final int most;

    /// @param most how many are remembered, 1 or more
    Latest(int most) {
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<UUID, V> eldest) {
        return size() > most;
    }
}
