package se.troskel.controller.journal.log;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Walks a segment from its header to its end and accounts for every byte. Pure.
final class SegmentScan {
    /// Sees each good record in order.
    interface Visitor {
        void record(int offset, StoredRecord stored);
    }

    /// Where the good records end.
    ///
    /// @param offset of the first byte behind the last good record
    /// @param lastSeq position of the last good record
    /// @param head its chain hash
    /// @param flaw what is wrong behind it; null when only zeros follow
    record End(int offset, long lastSeq, ChainHash head, @Nullable Flaw flaw) {}

    /// Bytes that are no record and no zeros.
    ///
    /// @param bytes how many, up to the last one that is not zero
    /// @param torn whether they can be what an interrupted group commit leaves: nothing that was
    ///   written after a later force follows them
    record Flaw(int offset, int bytes, String what, boolean torn) {}

    private final ByteBuffer bytes;
    private final SegmentHeader header;

    /// @param segment the whole file
    SegmentScan(byte[] segment, SegmentHeader header) {
        this.bytes = ByteBuffer.wrap(segment);
        this.header = header;
    }

    End walk(Visitor visitor) {
        int offset = SegmentHeader.BYTES;
        int groupStart = offset;
        long seq = header.firstSeq() - 1;
        ChainHash head = header.previous();
        while (true) {
            Frame frame = Frame.decode(bytes, offset);
            if (frame == null) {
                return new End(offset, seq, head, flaw(offset));
            }
            if (!frame.hash().equals(head.next(frame.content()))) {
                return new End(offset, seq, head, damaged(offset, "the chain hash is wrong"));
            }
            if (frame.groupStart() != offset && frame.groupStart() != groupStart) {
                return new End(
                        offset, seq, head, damaged(offset, "the start of its group is wrong"));
            }
            groupStart = frame.groupStart();
            seq++;
            visitor.record(offset, new StoredRecord(seq, frame.content(), head, frame.hash()));
            head = frame.hash();
            offset += frame.size();
        }
    }

    private @Nullable Flaw flaw(int offset) {
        int end = lastByteThatIsNotZero();
        if (end <= offset) {
            return null;
        }
        for (int later = offset + 1; later < end; later++) {
            Frame frame = Frame.decode(bytes, later);
            if (frame != null && frame.groupStart() > offset) {
                return damaged(offset, "no valid record, but valid records follow");
            }
        }
        return new Flaw(offset, end - offset, "no valid record, and none follows", true);
    }

    private Flaw damaged(int offset, String what) {
        return new Flaw(offset, lastByteThatIsNotZero() - offset, what, false);
    }

    private int lastByteThatIsNotZero() {
        byte[] all = bytes.array();
        int end = all.length;
        while (end > 0 && all[end - 1] == 0) {
            end--;
        }
        return end;
    }

    /// Whether every byte from `from` on is zero.
    static boolean isZero(byte[] bytes, int from) {
        return Arrays.equals(
                bytes, from, bytes.length, new byte[bytes.length - from], 0, bytes.length - from);
    }
}
