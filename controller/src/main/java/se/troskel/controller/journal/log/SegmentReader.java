package se.troskel.controller.journal.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// Reads committed records of one segment.
///
/// @param mark where to begin
/// @param end offset behind the last committed record
record SegmentReader(Path file, SegmentIndex.Mark mark, int end) {
    private static final int CHUNK = 128 * 1024;

    /// Adds up to `max` records from `from` on, at least one.
    ///
    /// @param from a position in this segment, at or behind the mark
    void read(long from, int max, List<StoredRecord> found) {
        int enough = found.size() + max;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            int offset = mark.offset();
            int base = offset;
            ByteBuffer chunk = load(channel, base, CHUNK);
            long seq = mark.seq();
            ChainHash previous = mark.previous();
            while (offset < end && found.size() < enough) {
                Frame frame = Frame.decode(chunk, offset - base);
                if (frame == null && base + chunk.limit() < end) {
                    int size = offset == base ? end - base : CHUNK;
                    base = offset;
                    chunk = load(channel, base, size);
                    frame = Frame.decode(chunk, 0);
                    if (frame == null && base + chunk.limit() < end) {
                        continue;
                    }
                }
                if (frame == null || !frame.hash().equals(previous.next(frame.content()))) {
                    throw new LogDamagedException(
                            file, offset, "record " + seq + " is not as it was written");
                }
                if (seq >= from) {
                    found.add(new StoredRecord(seq, frame.content(), previous, frame.hash()));
                }
                previous = frame.hash();
                offset += frame.size();
                seq++;
            }
        } catch (IOException e) {
            throw new LogUnavailableException(file + " cannot be read: " + e, e);
        }
    }

    private ByteBuffer load(FileChannel channel, int offset, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.min(size, end - offset));
        while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) > 0) {
            // a read may be short
        }
        return bytes.flip();
    }
}
