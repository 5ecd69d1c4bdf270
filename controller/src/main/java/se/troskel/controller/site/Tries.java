package se.troskel.controller.site;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.access.PinRule;
import se.troskel.controller.access.PinState;
import se.troskel.controller.access.TryLimit;

/// Wrong tries, by what was tried. Owned by the loop's thread.
final class Tries {
    private final TryLimit limit;
    private final Map<String, PinState> states = new HashMap<>();

    Tries(TryLimit limit) {
        this.limit = limit;
    }

    void tried(String what, boolean right, Instant at) {
        PinState before = states.getOrDefault(what, PinState.CLEAR);
        PinState after = PinRule.after(before, right, at, limit);
        if (after.equals(PinState.CLEAR)) {
            states.remove(what);
        } else {
            states.put(what, after);
        }
    }

    /// The end of a pause that still lasts; null when there is none.
    @Nullable Instant pausedUntil(String what, Instant at) {
        return PinRule.pausedUntil(states.getOrDefault(what, PinState.CLEAR), at);
    }

    Map<String, PinState> states() {
        return Collections.unmodifiableMap(states);
    }
}
