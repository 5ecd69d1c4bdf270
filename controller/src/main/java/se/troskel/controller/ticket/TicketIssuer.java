package se.troskel.controller.ticket;

import java.math.BigInteger;
import java.nio.ByteBuffer;
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
        return made(
                order, null, new Secret(random.nextLong(), ShortCode.random(random)), keyedHash);
    }

    /// Makes the ticket of a candidate: with the same secret the same number and code each time, so
    /// that one who has several copies has one ticket.
    ///
    /// @param registration with which it stands and falls
    /// @param secret 64 hex digits that nobody can guess
    /// @param keyedHash the look-up hash of short codes
    public Made issue(
            Order order, String registration, String secret, UnaryOperator<String> keyedHash) {
        return made(order, registration, Secret.of(HexFormat.of().parseHex(secret)), keyedHash);
    }

    private record Secret(long id, String shortCode) {
        /// The code is of other bytes than the number, which is no secret.
        static Secret of(byte[] bytes) {
            BigInteger rest = new BigInteger(1, bytes, Long.BYTES, bytes.length - Long.BYTES);
            BigInteger base = BigInteger.valueOf(ShortCode.CHARACTERS.length());
            StringBuilder code = new StringBuilder(ShortCode.LENGTH);
            while (code.length() < ShortCode.LENGTH) {
                BigInteger[] divided = rest.divideAndRemainder(base);
                code.append(ShortCode.CHARACTERS.charAt(divided[1].intValue()));
                rest = divided[0];
            }
            return new Secret(ByteBuffer.wrap(bytes).getLong(), code.toString());
        }
    }

    private Made made(
            Order order,
            @Nullable String registration,
            Secret secret,
            UnaryOperator<String> keyedHash) {
        TicketKey key = keys.newest();
        TicketCode code =
                new TicketCode(
                        key.id(),
                        secret.id(),
                        centre,
                        order.room(),
                        TicketCode.minutes(order.from()),
                        TicketCode.minutes(order.until()));
        IssuedTicket entry =
                new IssuedTicket(
                        HexFormat.of().toHexDigits(code.id()),
                        keyedHash.apply(secret.shortCode()),
                        order.person(),
                        order.room(),
                        code.validFrom(),
                        code.validUntil(),
                        registration,
                        null);
        return new Made(entry, key.sign(code).text(), secret.shortCode());
    }
}
