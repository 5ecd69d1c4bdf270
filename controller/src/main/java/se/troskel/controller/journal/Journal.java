package se.troskel.controller.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import se.troskel.controller.journal.log.ChainHash;
import se.troskel.controller.journal.log.LogDamagedException;
import se.troskel.controller.journal.log.RandomId;
import se.troskel.controller.journal.log.SegmentedLog;
import se.troskel.controller.journal.log.StoredRecord;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.json.Json;

/// A centre's journal. Appending never blocks; one writer thread commits what waits in groups.
/// Thread-safe.
///
/// When the disk refuses, everything that waits is refused with the reason, and the next record
/// tries again. After a crash nothing that was reported committed is missing.
public final class Journal implements Appender, JournalReader, AutoCloseable {
    private final String boot;
    private final SegmentedLog log;
    private final LocalBodyCipher cipher;
    private final BlockingQueue<JournalWriter.Pending> queue;
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private final Thread writer;

    /// Guards the order of the last offer and the end of the writer.
    private final Object ending = new Object();

    private boolean closed;

    private Journal(String centre, SegmentedLog log, LocalKeys keys, JournalSettings settings) {
        this.boot = RandomId.next(settings.random());
        this.log = log;
        this.cipher = new LocalBodyCipher(keys);
        this.queue = new ArrayBlockingQueue<>(settings.queueLength());
        RecordEncoder encoder =
                new RecordEncoder(centre, log.epoch(), boot, cipher, settings.random());
        this.writer =
                Thread.ofPlatform()
                        .name("journal-writer")
                        .unstarted(
                                new JournalWriter(
                                        log, encoder, queue, settings.groupMax(), this::committed));
        writer.start();
    }

    /// Opens the journal in `dir`, or begins a new one. Blocks; reads every byte of it.
    ///
    /// @param centre the centre's code; another centre's journal is refused
    /// @throws LogDamagedException when it holds bytes that it cannot account for; nothing was
    ///   changed, and the caller must not go on without an operator
    /// @throws se.troskel.controller.journal.log.LogUnavailableException when another process has
    ///   it or the disk refuses
    public static Journal open(Path dir, String centre, LocalKeys keys, JournalSettings settings) {
        SegmentedLog log = SegmentedLog.open(dir, centre, settings.log());
        try {
            if (log.firstSeq() != 1) {
                throw new LogDamagedException(
                        dir.resolve("segment-0000000001.log"),
                        0,
                        "the journal begins with record " + log.firstSeq() + ", not with 1");
            }
            AcknowledgedHead.requireReachedBy(log, dir);
            return new Journal(centre, log, keys, settings);
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    /// Random id of this run, as in every envelope that it writes.
    public String boot() {
        return boot;
    }

    /// How many bytes of a torn tail were dropped at the start. Where it is not 0, the caller
    /// appends [se.troskel.protocol.event.EventBody.JournalRepaired].
    public long repairedBytes() {
        return log.droppedBytes();
    }

    /// Records that wait for the writer.
    public int waiting() {
        return queue.size();
    }

    @Override
    public void append(Draft draft, Consumer<Outcome> done) {
        String why;
        synchronized (ending) {
            if (!closed && queue.offer(new JournalWriter.Pending.Entry(draft, done))) {
                return;
            }
            why = closed ? "the journal is closed" : "too many records wait for the disk";
        }
        done.accept(new Outcome.Refused(why));
    }

    @Override
    public String epoch() {
        return log.epoch();
    }

    @Override
    public long lastSeq() {
        return log.lastSeq();
    }

    @Override
    public Optional<String> hashAt(long seq) {
        if (seq == 0) {
            return Optional.of(NO_HASH);
        }
        return stored(seq).map(record -> record.hash().hex());
    }

    @Override
    public List<EventMessage> read(long fromSeq, int max) {
        List<EventMessage> events = new ArrayList<>();
        for (StoredRecord record : log.read(Math.max(1, fromSeq), max)) {
            events.add(message(record));
        }
        return events;
    }

    /// What only the centre may know of a record; empty when it has no such part, when that was
    /// erased, or when there is no such record. Blocks on disk.
    public Optional<LocalBody> readLocal(long seq) {
        return stored(seq)
                .map(StoredRecord::content)
                .flatMap(content ->
                        Optional.ofNullable(content.local())
                                .flatMap(local -> cipher.open(local, content.envelope())));
    }

    @Override
    public void onCommitted(LongConsumer listener) {
        listeners.add(listener);
    }

    /// Commits what waits, then ends the writer. Blocks.
    @Override
    public void close() {
        synchronized (ending) {
            if (closed) {
                return;
            }
            closed = true;
        }
        try {
            queue.put(new JournalWriter.Pending.End());
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        log.close();
    }

    private Optional<StoredRecord> stored(long seq) {
        return seq < 1 ? Optional.empty() : log.read(seq, 1).stream().findFirst();
    }

    private void committed(long seq) {
        for (LongConsumer listener : listeners) {
            listener.accept(seq);
        }
    }

    /// A stored record as the region gets it.
    static EventMessage message(StoredRecord record) {
        var envelope = Json.readTree(record.content().envelope());
        return new EventMessage(
                envelope.path("centre").asString(),
                envelope,
                Json.readTree(record.content().body()),
                ChainHash.ofLocal(record.content().local()),
                record.previous().hex(),
                record.hash().hex());
    }
}
