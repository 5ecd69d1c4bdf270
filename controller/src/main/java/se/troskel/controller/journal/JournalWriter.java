package se.troskel.controller.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.controller.journal.Appender.Outcome;
import se.troskel.controller.journal.log.LogRecord;
import se.troskel.controller.journal.log.SegmentedLog;

/// The writer's work: takes what waits, commits it as one group, and tells each record's caller
/// what became of it.
final class JournalWriter implements Runnable {
    /// What waits for the writer.
    sealed interface Pending {
        /// A record.
        record Entry(Draft draft, Consumer<Outcome> done) implements Pending {}

        /// What only the writer may do with the log, between two commits.
        record Retire(Work work, CompletableFuture<Void> done) implements Pending {}

        /// Nothing comes after this.
        record End() implements Pending {}
    }

    /// Something that blocks on the disk.
    interface Work {
        void run() throws IOException;
    }

    private record Encoded(LogRecord content, Consumer<Outcome> done) {}

    private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);

    private final SegmentedLog log;
    private final RecordEncoder encoder;
    private final BlockingQueue<Pending> queue;
    private final int groupMax;
    private final LongConsumer committed;
    private boolean failing;

    JournalWriter(
            SegmentedLog log,
            RecordEncoder encoder,
            BlockingQueue<Pending> queue,
            int groupMax,
            LongConsumer committed) {
        this.log = log;
        this.encoder = encoder;
        this.queue = queue;
        this.groupMax = groupMax;
        this.committed = committed;
    }

    @Override
    public void run() {
        boolean open = true;
        while (open) {
            List<Pending> taken = new ArrayList<>();
            try {
                taken.add(queue.take());
            } catch (InterruptedException e) {
                // only an End ends the writer: records would otherwise wait for ever
                continue;
            }
            queue.drainTo(taken, groupMax - 1);
            open = !(taken.getLast() instanceof Pending.End);
            commit(encode(taken));
            retire(taken);
        }
    }

    private static void retire(List<Pending> taken) {
        for (Pending pending : taken) {
            if (pending instanceof Pending.Retire(Work work, CompletableFuture<Void> done)) {
                try {
                    work.run();
                    done.complete(null);
                } catch (IOException | RuntimeException e) {
                    done.completeExceptionally(e);
                }
            }
        }
    }

    private List<Encoded> encode(List<Pending> taken) {
        List<Encoded> group = new ArrayList<>();
        long seq = log.lastSeq() + 1;
        for (Pending pending : taken) {
            if (pending instanceof Pending.Entry(Draft draft, Consumer<Outcome> done)) {
                try {
                    group.add(new Encoded(encoder.encode(draft, seq), done));
                    seq++;
                } catch (RuntimeException e) {
                    LOG.error("a record was refused", e);
                    tell(done, new Outcome.Refused("the record cannot be written: " + e));
                }
            }
        }
        return group;
    }

    private void commit(List<Encoded> group) {
        List<Encoded> rest = group;
        while (!rest.isEmpty()) {
            long first = log.lastSeq() + 1;
            int count;
            try {
                count = log.append(rest.stream().map(Encoded::content).toList());
            } catch (IOException | RuntimeException e) {
                refuse(rest, e);
                return;
            }
            if (failing) {
                failing = false;
                LOG.warn("the journal can be written again, from record {}", first);
            }
            for (int i = 0; i < count; i++) {
                tell(rest.get(i).done(), new Outcome.Committed(first + i));
            }
            announce();
            rest = rest.subList(count, rest.size());
        }
    }

    private void refuse(List<Encoded> group, Exception cause) {
        if (!failing) {
            failing = true;
            LOG.error("the journal cannot be written; entry by credential stays locked", cause);
        }
        Outcome refused = new Outcome.Refused("the disk refuses the journal: " + cause);
        for (Encoded encoded : group) {
            tell(encoded.done(), refused);
        }
    }

    private static void tell(Consumer<Outcome> done, Outcome outcome) {
        try {
            done.accept(outcome);
        } catch (RuntimeException e) {
            LOG.error("the outcome of a record was not taken", e);
        }
    }

    private void announce() {
        try {
            committed.accept(log.lastSeq());
        } catch (RuntimeException e) {
            LOG.error("a commit was not taken notice of", e);
        }
    }
}
