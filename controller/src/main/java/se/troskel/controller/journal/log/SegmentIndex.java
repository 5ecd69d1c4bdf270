package se.troskel.controller.journal.log;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where the committed records of one segment stand: a mark at every 64th. Guarded by its log.
final class SegmentIndex {
    /// A place from which records can be read.
    ///
    /// @param seq position of the record at `offset`
    /// @param previous chain hash of the record before it
    record Mark(long seq, int offset, ChainHash previous) {}

    private static final int EVERY = 64;

    private final Path file;
    private final SegmentHeader header;
    private final List<Mark> marks = new ArrayList<>();
    private long lastSeq;
    private int end = SegmentHeader.BYTES;

    SegmentIndex(Path file, SegmentHeader header) {
        this.file = file;
        this.header = header;
        this.lastSeq = header.firstSeq() - 1;
    }

    void add(int offset, int size, ChainHash previous) {
        lastSeq++;
        if ((lastSeq - header.firstSeq()) % EVERY == 0) {
            marks.add(new Mark(lastSeq, offset, previous));
        }
        end = offset + size;
    }

    /// The last mark at or before `seq`, which must be in this segment.
    Mark before(long seq) {
        return marks.get((int) ((seq - header.firstSeq()) / EVERY));
    }

    Path file() {
        return file;
    }

    SegmentHeader header() {
        return header;
    }

    long lastSeq() {
        return lastSeq;
    }

    /// Offset behind the last committed record.
    int end() {
        return end;
    }
}
