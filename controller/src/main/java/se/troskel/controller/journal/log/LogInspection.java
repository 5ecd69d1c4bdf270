package se.troskel.controller.journal.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a log that may be in use and accounts for every byte of every file in its folder. Changes
/// nothing. For one run, by one thread.
///
/// A writer at work may be seen in the middle of a write. So bytes that are no record are read
/// again for a while, and only what stays is a finding. The lock is not touched: to ask for it
/// could keep a writer from starting.
public final class LogInspection {
    /// Bytes that cannot be accounted for.
    ///
    /// @param offset in the file
    public record Finding(Path file, long offset, String what) {
        @Override
        public String toString() {
            return file + " at byte " + offset + ": " + what;
        }
    }

    /// What the user of the log knows about its records.
    public interface RecordCheck {
        /// What is wrong with a record whose frame and chain are right; empty for nothing.
        Optional<String> problem(StoredRecord stored, String owner, String epoch);
    }

    /// How often bytes that are no record are read again where a writer may be at work.
    public static final int PATIENT = 20;

    private static final long PAUSE_NANOS = 25_000_000;

    private final Path dir;
    private final List<String> otherFiles;
    private final int patience;
    private final LogBeginning beginning;
    private final List<Finding> findings = new ArrayList<>();
    private String owner = "";
    private String epoch = "";
    private ChainHash head;
    private long lastSeq;
    private int segments;
    private @Nullable SegmentHeader before;

    /// Whether another segment followed the last one when that was read.
    private boolean followed;

    /// An inspection that has not begun.
    ///
    /// @param otherFiles names of files that the user of the log keeps beside it
    /// @param patience how often bytes that are no record are read again, 25 ms apart; 0 for a log
    ///   that nobody writes, [#PATIENT] else
    /// @param beginning what stands before the log's first record
    public LogInspection(Path dir, List<String> otherFiles, int patience, LogBeginning beginning) {
        this.dir = dir;
        this.otherFiles = List.copyOf(otherFiles);
        this.patience = patience;
        this.beginning = beginning;
        this.head = beginning.hash();
        this.lastSeq = beginning.seq();
    }

    /// Reads everything. Blocks.
    ///
    /// @throws IOException when the folder cannot be read
    public void run(RecordCheck check) throws IOException {
        inspectSegments(check);
        inspectPrepared();
        inspectOtherFiles();
    }

    /// Adds what the user of the log found.
    public void add(Path file, long offset, String what) {
        findings.add(new Finding(file, offset, what));
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    public String owner() {
        return owner;
    }

    public String epoch() {
        return epoch;
    }

    /// Chain hash of the last good record.
    public ChainHash head() {
        return head;
    }

    /// Position of the last good record.
    public long lastSeq() {
        return lastSeq;
    }

    public int segments() {
        return segments;
    }

    private void inspectSegments(RecordCheck check) throws IOException {
        List<Path> files = new ArrayList<>();
        List<Path> retired = new ArrayList<>();
        for (Path file : LogRecovery.segmentFiles(dir)) {
            boolean before = beginning.isRetired(SegmentHeader.number(LogRecovery.name(file)));
            (before ? retired : files).add(file);
        }
        if (files.isEmpty()) {
            add(dir, 0, "there is no segment here: not a journal, or its segments are missing");
            return;
        }
        Path file = files.getFirst();
        while (inspectIfThere(file, check)) {
            long inspected = number();
            Optional<Path> next =
                    LogRecovery.segmentFiles(dir).stream()
                            .filter(other ->
                                    LogRecovery.name(other)
                                                    .compareTo(SegmentHeader.fileName(inspected))
                                            > 0)
                            .findFirst();
            if (next.isEmpty() || isNewer(next.get(), inspected)) {
                break;
            }
            file = next.get();
        }
        for (Path left : retired) {
            inspectRetired(left);
        }
    }

    /// Whether a writer began it after the segment before was read, which may have grown since:
    /// what was there when the inspection came to the end is what it inspects.
    private boolean isNewer(Path next, long inspected) {
        return !followed
                && SegmentHeader.number(LogRecovery.name(next)) == inspected + 1
                && patience > 0;
    }

    /// A segment that a retirement has yet to delete.
    private void inspectRetired(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return;
        }
        SegmentHeader header = SegmentHeader.decode(bytes);
        boolean fits =
                header != null
                        && LogRecovery.name(file).equals(header.fileName())
                        && header.size() == bytes.length
                        && header.epoch().equals(epoch)
                        && header.owner().equals(owner)
                        && new SegmentScan(bytes, header).walk((offset, stored) -> {}).flaw()
                                == null;
        if (!fits) {
            add(file, 0, "the segment is retired, but it is not one of this journal's");
        }
    }

    private long number() {
        SegmentHeader last = before;
        return last == null ? 0 : last.number();
    }

    private boolean inspectIfThere(Path file, RecordCheck check) throws IOException {
        try {
            return inspectSegment(file, check);
        } catch (NoSuchFileException e) {
            add(file, 0, "the segment disappeared while it was read");
            return false;
        }
    }

    /// Whether the segment after this one can be inspected too.
    private boolean inspectSegment(Path file, RecordCheck check) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        SegmentHeader header = SegmentHeader.decode(bytes);
        if (header == null) {
            add(file, 0, "the segment's header is damaged");
            return false;
        }
        Optional<String> problem = headerProblem(file, header, bytes.length);
        if (problem.isPresent()) {
            add(file, 0, problem.get());
            return false;
        }
        if (segments == 0) {
            owner = header.owner();
            epoch = header.epoch();
        }
        segments++;
        before = header;
        SegmentScan settled = settle(file, header);
        SegmentScan.End end =
                settled.walk((offset, stored) ->
                        check.problem(stored, owner, epoch)
                                .ifPresent(what -> add(file, offset, named(stored.seq()) + what)));
        head = end.head();
        lastSeq = end.lastSeq();
        SegmentScan.Flaw flaw = end.flaw();
        if (flaw != null) {
            add(file, flaw.offset(), named(end.lastSeq() + 1) + told(flaw));
            return false;
        }
        return true;
    }

    /// Reads a segment until it is seen between two writes, and after the last one where another
    /// segment follows.
    private SegmentScan settle(Path file, SegmentHeader header) throws IOException {
        Path next = dir.resolve(SegmentHeader.fileName(header.number() + 1));
        int tries = 0;
        while (true) {
            boolean complete = Files.exists(next);
            SegmentScan scan = new SegmentScan(Files.readAllBytes(file), header);
            boolean whole = scan.walk((offset, stored) -> {}).flaw() == null;
            if (whole ? complete || !Files.exists(next) : tries >= patience) {
                followed = complete;
                return scan;
            }
            if (!whole) {
                tries++;
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private static String named(long seq) {
        return "record " + seq + ": ";
    }

    private static String told(SegmentScan.Flaw flaw) {
        return flaw.what()
                + " ("
                + flaw.bytes()
                + " bytes"
                + (flaw.torn()
                        ? "; as an interrupted write leaves them, the controller drops them at its"
                                + " next start)"
                        : ")");
    }

    private Optional<String> headerProblem(Path file, SegmentHeader header, int length) {
        SegmentHeader last = before;
        if (!LogRecovery.name(file).equals(header.fileName())) {
            return Optional.of("the segment's header says that it is number " + header.number());
        }
        if (header.size() != length) {
            return Optional.of(
                    "the file has " + length + " bytes, its header says " + header.size());
        }
        if (last == null) {
            return Optional.ofNullable(beginning.problem(header));
        }
        if (header.number() != last.number() + 1) {
            return Optional.of("the segment before it is missing");
        }
        if (!header.epoch().equals(epoch) || !header.owner().equals(owner)) {
            return Optional.of("the segment is of another journal");
        }
        return header.firstSeq() == lastSeq + 1 && header.previous().equals(head)
                ? Optional.empty()
                : Optional.of("the segment does not continue the one before");
    }

    private void inspectPrepared() throws IOException {
        for (String name : List.of(PreparedSegment.READY, PreparedSegment.IN_WORK)) {
            Path file = dir.resolve(name);
            boolean prepared = isPrepared(file);
            for (int tries = 0; !prepared && tries < patience; tries++) {
                LockSupport.parkNanos(PAUSE_NANOS);
                prepared = isPrepared(file);
            }
            if (!prepared) {
                add(file, 0, "the prepared segment is not empty");
            }
        }
    }

    private boolean isPrepared(Path file) throws IOException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return SegmentScan.isZero(bytes, 0) || isNextSegment(bytes);
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    /// Whether a header was written and the file would have become the next segment.
    private boolean isNextSegment(byte[] bytes) {
        SegmentHeader header = SegmentHeader.decode(bytes);
        SegmentHeader last = before;
        return header != null
                && last != null
                && header.equals(
                        new SegmentHeader(
                                bytes.length, last.number() + 1, lastSeq + 1, head, epoch, owner))
                && SegmentScan.isZero(bytes, SegmentHeader.BYTES);
    }

    private void inspectOtherFiles() throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            for (Path file : files.sorted().toList()) {
                String name = LogRecovery.name(file);
                boolean known =
                        name.equals(PreparedSegment.READY)
                                || name.equals(PreparedSegment.IN_WORK)
                                || otherFiles.contains(name)
                                || name.matches("segment-[0-9]{10}[.]log");
                if (name.equals(SegmentedLog.LOCK)) {
                    known = Files.size(file) == 0;
                }
                if (!known) {
                    add(file, 0, "a file that does not belong here");
                }
            }
        }
    }
}
