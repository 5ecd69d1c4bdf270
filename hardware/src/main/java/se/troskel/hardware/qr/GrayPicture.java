package se.troskel.hardware.qr;

import java.util.Objects;

/// A picture of gray values, row by row, 0 black to 255 white. Immutable.
public final class GrayPicture {
    /// Longest side in pixels.
    public static final int MAX_SIDE = 8192;

    /// Most pixels: the memory a hostile picture can take.
    public static final int MAX_PIXELS = 16_000_000;

    private final int width;
    private final int height;
    private final byte[] luminance;

    /// Takes a copy of the values.
    ///
    /// @param luminance `width * height` values, copied
    /// @throws IllegalArgumentException when the sizes do not fit, or are over the limits
    public GrayPicture(int width, int height, byte[] luminance) {
        requireSize(width, height);
        if (luminance.length != width * height) {
            throw new IllegalArgumentException(
                    width + "x" + height + " pixels, but " + luminance.length + " values");
        }
        this.width = width;
        this.height = height;
        this.luminance = luminance.clone();
    }

    static void requireSize(int width, int height) {
        if (width < 1
                || height < 1
                || width > MAX_SIDE
                || height > MAX_SIDE
                || width * height > MAX_PIXELS) {
            throw new IllegalArgumentException(
                    "a picture has 1 to "
                            + MAX_SIDE
                            + " pixels a side and at most "
                            + MAX_PIXELS
                            + ": "
                            + width
                            + "x"
                            + height);
        }
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// The gray value at a place, 0 to 255.
    public int at(int x, int y) {
        return luminance[Objects.checkIndex(y, height) * width + Objects.checkIndex(x, width)]
                & 0xff;
    }

    /// A copy of all values.
    public byte[] luminance() {
        return luminance.clone();
    }

    /// The mean of each pixel and its eight neighbours: takes the grain out of a noisy picture.
    GrayPicture blurred() {
        byte[] blurred = new byte[luminance.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                blurred[y * width + x] = (byte) mean(x - 1, y - 1, x + 2, y + 2);
            }
        }
        return new GrayPicture(width, height, blurred);
    }

    /// Half as wide and high, each pixel the mean of four.
    GrayPicture halved() {
        int halfWidth = Math.max(1, width / 2);
        int halfHeight = Math.max(1, height / 2);
        byte[] half = new byte[halfWidth * halfHeight];
        for (int y = 0; y < halfHeight; y++) {
            for (int x = 0; x < halfWidth; x++) {
                half[y * halfWidth + x] = (byte) mean(2 * x, 2 * y, 2 * x + 2, 2 * y + 2);
            }
        }
        return new GrayPicture(halfWidth, halfHeight, half);
    }

    private int mean(int fromX, int fromY, int toX, int toY) {
        int sum = 0;
        int count = 0;
        for (int y = Math.max(0, fromY); y < Math.min(height, toY); y++) {
            for (int x = Math.max(0, fromX); x < Math.min(width, toX); x++) {
                sum += luminance[y * width + x] & 0xff;
                count++;
            }
        }
        return sum / count;
    }
}
