package se.troskel.hardware.qr;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/// No picture makes the reader throw. Bytes become pictures in two ways: as gray values, and as
/// modules flipped in a good code.
class QrPicturesFuzzTest {
    private static final int WIDTH = 64;

    @FuzzTest
    void noPictureMakesItThrow(byte[] values) {
        int height = Math.max(1, Math.min(values.length / WIDTH, 256));
        QrPictures.decode(new GrayPicture(WIDTH, height, Arrays.copyOf(values, WIDTH * height)));

        GrayPicture code = QrPictures.encode("TR1:KAT").picture(2);
        byte[] flipped = code.luminance();
        for (int i = 0; i + 1 < values.length; i += 2) {
            int place = ((values[i] & 0xff) * 256 + (values[i + 1] & 0xff)) % flipped.length;
            flipped[place] = (byte) ~flipped[place];
        }
        QrPictures.decode(new GrayPicture(code.width(), code.height(), flipped));
    }
}
