package se.troskel.hardware.qr;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes 8-bit grayscale PNG (W3C PNG, third edition), without a window system. Stateless and
/// thread-safe.
public final class GrayPng {
    static final long SIGNATURE = 0x89504E470D0A1A0AL;
    static final int IHDR_LENGTH = 13;

    private GrayPng() {}

    /// The file of `picture`.
    public static byte[] write(GrayPicture picture) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(ByteBuffer.allocate(8).putLong(SIGNATURE).array());
        byte[] header =
                ByteBuffer.allocate(IHDR_LENGTH)
                        .putInt(picture.width())
                        .putInt(picture.height())
                        .put((byte) 8)
                        .array();
        chunk(png, "IHDR", header);
        chunk(png, "IDAT", deflated(picture));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    /// Reads a file.
    ///
    /// @throws UnreadablePictureException when it is not an 8-bit grayscale PNG, is damaged, or is
    ///   larger than a [GrayPicture] may be
    public static GrayPicture read(byte[] png) {
        return new GrayPngReader(png).read();
    }

    /// Each row with filter type 0 in front.
    private static byte[] deflated(GrayPicture picture) {
        int width = picture.width();
        byte[] luminance = picture.luminance();
        byte[] rows = new byte[picture.height() * (width + 1)];
        for (int y = 0; y < picture.height(); y++) {
            System.arraycopy(luminance, y * width, rows, y * (width + 1) + 1, width);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(rows);
            deflater.finish();
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] content) {
        byte[] typed =
                ByteBuffer.allocate(4 + content.length)
                        .put(type.getBytes(StandardCharsets.US_ASCII))
                        .put(content)
                        .array();
        CRC32 crc = new CRC32();
        crc.update(typed);
        png.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        png.writeBytes(typed);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
