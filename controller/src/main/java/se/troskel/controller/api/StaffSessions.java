package se.troskel.controller.api;

import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// Who is in staff mode, and at which terminal. A token counts at its own terminal only, and for
/// two minutes from the last press. Thread-safe; gone with the process.
public final class StaffSessions {
    private static final long QUIET_NANOS = Duration.ofMinutes(2).toNanos();
    private static final int TOKEN_BYTES = 16;

    private final LongSupplier nanos;
    private final RandomGenerator random;
    private final Map<String, Session> open = new HashMap<>();

    /// @param nanos monotonic clock
    /// @param random cryptographically strong
    public StaffSessions(LongSupplier nanos, RandomGenerator random) {
        this.nanos = nanos;
        this.random = random;
    }

    /// @param user of the staff account
    /// @param lookup of the card that opened it
    record Session(String kiosk, String user, String lookup, long pressed) {}

    /// Opens staff mode and ends whatever was open at this terminal before.
    synchronized String open(String kiosk, String user, String lookup) {
        open.values().removeIf(session -> session.kiosk().equals(kiosk) || isOver(session));
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = HexFormat.of().formatHex(secret);
        open.put(token, new Session(kiosk, user, lookup, nanos.getAsLong()));
        return token;
    }

    /// The session of a token at this terminal; empty when it does not count there or any more.
    ///
    /// @param pressed whether somebody pressed something, which keeps it open
    synchronized Optional<Session> find(String kiosk, String token, boolean pressed) {
        Session session = open.get(token);
        if (session == null || !session.kiosk().equals(kiosk) || isOver(session)) {
            return Optional.empty();
        }
        if (pressed) {
            open.put(
                    token, new Session(kiosk, session.user(), session.lookup(), nanos.getAsLong()));
        }
        return Optional.of(session);
    }

    synchronized void end(String kiosk, String token) {
        find(kiosk, token, false).ifPresent(session -> open.remove(token));
    }

    private boolean isOver(Session session) {
        return nanos.getAsLong() - session.pressed() >= QUIET_NANOS;
    }
}
