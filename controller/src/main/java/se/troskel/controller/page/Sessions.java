package se.troskel.controller.page;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import se.troskel.controller.register.StaffAccount;

/// The open sessions. A session ends one hour after it was last used (what an open page asks for by
/// itself does not count), twelve hours after it was opened, or when a 201st is opened and it is
/// the one that rested longest. Thread-safe.
final class Sessions {
    static final Duration IDLE_MAX = Duration.ofHours(1);
    static final Duration AGE_MAX = Duration.ofHours(12);
    private static final int SESSIONS_MAX = 200;
    private static final int TOKEN_BYTES = 32;

    private final Map<String, Session> byId = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final SecureRandom random;

    Sessions(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    Instant now() {
        return clock.instant();
    }

    /// A random text of 256 bits.
    String token() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    Session open(StaffAccount account) {
        var now = clock.instant();
        byId.values().removeIf(session -> isOver(session, now));
        if (byId.size() >= SESSIONS_MAX) {
            byId.values().stream().min(Comparator.comparing(Session::used)).ifPresent(this::end);
        }
        var session = new Session(token(), token(), account, now);
        byId.put(session.id(), session);
        return session;
    }

    /// The session with this id, if it is not over. Does not count as use.
    Optional<Session> find(String id) {
        var session = byId.get(id);
        if (session != null && isOver(session, clock.instant())) {
            end(session);
            return Optional.empty();
        }
        return Optional.ofNullable(session);
    }

    void end(Session session) {
        byId.remove(session.id());
    }

    private static boolean isOver(Session session, Instant now) {
        return now.isAfter(session.used().plus(IDLE_MAX))
                || now.isAfter(session.opened().plus(AGE_MAX));
    }
}
