package se.troskel.hardware.qr;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.EncodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import se.troskel.hardware.internal.PrintableText;

/// QR codes read from pictures and made of texts. Stateless and thread-safe.
public final class QrPictures {
    private static final Map<DecodeHintType, Object> TRY_HARDER =
            Map.of(DecodeHintType.TRY_HARDER, true);
    private static final List<Function<LuminanceSource, Binarizer>> BINARIZERS =
            List.of(HybridBinarizer::new, GlobalHistogramBinarizer::new);

    private QrPictures() {}

    /// The text of the QR code in `picture`, 1 to 512 printable characters; empty when there is
    /// none, or none that can be read. Tries the picture as it is, then inverted (a phone in dark
    /// mode), blurred (noise) and halved (blur); a picture without a code takes longest.
    public static Optional<String> decode(GrayPicture picture) {
        return Stream.<Supplier<GrayPicture>>of(() -> picture, picture::blurred, picture::halved)
                .map(Supplier::get)
                .map(QrPictures::source)
                .flatMap(source -> Stream.of(source, source.invert()))
                .flatMap(source -> BINARIZERS.stream().map(binarizer -> binarizer.apply(source)))
                .flatMap(binarizer -> read(binarizer).stream())
                .filter(PrintableText::isPrintable)
                .findFirst();
    }

    /// The QR code of `text` with error correction M, in the alphanumeric mode if every character
    /// is of `0-9A-Z $%*+-./:`.
    ///
    /// @param text 1 to 512 printable characters
    /// @throws IllegalArgumentException when it is not such a text
    public static QrMatrix encode(String text) {
        if (!PrintableText.isPrintable(text)) {
            throw new IllegalArgumentException(
                    "a code has 1 to " + PrintableText.MAX_LENGTH + " printable characters");
        }
        try {
            ByteMatrix matrix =
                    Encoder.encode(text, ErrorCorrectionLevel.M, charset(text)).getMatrix();
            int size = matrix.getWidth();
            BitSet dark = new BitSet(size * size);
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    dark.set(y * size + x, matrix.get(x, y) == 1);
                }
            }
            return new QrMatrix(size, dark);
        } catch (WriterException tooMuch) {
            throw new IllegalArgumentException("the text does not fit into a QR code", tooMuch);
        }
    }

    private static Map<EncodeHintType, ?> charset(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text)
                ? Map.of()
                : Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8);
    }

    private static LuminanceSource source(GrayPicture picture) {
        int width = picture.width();
        int height = picture.height();
        return new PlanarYUVLuminanceSource(
                picture.luminance(), width, height, 0, 0, width, height, false);
    }

    private static Optional<String> read(Binarizer binarizer) {
        try {
            return Optional.of(
                    new QRCodeReader().decode(new BinaryBitmap(binarizer), TRY_HARDER).getText());
        } catch (ReaderException noCode) {
            return Optional.empty();
        } catch (RuntimeException badPicture) {
            // ZXing lets index and argument errors through on crafted pictures
            return Optional.empty();
        }
    }
}
