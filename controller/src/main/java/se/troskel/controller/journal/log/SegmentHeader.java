package se.troskel.controller.journal.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// The first 128 bytes of a segment: which log it belongs to and where in it. Its last four bytes
/// are a CRC32C over all others.
///
/// @param size bytes of the whole file
/// @param number 1 for the log's first segment
/// @param firstSeq position of the first record that stands or will stand in it
/// @param previous chain hash of the record before that
/// @param epoch random id of the log's life, at most 24 ASCII characters
/// @param owner whose log it is, at most 32 ASCII characters
record SegmentHeader(
        int size, long number, long firstSeq, ChainHash previous, String epoch, String owner) {
    static final int BYTES = 128;

    private static final byte[] MAGIC = "TROSKLOG".getBytes(StandardCharsets.US_ASCII);
    private static final int EPOCH_BYTES = 24;
    private static final int OWNER_BYTES = 32;
    private static final int CRC_AT = BYTES - Integer.BYTES;

    String fileName() {
        return fileName(number);
    }

    static String fileName(long number) {
        return String.format(Locale.ROOT, "segment-%010d.log", number);
    }

    /// The number in the name of a segment's file.
    static long number(String fileName) {
        return Long.parseLong(fileName, "segment-".length(), fileName.indexOf('.'), 10);
    }

    ByteBuffer encode() {
        ByteBuffer out = ByteBuffer.allocate(BYTES);
        out.put(MAGIC).putInt(size).putLong(number).putLong(firstSeq).put(previous.bytes());
        out.put(padded(epoch, EPOCH_BYTES)).put(padded(owner, OWNER_BYTES));
        out.putInt(CRC_AT, crc(out.array()));
        return out.rewind();
    }

    /// Null when the bytes are not a whole, unchanged header.
    static @Nullable SegmentHeader decode(byte[] segment) {
        if (segment.length < BYTES) {
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(segment, 0, BYTES);
        byte[] magic = new byte[MAGIC.length];
        in.get(magic);
        if (!Arrays.equals(magic, MAGIC) || in.getInt(CRC_AT) != crc(segment)) {
            return null;
        }
        int size = in.getInt();
        long number = in.getLong();
        long firstSeq = in.getLong();
        byte[] previous = new byte[ChainHash.BYTES];
        in.get(previous);
        return new SegmentHeader(
                size,
                number,
                firstSeq,
                ChainHash.of(previous),
                unpadded(in, EPOCH_BYTES),
                unpadded(in, OWNER_BYTES));
    }

    private static int crc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, CRC_AT);
        return (int) crc.getValue();
    }

    private static byte[] padded(String text, int length) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length > length) {
            throw new IllegalArgumentException("longer than " + length + " characters: " + text);
        }
        return Arrays.copyOf(bytes, length);
    }

    private static String unpadded(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        int end = 0;
        while (end < length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.US_ASCII);
    }
}
