package se.troskel.controller.journal.log;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// A record as it stands in a segment.
///
/// @param size bytes of the whole frame
/// @param groupStart offset in the segment at which its group commit began: everything before that
///   was on disk when this frame was written
/// @param hash the chain hash as written; whether it is right is for the reader to check
record Frame(int size, int groupStart, LogRecord content, ChainHash hash) {
    static final int HEAD_BYTES = 3 * Integer.BYTES;

    private static final int PAYLOAD_MIN = 3 * Integer.BYTES + ChainHash.BYTES;
    private static final int NO_LOCAL = -1;

    static int sizeOf(LogRecord content) {
        byte[] local = content.local();
        return Math.addExact(
                HEAD_BYTES + PAYLOAD_MIN + (local == null ? 0 : local.length),
                Math.addExact(content.envelope().length, content.body().length));
    }

    static void encode(ByteBuffer out, LogRecord content, int groupStart, ChainHash hash) {
        int start = out.position();
        int size = sizeOf(content);
        byte[] local = content.local();
        out.putInt(size - HEAD_BYTES).putInt(0).putInt(groupStart);
        out.putInt(content.envelope().length).put(content.envelope());
        out.putInt(content.body().length).put(content.body());
        if (local == null) {
            out.putInt(NO_LOCAL);
        } else {
            out.putInt(local.length).put(local);
        }
        out.put(hash.bytes());
        out.putInt(start + Integer.BYTES, crc(out, start, size));
    }

    /// Reads the frame at `offset`; null when there is no whole, unchanged one.
    static @Nullable Frame decode(ByteBuffer segment, int offset) {
        int room = segment.limit() - offset;
        if (room < HEAD_BYTES + PAYLOAD_MIN) {
            return null;
        }
        int length = segment.getInt(offset);
        if (length < PAYLOAD_MIN || length > room - HEAD_BYTES) {
            return null;
        }
        int size = HEAD_BYTES + length;
        if (segment.getInt(offset + Integer.BYTES) != crc(segment, offset, size)) {
            return null;
        }
        ByteBuffer payload = segment.slice(offset + HEAD_BYTES, length);
        byte[] envelope = part(payload);
        byte[] body = part(payload);
        if (envelope == null || body == null || payload.remaining() < Integer.BYTES) {
            return null;
        }
        byte[] local = null;
        if (payload.getInt(payload.position()) == NO_LOCAL) {
            payload.getInt();
        } else {
            local = part(payload);
            if (local == null) {
                return null;
            }
        }
        if (payload.remaining() != ChainHash.BYTES) {
            return null;
        }
        byte[] hash = new byte[ChainHash.BYTES];
        payload.get(hash);
        int groupStart = segment.getInt(offset + 2 * Integer.BYTES);
        return new Frame(
                size, groupStart, new LogRecord(envelope, body, local), ChainHash.of(hash));
    }

    private static byte @Nullable [] part(ByteBuffer payload) {
        if (payload.remaining() < Integer.BYTES) {
            return null;
        }
        int length = payload.getInt();
        if (length < 0 || length > payload.remaining()) {
            return null;
        }
        byte[] part = new byte[length];
        payload.get(part);
        return part;
    }

    private static int crc(ByteBuffer bytes, int start, int size) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.slice(start, Integer.BYTES));
        crc.update(bytes.slice(start + 2 * Integer.BYTES, size - 2 * Integer.BYTES));
        return (int) crc.getValue();
    }
}
