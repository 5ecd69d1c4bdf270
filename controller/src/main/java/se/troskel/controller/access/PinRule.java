package se.troskel.controller.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a try of a PIN does to a credential (DOMAIN 5.1 rows 4 and 5), and a try of a short code to
/// a terminal. Pure.
public final class PinRule {
    private PinRule() {}

    /// The state after a try. While paused a try changes nothing, right or wrong, so that nobody
    /// can guess on or lengthen the pause of another.
    public static PinState after(PinState before, boolean right, Instant at, TryLimit limit) {
        if (pausedUntil(before, at) != null) {
            return before;
        }
        if (right) {
            return PinState.CLEAR;
        }
        int wrong = before.wrong() + 1;
        return wrong < limit.tries()
                ? new PinState(wrong, null)
                : new PinState(0, at.plus(limit.pause()));
    }

    /// The end of a pause that still lasts; null when there is none.
    public static @Nullable Instant pausedUntil(PinState state, Instant at) {
        Instant until = state.pausedUntil();
        return until != null && at.isBefore(until) ? until : null;
    }

    /// Tries left before a pause, 1 or more.
    public static int triesLeft(PinState state, TryLimit limit) {
        return Math.max(1, limit.tries() - state.wrong());
    }
}
