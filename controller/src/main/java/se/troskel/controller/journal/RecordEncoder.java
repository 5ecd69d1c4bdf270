package se.troskel.controller.journal;

import java.util.random.RandomGenerator;
import se.troskel.controller.journal.log.LogRecord;
import se.troskel.protocol.event.Envelope;
import se.troskel.protocol.event.EventType;
import se.troskel.protocol.json.Json;

/// Turns drafts into records of one run of one journal. Blocks where a local body needs a new key.
///
/// @param boot random id of this run
record RecordEncoder(
        String centre, String epoch, String boot, LocalBodyCipher cipher, RandomGenerator random) {
    private static final int LOCAL_MAX = 16 * 1024;

    /// @param seq the place it will have
    /// @throws RuntimeException when it is too large or its local body cannot be locked
    LogRecord encode(Draft draft, long seq) {
        byte[] envelope =
                Json.write(
                        new Envelope(
                                RecordIds.next(draft.at(), random),
                                centre,
                                epoch,
                                seq,
                                draft.at(),
                                boot,
                                draft.monoNanos(),
                                draft.clock(),
                                EventType.of(draft.body())));
        byte[] body = Json.write(draft.body());
        LocalBody local = draft.local();
        byte[] sealed = local == null ? null : cipher.seal(local, draft.at(), envelope);
        if (envelope.length + body.length > Json.MAX_BYTES / 2
                || (sealed != null && sealed.length > LOCAL_MAX)) {
            throw new IllegalArgumentException(
                    "the record is too large: " + (envelope.length + body.length) + " bytes");
        }
        return new LogRecord(envelope, body, sealed);
    }
}
