package se.troskel.controller.ticket;

import java.time.Instant;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.register.IssuedTicket;
import se.troskel.protocol.decision.ShortCode;

/// Makes tickets for one centre. Thread-safe if `random` is; it has to be a secure one.
public final class TicketIssuer {
    private final RandomGenerator random;
    private final TicketKeys keys;
    private final String centre;

    public TicketIssuer(RandomGenerator random, TicketKeys keys, String centre) {
        this.random = random;
        this.keys = keys;
        this.centre = centre;
    }

    /// What a ticket is to be for.
    ///
    /// @param person null for a visitor without a name
    /// @param room null for the centre as a whole
    /// @param from start of the window; the minute counts
    /// @param until end of the window (exclusive), at least a minute later
    public record Order(
            @Nullable String person, @Nullable String room, Instant from, Instant until) {
        public Order {
            if (!isWindow(from, until)) {
                throw new IllegalArgumentException(
                        "a ticket ends at least a minute after it begins, not from "
                                + from
                                + " until "
                                + until);
            }
        }

        static boolean isWindow(Instant from, Instant until) {
            return TicketCode.minutes(from) < TicketCode.minutes(until);
        }
    }

    /// A ticket just made: for the register, for the QR code, and for the printed sheet.
    ///
    /// @param text content of the QR code; shown to its holder only, never logged
    /// @param shortCode eight characters, works once `entry` is in the register; likewise
    public record Made(IssuedTicket entry, String text, String shortCode) {
        @Override
        public String toString() {
            return "Made[" + entry.id() + "]";
        }
    }

    /// Makes a ticket, signed with the newest key.
    ///
    /// @param keyedHash the look-up hash of short codes
    public Made issue(Order order, UnaryOperator<String> keyedHash) {
        TicketKey key = keys.newest();
        TicketCode code =
                new TicketCode(
                        key.id(),
                        random.nextLong(),
                        centre,
                        order.room(),
                        TicketCode.minutes(order.from()),
                        TicketCode.minutes(order.until()));
        String shortCode = ShortCode.random(random);
        IssuedTicket entry =
                new IssuedTicket(
                        HexFormat.of().toHexDigits(code.id()),
                        keyedHash.apply(shortCode),
                        order.person(),
                        order.room(),
                        code.validFrom(),
                        code.validUntil());
        return new Made(entry, key.sign(code).text(), shortCode);
    }
}
