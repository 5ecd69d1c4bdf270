package se.troskel.controller.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import se.troskel.controller.keys.Aead;
import se.troskel.protocol.json.Json;

/// Locks local bodies: the key's id (16 bytes), then what [Aead#seal] makes of the body's JSON,
/// bound to the record's envelope.
final class LocalBodyCipher {
    private static final int ID_BYTES = 16;

    private final LocalKeys keys;

    LocalBodyCipher(LocalKeys keys) {
        this.keys = keys;
    }

    byte[] seal(LocalBody body, Instant at, byte[] envelope) {
        YearMonth month = YearMonth.from(at.atOffset(ZoneOffset.UTC));
        LocalKeys.LocalKey key = keys.keyFor(body.subject(), body.retention(), month);
        byte[] sealed = new Aead(key.key()).seal(Json.write(body), envelope);
        return ByteBuffer.allocate(ID_BYTES + sealed.length)
                .put(key.id().getBytes(StandardCharsets.US_ASCII))
                .put(sealed)
                .array();
    }

    /// Empty when its key was deleted.
    ///
    /// @throws Aead.WrongKeyException when it is not what was sealed
    Optional<LocalBody> open(byte[] local, byte[] envelope) {
        if (local.length < ID_BYTES) {
            throw new Aead.WrongKeyException();
        }
        String id = new String(local, 0, ID_BYTES, StandardCharsets.US_ASCII);
        byte[] sealed = Arrays.copyOfRange(local, ID_BYTES, local.length);
        return keys.find(id)
                .map(key -> new Aead(key.key()).open(sealed, envelope))
                .map(plain -> Json.read(plain, LocalBody.class));
    }
}
