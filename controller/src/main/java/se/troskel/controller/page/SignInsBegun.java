package se.troskel.controller.page;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import se.troskel.controller.signin.Begun;

/// The log-ins that were begun and have not come back. Each ends with the first answer to it from
/// the browser that began it, after ten minutes, or when it is the oldest of more than 500.
/// Thread-safe.
final class SignInsBegun {
    static final Duration LIFE = Duration.ofMinutes(10);
    private static final int BEGUN_MAX = 500;

    private final Map<String, Waiting> byState = new LinkedHashMap<>();

    /// @param browser the text of the browser's cookie
    /// @param session id of the session that the browser has; empty for none
    private record Waiting(Begun begun, String browser, String session, Instant end) {}

    /// A log-in that has come back.
    ///
    /// @param session id of the session that the browser had when it left
    record Back(Begun begun, String session) {}

    synchronized void put(Begun begun, String browser, String session, Instant now) {
        byState.values().removeIf(waiting -> !now.isBefore(waiting.end));
        byState.put(begun.state(), new Waiting(begun, browser, session, now.plus(LIFE)));
        if (byState.size() > BEGUN_MAX) {
            byState.remove(byState.keySet().iterator().next());
        }
    }

    /// Takes out the log-in with this state; empty when this browser has begun none such, or too
    /// long ago.
    synchronized Optional<Back> take(String state, String browser, Instant now) {
        var waiting = byState.get(state);
        if (waiting == null || !Guard.isSame(waiting.browser, browser)) {
            return Optional.empty();
        }
        byState.remove(state);
        return now.isBefore(waiting.end)
                ? Optional.of(new Back(waiting.begun, waiting.session))
                : Optional.empty();
    }
}
