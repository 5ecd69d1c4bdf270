package se.troskel.controller.journal;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.mqtt.RetiredPrefix;

/// Reads committed records. Thread-safe; reading blocks on disk, so never call it from the site
/// loop.
public interface JournalReader {
    /// 64 zeros: the hash before the first record.
    String NO_HASH = "0".repeat(64);

    /// Random id of this journal's life.
    String epoch();

    /// The last committed position; 0 when the journal is empty.
    long lastSeq();

    /// The records that were retired from its beginning; empty for none.
    Optional<RetiredPrefix> retired();

    /// Position of the first record that is still here; 1 when nothing was retired.
    default long firstSeq() {
        return retired().map(RetiredPrefix::lastSeq).orElse(0L) + 1;
    }

    /// Hex hash of the record at `seq`, the last retired one included; [#NO_HASH] for 0 where
    /// nothing was retired; empty when it is not (or no longer) there.
    Optional<String> hashAt(long seq);

    /// Up to `max` committed records from `fromSeq` on, in order, those that are still here; empty
    /// when there are none.
    List<EventMessage> read(long fromSeq, int max);

    /// Calls `listener` with the last committed position after each group commit, on the writer's
    /// thread; it must only enqueue.
    void onCommitted(LongConsumer listener);
}
