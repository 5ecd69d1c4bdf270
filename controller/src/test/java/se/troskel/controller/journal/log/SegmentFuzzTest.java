package se.troskel.controller.journal.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Goal: no bytes make the readers of headers and records fail, and every good record is read as it
/// was written. Method: any bytes as a segment, alone and behind a good record.
class SegmentFuzzTest {
    private static final SegmentHeader HEADER =
            new SegmentHeader(4096, 1, 1, ChainHash.NONE, "abcdefghijklmnop", "KAT");

    @FuzzTest
    void anyBytesAreScanned(byte[] bytes) {
        SegmentHeader header = SegmentHeader.decode(bytes);
        if (header != null) {
            assertThat(header.encode().array()).isEqualTo(Arrays.copyOf(bytes, 128));
        }
        LogRecord good = new LogRecord(new byte[] {1, 2}, new byte[] {3}, null);
        ByteBuffer segment =
                ByteBuffer.allocate(SegmentHeader.BYTES + Frame.sizeOf(good) + bytes.length);
        segment.position(SegmentHeader.BYTES);
        Frame.encode(segment, good, SegmentHeader.BYTES, ChainHash.NONE.next(good));
        int behind = segment.position();
        segment.put(bytes);
        AtomicLong seen = new AtomicLong();
        SegmentScan.End end =
                new SegmentScan(segment.array(), HEADER)
                        .walk((offset, stored) -> {
                            seen.incrementAndGet();
                            assertThat(stored.seq()).isEqualTo(seen.get());
                        });
        assertThat(seen.get()).isPositive().isEqualTo(end.lastSeq());
        assertThat(end.offset()).isBetween(behind, segment.capacity());
        boolean accountedFor = SegmentScan.isZero(segment.array(), end.offset());
        assertThat(end.flaw() == null).isEqualTo(accountedFor);
    }

    @Test
    void aRecordIsReadAsItWasWritten() {
        LogRecord content = new LogRecord(new byte[0], new byte[] {9}, new byte[] {7, 7});
        ByteBuffer out = ByteBuffer.allocate(Frame.sizeOf(content));
        Frame.encode(out, content, 128, ChainHash.NONE.next(content));
        Frame frame = Frame.decode(out.rewind(), 0);
        assertThat(frame).isNotNull();
        if (frame != null) {
            assertThat(frame.content().local()).containsExactly(7, 7);
            assertThat(frame.content().body()).containsExactly(9);
            assertThat(frame.groupStart()).isEqualTo(128);
            assertThat(frame.hash()).isEqualTo(ChainHash.NONE.next(content));
        }
    }
}
