package se.troskel.controller.ticket;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// The picture of a ticket's QR code: black on white with its four modules of quiet zone, error
/// correction M. Immutable.
public final class TicketPicture {
    private static final int QUIET = 4;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private final ByteMatrix modules;
    private final int size;

    /// @param text what [TicketIssuer.Made#text()] holds
    public TicketPicture(String text) {
        try {
            modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            size = modules.getWidth() + 2 * QUIET;
        } catch (WriterException e) {
            throw new IllegalArgumentException("a ticket does not fit in a QR code", e);
        }
    }

    /// An SVG document, one unit a module; it scales to its container.
    public String svg() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                if (isDark(x, y)) {
                    int from = x;
                    while (isDark(x + 1, y)) {
                        x++;
                    }
                    int run = x - from + 1;
                    path.append("M%d %dh%dv1h-%dz".formatted(from, y, run, run));
                }
            }
        }
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" role="img" \
        shape-rendering="crispEdges"><title>QR</title><path fill="#fff" d="M0 0h%1$dv%1$dH0z"/>\
        <path d="%2$s"/></svg>
        """
                .formatted(size, path);
    }

    /// A PNG, one bit a pixel.
    ///
    /// @param scale pixels a module, 1 to 64
    public byte[] png(int scale) {
        int pixels = size * scale;
        byte[] rows = new byte[pixels * (1 + (pixels + 7) / 8)];
        int row = 0;
        for (int y = 0; y < pixels; y++) {
            Arrays.fill(rows, row + 1, row + 1 + (pixels + 7) / 8, (byte) 0xff);
            for (int x = 0; x < pixels; x++) {
                if (isDark(x / scale, y / scale)) {
                    rows[row + 1 + x / 8] &= (byte) ~(0x80 >> x % 8);
                }
            }
            row += 1 + (pixels + 7) / 8;
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        chunk(
                png,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(pixels)
                        .putInt(pixels)
                        .put(new byte[] {1, 0, 0, 0, 0})
                        .array());
        chunk(png, "IDAT", deflated(rows));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private boolean isDark(int x, int y) {
        int column = x - QUIET;
        int row = y - QUIET;
        return column >= 0
                && row >= 0
                && column < modules.getWidth()
                && row < modules.getHeight()
                && modules.get(column, row) == 1;
    }

    private static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] buffer = new byte[4096];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] body) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(body);
        png.writeBytes(ByteBuffer.allocate(4).putInt(body.length).array());
        png.writeBytes(name);
        png.writeBytes(body);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
