package se.troskel.controller.journal;

import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.journal.log.StoredRecord;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.json.Json;

/// A retired record that a restart still needs, as it stood in the journal: its local part stays
/// locked under its own key, so deleting that key erases it here too.
///
/// @param local the locked local part in Base64; null when it has none
record CarriedRecord(EventMessage message, @Nullable String local) {
    static CarriedRecord of(StoredRecord stored) {
        byte[] local = stored.content().local();
        return new CarriedRecord(
                Journal.message(stored),
                local == null ? null : Base64.getEncoder().encodeToString(local));
    }

    long seq() {
        return message.envelope().path("seq").asLong();
    }

    /// Empty when it has no local part or its key was deleted.
    Optional<LocalBody> open(LocalBodyCipher cipher) {
        return Optional.ofNullable(local)
                .map(Base64.getDecoder()::decode)
                .flatMap(sealed -> cipher.open(sealed, Json.write(message.envelope())));
    }
}
