package se.troskel.controller.journal;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import se.troskel.protocol.event.EventMessage;

/// Reads committed records. Thread-safe; reading blocks on disk, so never call it from the site
/// loop.
public interface JournalReader {
    /// 64 zeros: the hash before the first record.
    String NO_HASH = "0".repeat(64);

    /// Random id of this journal's life.
    String epoch();

    /// The last committed position; 0 when the journal is empty.
    long lastSeq();

    /// Hex hash of the record at `seq`; [#NO_HASH] for 0; empty when it is not (or no longer)
    /// there.
    Optional<String> hashAt(long seq);

    /// Up to `max` committed records from `fromSeq` on, in order; empty when there are none.
    List<EventMessage> read(long fromSeq, int max);

    /// Calls `listener` with the last committed position after each group commit, on the writer's
    /// thread; it must only enqueue.
    void onCommitted(LongConsumer listener);
}
