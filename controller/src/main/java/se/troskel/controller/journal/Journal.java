package se.troskel.controller.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.journal.log.ChainHash;
import se.troskel.controller.journal.log.LogBeginning;
import se.troskel.controller.journal.log.LogDamagedException;
import se.troskel.controller.journal.log.LogSegment;
import se.troskel.controller.journal.log.LogUnavailableException;
import se.troskel.controller.journal.log.RandomId;
import se.troskel.controller.journal.log.SegmentedLog;
import se.troskel.controller.journal.log.StoredRecord;
import se.troskel.protocol.event.EventMessage;
import se.troskel.protocol.json.Json;
import se.troskel.protocol.mqtt.RetiredPrefix;

/// A centre's journal. Appending never blocks; one writer thread commits what waits in groups.
/// Thread-safe.
///
/// When the disk refuses, everything that waits is refused with the reason, and the next record
/// tries again. After a crash nothing that was reported committed is missing.
public final class Journal implements Appender, JournalReader, AutoCloseable {
    private final Path dir;
    private final String boot;
    private final SegmentedLog log;
    private final LocalBodyCipher cipher;
    private final BlockingQueue<JournalWriter.Pending> queue;
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private final Thread writer;

    /// Guards the order of the last offer and the end of the writer.
    private final Object ending = new Object();

    private boolean closed;

    /// What stands for the retired records; null when none was. Written by the writer's thread.
    private volatile @Nullable AnchorFile anchor;

    private Journal(
            Path dir,
            @Nullable AnchorFile anchor,
            SegmentedLog log,
            LocalKeys keys,
            JournalSettings settings) {
        this.dir = dir;
        this.anchor = anchor;
        String centre = log.owner();
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

    /// Opens the journal in `dir`, or begins a new one. Blocks; reads every byte of it, and ends a
    /// retirement that was interrupted.
    ///
    /// @param centre the centre's code; another centre's journal is refused
    /// @throws LogDamagedException when it holds bytes that it cannot account for; nothing was
    ///   changed, and the caller must not go on without an operator
    /// @throws LogUnavailableException when another process has it or the disk refuses
    public static Journal open(Path dir, String centre, LocalKeys keys, JournalSettings settings) {
        AnchorFile anchor = anchorOf(dir, centre);
        SegmentedLog log =
                SegmentedLog.open(
                        dir,
                        centre,
                        settings.log(),
                        anchor == null ? LogBeginning.START : anchor.anchor().beginning());
        try {
            AcknowledgedHead.requireReachedBy(log, dir);
            return new Journal(dir, anchor, log, keys, settings);
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    private static @Nullable AnchorFile anchorOf(Path dir, String centre) {
        try {
            AnchorFile found = AnchorFile.read(dir).orElse(null);
            if (found != null && !found.anchor().statement().centre().equals(centre)) {
                throw new AnchorFile.DamagedException("it is not the anchor of '" + centre + "'");
            }
            return found;
        } catch (AnchorFile.DamagedException e) {
            throw new LogDamagedException(
                    dir.resolve(AnchorFile.FILE), 0, String.valueOf(e.getMessage()));
        }
    }

    /// Refuses a journal whose beginning somebody else retired.
    ///
    /// @throws LogDamagedException when it has an anchor that is not signed with this key
    public void requireAnchorOf(PublicKey key) {
        AnchorFile known = anchor;
        if (known != null && !known.anchor().isOf(key)) {
            throw new LogDamagedException(
                    dir.resolve(AnchorFile.FILE),
                    0,
                    "the anchor is signed with the key "
                            + known.anchor().keyId()
                            + ", not with this controller's");
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
        LogBeginning beginning = log.beginning();
        return seq == beginning.seq()
                ? Optional.of(beginning.hash().hex())
                : stored(seq).map(record -> record.hash().hex());
    }

    @Override
    public Optional<RetiredPrefix> retired() {
        LogBeginning beginning = log.beginning();
        return beginning.seq() == 0
                ? Optional.empty()
                : Optional.of(new RetiredPrefix(beginning.seq(), beginning.hash().hex()));
    }

    /// The retired records that a restart still needs, in order.
    public List<EventMessage> carried() {
        return carriedRecords().values().stream().map(CarriedRecord::message).toList();
    }

    private SortedMap<Long, CarriedRecord> carriedRecords() {
        AnchorFile known = anchor;
        return known == null ? Collections.emptySortedMap() : known.carried();
    }

    @Override
    public List<EventMessage> read(long fromSeq, int max) {
        List<EventMessage> events = new ArrayList<>();
        for (StoredRecord record : log.read(Math.max(firstSeq(), fromSeq), max)) {
            events.add(message(record));
        }
        return events;
    }

    /// What only the centre may know of a record, a carried one too; empty when it has no such
    /// part, when that was erased, or when there is no such record. Blocks on disk.
    public Optional<LocalBody> readLocal(long seq) {
        if (seq <= log.beginning().seq()) {
            return Optional.ofNullable(carriedRecords().get(seq))
                    .flatMap(carried -> carried.open(cipher));
        }
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

    Path dir() {
        return dir;
    }

    String centre() {
        return log.owner();
    }

    /// What stands for the retired records; empty when none was.
    Optional<AnchorFile> anchorFile() {
        return Optional.ofNullable(anchor);
    }

    /// The segments in order; the last one is still written to.
    List<LogSegment> segments() {
        return log.segments();
    }

    /// The records at these positions, those that are carried already included, for a new anchor.
    SortedMap<Long, CarriedRecord> carry(NavigableSet<Long> seqs) {
        SortedMap<Long, CarriedRecord> records = new TreeMap<>(carriedRecords());
        records.keySet().retainAll(seqs);
        for (long seq : seqs.tailSet(firstSeq())) {
            stored(seq).ifPresent(record -> records.put(seq, CarriedRecord.of(record)));
        }
        return records;
    }

    /// Makes `file` durable, then deletes the segments that it stands for, on the writer's thread.
    /// Blocks until that is done; never call it on the site loop.
    ///
    /// @throws LogUnavailableException when the disk refuses. Whatever was done by then, the
    ///   journal is whole: the next start goes on from there
    void retire(AnchorFile file) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        synchronized (ending) {
            if (closed
                    || !queue.offer(
                            new JournalWriter.Pending.Retire(() -> retireNow(file), done))) {
                throw new LogUnavailableException("the journal's writer takes nothing now");
            }
        }
        try {
            done.join();
        } catch (CompletionException e) {
            throw new LogUnavailableException(dir + ": the beginning was not retired", e);
        }
    }

    private void retireNow(AnchorFile file) throws IOException {
        file.write(dir);
        anchor = file;
        log.retireBefore(file.anchor().statement().seq() + 1);
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
