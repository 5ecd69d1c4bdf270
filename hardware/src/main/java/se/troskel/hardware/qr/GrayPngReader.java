package se.troskel.hardware.qr;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads one grayscale PNG. Takes 8 bits, no interlacing, all five filters; passes over ancillary
/// chunks; refuses everything else. One thread at a time.
final class GrayPngReader {
    private static final int CHUNK_FRAME = 12;

    private final ByteBuffer file;
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private int width;
    private int height;

    GrayPngReader(byte[] png) {
        file = ByteBuffer.wrap(png);
    }

    GrayPicture read() {
        if (file.remaining() < 8 || file.getLong() != GrayPng.SIGNATURE) {
            throw new UnreadablePictureException("not a PNG file");
        }
        boolean ended = false;
        while (!ended) {
            ended = readChunk();
        }
        if (width == 0) {
            throw new UnreadablePictureException("no header");
        }
        return new GrayPicture(width, height, unfiltered(inflated()));
    }

    /// Whether it was the last chunk.
    private boolean readChunk() {
        int start = file.position();
        if (file.remaining() < CHUNK_FRAME) {
            throw new UnreadablePictureException("cut off at byte " + start);
        }
        int length = file.getInt();
        if (length < 0 || length > file.remaining() - 8) {
            throw new UnreadablePictureException(
                    "the chunk at byte " + start + " is longer than the file");
        }
        byte[] typed = new byte[4 + length];
        file.get(typed);
        CRC32 crc = new CRC32();
        crc.update(typed);
        if ((int) crc.getValue() != file.getInt()) {
            throw new UnreadablePictureException("the chunk at byte " + start + " is damaged");
        }
        String type = new String(typed, 0, 4, StandardCharsets.US_ASCII);
        if (start == 8 != type.equals("IHDR")) {
            throw new UnreadablePictureException("the header is not first, or comes twice");
        }
        switch (type) {
            case "IHDR" -> readHeader(ByteBuffer.wrap(typed, 4, length));
            case "IDAT" -> packed.write(typed, 4, length);
            case "IEND" -> {
                return true;
            }
            default -> {
                if (Character.isUpperCase(type.charAt(0))) {
                    throw new UnreadablePictureException(
                            "it is not plain grayscale: the chunk at byte "
                                    + start
                                    + " is not known");
                }
            }
        }
        return false;
    }

    private void readHeader(ByteBuffer header) {
        if (header.remaining() != GrayPng.IHDR_LENGTH) {
            throw new UnreadablePictureException("the header has a wrong length");
        }
        width = header.getInt();
        height = header.getInt();
        try {
            GrayPicture.requireSize(width, height);
        } catch (IllegalArgumentException size) {
            throw new UnreadablePictureException(String.valueOf(size.getMessage()));
        }
        int bitDepth = header.get();
        int colourType = header.get();
        int compression = header.get();
        int filter = header.get();
        int interlace = header.get();
        if (bitDepth != 8 || colourType != 0 || compression != 0 || filter != 0 || interlace != 0) {
            throw new UnreadablePictureException(
                    "bit depth "
                            + bitDepth
                            + ", colour type "
                            + colourType
                            + ", interlace "
                            + interlace
                            + " are not read");
        }
    }

    /// Exactly the rows of the picture, each with its filter type in front.
    private byte[] inflated() {
        byte[] rows = new byte[height * (width + 1)];
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(packed.toByteArray());
            int length = 0;
            while (length < rows.length) {
                int more = inflater.inflate(rows, length, rows.length - length);
                if (more == 0) {
                    throw new UnreadablePictureException("the picture's rows are cut off");
                }
                length += more;
            }
            if (inflater.inflate(new byte[1]) != 0) {
                throw new UnreadablePictureException("there are more rows than the header says");
            }
            return rows;
        } catch (DataFormatException damaged) {
            throw new UnreadablePictureException("the packed rows are damaged");
        }
    }

    private byte[] unfiltered(byte[] rows) {
        byte[] luminance = new byte[width * height];
        for (int y = 0; y < height; y++) {
            int filter = rows[y * (width + 1)];
            if (filter < 0 || filter > 4) {
                throw new UnreadablePictureException("row " + y + " has filter " + filter);
            }
            for (int x = 0; x < width; x++) {
                int left = x == 0 ? 0 : luminance[y * width + x - 1] & 0xff;
                int up = y == 0 ? 0 : luminance[(y - 1) * width + x] & 0xff;
                int upLeft = x == 0 || y == 0 ? 0 : luminance[(y - 1) * width + x - 1] & 0xff;
                int predicted =
                        switch (filter) {
                            case 1 -> left;
                            case 2 -> up;
                            case 3 -> (left + up) / 2;
                            case 4 -> paeth(left, up, upLeft);
                            default -> 0;
                        };
                luminance[y * width + x] = (byte) (rows[y * (width + 1) + 1 + x] + predicted);
            }
        }
        return luminance;
    }

    /// The neighbour nearest to `left + up - upLeft` (PNG, filter type 4).
    private static int paeth(int left, int up, int upLeft) {
        int estimate = left + up - upLeft;
        int toLeft = Math.abs(estimate - left);
        int toUp = Math.abs(estimate - up);
        int toUpLeft = Math.abs(estimate - upLeft);
        if (toLeft <= toUp && toLeft <= toUpLeft) {
            return left;
        }
        return toUp <= toUpLeft ? up : upLeft;
    }
}
