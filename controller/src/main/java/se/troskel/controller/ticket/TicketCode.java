package se.troskel.controller.ticket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.Ids;

/// What a ticket says, in bytes:
///
/// | bytes | what |
/// |---|---|
/// | 1 | version, 1 |
/// | 4 | id of the key that signed it |
/// | 8 | the ticket's random number |
/// | 1 + n | length and code of the centre, ASCII |
/// | 1 + n | length and id of the room, ASCII; length 0 for the centre as a whole |
/// | 4 | start of its window, minutes since 1970 (unsigned, UTC) |
/// | 4 | end of its window (exclusive), later than the start |
///
/// It names no person.
///
/// @param room null for the centre as a whole
record TicketCode(
        int keyId,
        long id,
        String centre,
        @Nullable String room,
        long fromMinutes,
        long untilMinutes) {
    private static final byte VERSION = 1;
    private static final int FIXED_LENGTH = 23;
    private static final int SECONDS_PER_MINUTE = 60;

    byte[] bytes() {
        byte[] centreBytes = centre.getBytes(StandardCharsets.US_ASCII);
        byte[] roomBytes = (room == null ? "" : room).getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(FIXED_LENGTH + centreBytes.length + roomBytes.length)
                .put(VERSION)
                .putInt(keyId)
                .putLong(id)
                .put((byte) centreBytes.length)
                .put(centreBytes)
                .put((byte) roomBytes.length)
                .put(roomBytes)
                .putInt((int) fromMinutes)
                .putInt((int) untilMinutes)
                .array();
    }

    /// Reads a code from the front of `bytes`; empty when it has not exactly this form.
    ///
    /// @throws java.nio.BufferUnderflowException when there are too few bytes
    static Optional<TicketCode> read(ByteBuffer bytes) {
        if (bytes.get() != VERSION) {
            return Optional.empty();
        }
        int keyId = bytes.getInt();
        long id = bytes.getLong();
        String centre = text(bytes);
        String room = text(bytes);
        long from = Integer.toUnsignedLong(bytes.getInt());
        long until = Integer.toUnsignedLong(bytes.getInt());
        boolean wellFormed = Ids.isId(centre) && (room.isEmpty() || Ids.isId(room)) && from < until;
        return wellFormed
                ? Optional.of(
                        new TicketCode(
                                keyId, id, centre, room.isEmpty() ? null : room, from, until))
                : Optional.empty();
    }

    private static String text(ByteBuffer bytes) {
        byte[] text = new byte[Byte.toUnsignedInt(bytes.get())];
        bytes.get(text);
        return new String(text, StandardCharsets.US_ASCII);
    }

    Instant validFrom() {
        return Instant.ofEpochSecond(fromMinutes * SECONDS_PER_MINUTE);
    }

    Instant validUntil() {
        return Instant.ofEpochSecond(untilMinutes * SECONDS_PER_MINUTE);
    }

    static long minutes(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS_PER_MINUTE);
    }
}
