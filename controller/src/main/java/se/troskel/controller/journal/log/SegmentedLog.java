package se.troskel.controller.journal.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An append-only log. One thread at a time appends; any thread reads what is committed.
///
/// A write that failed is overwritten with zeros before anything else is written, so that a log
/// never has a torn middle.
public final class SegmentedLog implements AutoCloseable {
    static final String LOCK = "lock";

    private final Path dir;
    private final String owner;
    private final LogSettings settings;
    private final FileChannel lock;
    private final String epoch;
    private final long droppedBytes;
    private final PreparedSegment prepared;

    /// The committed part; guarded by itself.
    private final List<SegmentIndex> segments = new ArrayList<>();

    private volatile long lastSeq;
    private volatile ChainHash head;

    /// The writer's alone: the open segment, and how many bytes behind its end may not be zero.
    private @Nullable SegmentFile file;

    private int dirtyBytes;

    private SegmentedLog(
            LogRecovery recovery, Path dir, String owner, LogSettings settings, FileChannel lock)
            throws IOException {
        this.dir = dir;
        this.owner = owner;
        this.settings = settings;
        this.lock = lock;
        recovery.run();
        String found = recovery.epoch();
        epoch = found == null ? RandomId.next(settings.random()) : found;
        droppedBytes = recovery.droppedBytes();
        segments.addAll(recovery.segments());
        head = recovery.head();
        lastSeq = segments.isEmpty() ? 0 : segments.getLast().lastSeq();
        prepared = new PreparedSegment(dir, settings);
        if (segments.isEmpty()) {
            begin(new SegmentHeader(settings.segmentBytes(), 1, 1, head, epoch, owner));
        }
        prepared.prepare();
    }

    /// Opens the log in `dir`, wherever it begins, or makes a new one. Blocks; reads every byte of
    /// it.
    ///
    /// @param owner whose log it is, at most 32 ASCII characters; another's is refused
    /// @throws LogDamagedException when it holds bytes that it cannot account for
    /// @throws LogUnavailableException when another process has it or the disk refuses
    public static SegmentedLog open(Path dir, String owner, LogSettings settings) {
        return open(new LogRecovery(dir, owner, settings, null), dir, owner, settings);
    }

    /// As [#open(Path, String, LogSettings)], of a log that is known to begin after `beginning`.
    /// Segments before it are what an interrupted retirement left; they are deleted.
    public static SegmentedLog open(
            Path dir, String owner, LogSettings settings, LogBeginning beginning) {
        return open(new LogRecovery(dir, owner, settings, beginning), dir, owner, settings);
    }

    private static SegmentedLog open(
            LogRecovery recovery, Path dir, String owner, LogSettings settings) {
        try {
            Files.createDirectories(dir);
            FileChannel lock = lock(dir);
            try {
                return new SegmentedLog(recovery, dir, owner, settings, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new LogUnavailableException(dir + " cannot be opened: " + e, e);
        }
    }

    /// Whose log it is.
    public String owner() {
        return owner;
    }

    /// Random id of this log's life.
    public String epoch() {
        return epoch;
    }

    /// How many bytes of a torn tail were dropped when it was opened; usually 0.
    public long droppedBytes() {
        return droppedBytes;
    }

    /// Position of the first record still here; one more than [#lastSeq()] when there is none.
    public long firstSeq() {
        synchronized (segments) {
            return segments.getFirst().header().firstSeq();
        }
    }

    /// What stands before the first record still here.
    public LogBeginning beginning() {
        synchronized (segments) {
            return LogBeginning.before(segments.getFirst().header());
        }
    }

    /// All segments in order; the last one is still written to.
    public List<LogSegment> segments() {
        synchronized (segments) {
            return segments.stream()
                    .map(segment ->
                            new LogSegment(
                                    segment.header().number(),
                                    segment.header().firstSeq(),
                                    segment.lastSeq(),
                                    segment.end()))
                    .toList();
        }
    }

    /// Position of the last committed record; 0 when there never was one.
    public long lastSeq() {
        return lastSeq;
    }

    /// Chain hash of the last committed record.
    public ChainHash head() {
        return head;
    }

    /// Writes the first records of `group`, as many as the segment takes and at least one, and
    /// returns how many are on the disk.
    ///
    /// @param group not empty
    /// @throws IOException when none is and none will be; later calls try again
    public int append(List<LogRecord> group) throws IOException {
        cutBack();
        SegmentIndex current = current();
        int first = Frame.sizeOf(group.getFirst());
        if (first > current.header().size() - current.end()) {
            current = rotate(first);
        }
        int room = current.header().size() - current.end();
        int bytes = 0;
        int count = 0;
        while (count < group.size() && Frame.sizeOf(group.get(count)) <= room - bytes) {
            bytes += Frame.sizeOf(group.get(count));
            count++;
        }
        List<LogRecord> taken = group.subList(0, count);
        List<ChainHash> hashes = new ArrayList<>();
        write(current, encode(taken, bytes, current.end(), hashes));
        commit(current, taken, hashes);
        return count;
    }

    private ByteBuffer encode(List<LogRecord> taken, int bytes, int at, List<ChainHash> hashes) {
        ByteBuffer out = ByteBuffer.allocate(bytes);
        ChainHash hash = head;
        for (LogRecord content : taken) {
            hash = hash.next(content);
            hashes.add(hash);
            Frame.encode(out, content, at, hash);
        }
        return out.flip();
    }

    private void write(SegmentIndex current, ByteBuffer bytes) throws IOException {
        SegmentFile open = file;
        if (open == null) {
            open = settings.files().open(current.file());
            file = open;
        }
        dirtyBytes = bytes.remaining();
        try {
            open.write(bytes, current.end());
            open.force();
        } catch (IOException e) {
            try {
                cutBack();
            } catch (IOException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
        dirtyBytes = 0;
    }

    private void commit(SegmentIndex current, List<LogRecord> taken, List<ChainHash> hashes) {
        synchronized (segments) {
            for (int i = 0; i < taken.size(); i++) {
                current.add(current.end(), Frame.sizeOf(taken.get(i)), head);
                head = hashes.get(i);
            }
            lastSeq = current.lastSeq();
        }
    }

    /// Zeros over what a failed write may have left.
    private void cutBack() throws IOException {
        if (dirtyBytes == 0) {
            return;
        }
        closeFile();
        SegmentIndex current = current();
        SegmentFile open = settings.files().open(current.file());
        file = open;
        open.write(ByteBuffer.allocate(dirtyBytes), current.end());
        open.force();
        dirtyBytes = 0;
    }

    /// Goes on in a new segment, so that the ones before can be retired. By the appending thread.
    public void roll() throws IOException {
        cutBack();
        if (current().end() > SegmentHeader.BYTES) {
            rotate(0);
        }
    }

    private SegmentIndex rotate(int frameBytes) throws IOException {
        SegmentHeader before = current().header();
        int size = Math.max(settings.segmentBytes(), SegmentHeader.BYTES + frameBytes);
        SegmentHeader next =
                new SegmentHeader(size, before.number() + 1, lastSeq + 1, head, epoch, owner);
        begin(next);
        prepared.prepare();
        return current();
    }

    /// Makes the prepared file the segment that is written to.
    private void begin(SegmentHeader header) throws IOException {
        Path target = dir.resolve(header.fileName());
        Path ready = prepared.take(header.size());
        try (SegmentFile opened = settings.files().open(ready)) {
            opened.write(header.encode(), 0);
            opened.force();
        }
        Files.move(ready, target, StandardCopyOption.ATOMIC_MOVE);
        PreparedSegment.forceDirectory(dir);
        closeFile();
        synchronized (segments) {
            segments.add(new SegmentIndex(target, header));
        }
    }

    private SegmentIndex current() {
        synchronized (segments) {
            return segments.getLast();
        }
    }

    /// Up to `max` committed records from `from` on, in order; empty when there are none (any
    /// more). Blocks on the disk.
    ///
    /// @throws LogDamagedException when a committed record is not as it was written
    public List<StoredRecord> read(long from, int max) {
        List<StoredRecord> found = new ArrayList<>();
        long next = from;
        while (found.size() < max) {
            Optional<SegmentReader> reader = readerAt(next);
            if (reader.isEmpty()) {
                break;
            }
            try {
                reader.get().read(next, max - found.size(), found);
            } catch (LogUnavailableException e) {
                if (next < firstSeq()) {
                    break; // it was retired in between
                }
                throw e;
            }
            next = found.getLast().seq() + 1;
        }
        return found;
    }

    private Optional<SegmentReader> readerAt(long seq) {
        synchronized (segments) {
            for (int i = segments.size() - 1; i >= 0; i--) {
                SegmentIndex segment = segments.get(i);
                if (seq >= segment.header().firstSeq()) {
                    return seq > segment.lastSeq()
                            ? Optional.empty()
                            : Optional.of(
                                    new SegmentReader(
                                            segment.file(), segment.before(seq), segment.end()));
                }
            }
        }
        return Optional.empty();
    }

    /// Deletes the segments that hold only records before `seq`, the oldest first, never the last
    /// one. By the appending thread; others may read.
    ///
    /// @throws IOException when some are not deleted; they are not read any more all the same
    public void retireBefore(long seq) throws IOException {
        List<Path> retired = new ArrayList<>();
        synchronized (segments) {
            while (segments.size() > 1 && segments.getFirst().lastSeq() < seq) {
                retired.add(segments.removeFirst().file());
            }
        }
        for (Path segment : retired) {
            Files.delete(segment);
        }
        PreparedSegment.forceDirectory(dir);
    }

    /// Ends appending. Blocks until a segment in the making is made.
    @Override
    public void close() {
        prepared.close();
        try {
            closeFile();
            lock.close();
        } catch (IOException e) {
            throw new LogUnavailableException(dir + " cannot be closed: " + e, e);
        }
    }

    private void closeFile() throws IOException {
        SegmentFile open = file;
        file = null;
        if (open != null) {
            open.close();
        }
    }

    private static FileChannel lock(Path dir) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        dir.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new LogUnavailableException(dir + " is open in this process already", e);
        }
        channel.close();
        throw new LogUnavailableException(
                dir + " is open in another process; end that one first, or use another folder");
    }
}
