package se.troskel.controller.journal;

import java.util.function.Consumer;

/// The way into the journal for the site loop: never blocks, never throws.
public interface Appender {
    /// Queues a record for the next group commit. `done` is called exactly once, on the writer's
    /// thread, and must only enqueue; when the queue is full it is called at once, on the caller's
    /// thread, with [Outcome.Refused].
    void append(Draft draft, Consumer<Outcome> done);

    /// What became of a record.
    sealed interface Outcome {
        /// On disk.
        record Committed(long seq) implements Outcome {}

        /// Not on disk, and never will be. `why` is for an operator.
        record Refused(String why) implements Outcome {}
    }
}
