package se.troskel.controller.journal.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a log's segments at its start. A torn tail of the last segment is overwritten with zeros:
/// what an interrupted group commit left, behind which nothing stands that was written after a
/// later force. Everything else that is not a valid record stops it.
///
/// A record of the *same* unfinished group may stand behind a torn one, for a disk writes a group's
/// pages in any order; none of that group was ever reported as committed.
final class LogRecovery {
    private final Path dir;
    private final String owner;
    private final LogSettings settings;
    private final @Nullable LogBeginning beginning;
    private final List<SegmentIndex> segments = new ArrayList<>();
    private ChainHash head = ChainHash.NONE;
    private @Nullable String epoch;
    private long droppedBytes;

    /// @param beginning what stands before the first record; null where it may begin anywhere
    LogRecovery(Path dir, String owner, LogSettings settings, @Nullable LogBeginning beginning) {
        this.dir = dir;
        this.owner = owner;
        this.settings = settings;
        this.beginning = beginning;
    }

    void run() throws IOException {
        Files.deleteIfExists(dir.resolve(PreparedSegment.IN_WORK));
        Files.deleteIfExists(dir.resolve(PreparedSegment.READY));
        List<Path> files = new ArrayList<>();
        List<Path> retired = new ArrayList<>();
        for (Path file : segmentFiles(dir)) {
            (isRetired(file) ? retired : files).add(file);
        }
        for (int i = 0; i < files.size(); i++) {
            read(files.get(i), i == files.size() - 1);
        }
        if (files.isEmpty() && beginning != null && beginning.segment() > 0) {
            throw new LogDamagedException(
                    dir.resolve(SegmentHeader.fileName(beginning.segment() + 1)),
                    0,
                    "the first segment behind the anchor is missing");
        }
        for (Path file : retired) {
            Files.delete(file);
        }
    }

    private boolean isRetired(Path file) {
        return beginning != null && beginning.isRetired(SegmentHeader.number(name(file)));
    }

    List<SegmentIndex> segments() {
        return segments;
    }

    ChainHash head() {
        return head;
    }

    /// Null when the log is new.
    @Nullable String epoch() {
        return epoch;
    }

    long droppedBytes() {
        return droppedBytes;
    }

    static List<Path> segmentFiles(Path dir) throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.filter(file -> name(file).matches("segment-[0-9]{10}[.]log"))
                    .sorted()
                    .toList();
        }
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private void read(Path file, boolean last) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        SegmentHeader header = SegmentHeader.decode(bytes);
        if (header == null) {
            throw new LogDamagedException(file, 0, "the segment's header is damaged");
        }
        requireFits(file, header, bytes.length);
        SegmentIndex index = new SegmentIndex(file, header);
        SegmentScan.End end =
                new SegmentScan(bytes, header)
                        .walk((offset, stored) ->
                                index.add(
                                        offset, Frame.sizeOf(stored.content()), stored.previous()));
        SegmentScan.Flaw flaw = end.flaw();
        if (flaw != null) {
            if (!last || !flaw.torn()) {
                throw new LogDamagedException(file, flaw.offset(), flaw.what());
            }
            drop(file, flaw);
        }
        epoch = header.epoch();
        head = end.head();
        segments.add(index);
    }

    private void requireFits(Path file, SegmentHeader header, int length) {
        SegmentIndex before = segments.isEmpty() ? null : segments.getLast();
        String problem = null;
        if (!name(file).equals(header.fileName())) {
            problem = "the segment's header says that it is number " + header.number();
        } else if (header.size() != length) {
            problem = "the file has " + length + " bytes, its header says " + header.size();
        } else if (!header.owner().equals(owner)) {
            problem = "this is the log of '" + header.owner() + "', not of '" + owner + "'";
        } else if (before != null) {
            if (header.number() != before.header().number() + 1) {
                problem = "the segment before it is missing";
            } else if (!header.epoch().equals(epoch)) {
                problem = "the segment is of another epoch";
            } else if (header.firstSeq() != before.lastSeq() + 1
                    || !header.previous().equals(head)) {
                problem = "the segment does not continue the one before";
            }
        } else if (beginning != null) {
            problem = beginning.problem(header);
        }
        if (problem != null) {
            throw new LogDamagedException(file, 0, problem);
        }
    }

    private void drop(Path file, SegmentScan.Flaw flaw) throws IOException {
        try (SegmentFile segment = settings.files().open(file)) {
            segment.write(ByteBuffer.allocate(flaw.bytes()), flaw.offset());
            segment.force();
        }
        droppedBytes = flaw.bytes();
    }
}
