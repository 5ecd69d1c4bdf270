package se.troskel.hardware.qr;

import java.util.BitSet;
import java.util.Objects;

/// The modules of a QR code, without its quiet zone. Immutable.
public final class QrMatrix {
    /// Modules of light that a printed or shown code needs on each side (ISO/IEC 18004).
    public static final int QUIET_ZONE = 4;

    private final int size;
    private final BitSet dark;

    /// Takes a copy of the modules.
    ///
    /// @param size modules a side
    /// @param dark bit `y * size + x` of each dark module
    QrMatrix(int size, BitSet dark) {
        this.size = size;
        this.dark = (BitSet) dark.clone();
    }

    /// Modules a side, 21 to 177.
    public int size() {
        return size;
    }

    /// Whether a module is dark.
    public boolean isDark(int x, int y) {
        return dark.get(Objects.checkIndex(y, size) * size + Objects.checkIndex(x, size));
    }

    /// Dark on light, with its quiet zone.
    ///
    /// @param scale pixels a module, 1 to 40
    public GrayPicture picture(int scale) {
        if (scale < 1 || scale > 40) {
            throw new IllegalArgumentException("scale must be 1 to 40: " + scale);
        }
        int side = (size + 2 * QUIET_ZONE) * scale;
        byte[] luminance = new byte[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int moduleX = x / scale - QUIET_ZONE;
                int moduleY = y / scale - QUIET_ZONE;
                boolean inside = moduleX >= 0 && moduleX < size && moduleY >= 0 && moduleY < size;
                luminance[y * side + x] = (byte) (inside && isDark(moduleX, moduleY) ? 0 : 255);
            }
        }
        return new GrayPicture(side, side, luminance);
    }
}
