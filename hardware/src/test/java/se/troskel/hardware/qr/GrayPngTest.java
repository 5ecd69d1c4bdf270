package se.troskel.hardware.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Pictures survive writing and reading, another reader agrees, and damaged or foreign files are
/// refused with a reason. Files are built chunk by chunk; the JDK's ImageIO is the peer.
class GrayPngTest {
    private static GrayPicture random(int width, int height) {
        byte[] luminance = new byte[width * height];
        new Random(7).nextBytes(luminance);
        return new GrayPicture(width, height, luminance);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 300", "300, 1", "257, 129"})
    void whatIsWrittenIsRead(int width, int height) {
        GrayPicture picture = random(width, height);
        GrayPicture read = GrayPng.read(GrayPng.write(picture));
        assertThat(read.width()).isEqualTo(width);
        assertThat(read.height()).isEqualTo(height);
        assertThat(read.luminance()).isEqualTo(picture.luminance());
    }

    @Test
    void anotherReaderSeesTheSamePicture() throws IOException {
        GrayPicture picture = random(31, 17);
        var image = ImageIO.read(new ByteArrayInputStream(GrayPng.write(picture)));
        assertThat(image.getRaster().getPixels(0, 0, 31, 17, (int[]) null))
                .containsExactly(
                        IntStream.range(0, 31 * 17).map(i -> picture.at(i % 31, i / 31)).toArray());
    }

    /// The second row of a picture two pixels wide, over a first row of 10 and 20, by the PNG
    /// specification's five filters.
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0, 1, 2,    1,  2
                    1, 1, 2,    1,  3
                    2, 1, 2,   11, 22
                    3, 1, 2,    6, 15
                    4, 1, 2,   11, 22
                    4, 250, 1,  4, 11
                    """)
    void rowsAreUnfiltered(int filter, int first, int second, int left, int right) {
        byte[] rows = {0, 10, 20, (byte) filter, (byte) first, (byte) second};
        GrayPicture read = GrayPng.read(png(header(2, 2), chunk("IDAT", packed(rows)), END));
        assertThat(read.at(0, 1)).isEqualTo(left);
        assertThat(read.at(1, 1)).isEqualTo(right);
    }

    @Test
    void ancillaryChunksArePassedOverAndPackedRowsMayBeSplit() {
        byte[] packed = packed(new byte[] {0, 42});
        byte[] half = Arrays.copyOf(packed, 3);
        byte[] rest = Arrays.copyOfRange(packed, 3, packed.length);
        GrayPicture read =
                GrayPng.read(
                        png(
                                header(1, 1),
                                chunk("tEXt", new byte[] {1}),
                                chunk("IDAT", half),
                                chunk("IDAT", rest),
                                END));
        assertThat(read.at(0, 0)).isEqualTo(42);
    }

    private static final byte[] END = chunk("IEND", new byte[0]);

    static List<Arguments> malformed() {
        byte[] good = GrayPng.write(random(4, 4));
        byte[] flipped = good.clone();
        flipped[good.length / 2] ^= 1;
        byte[] row = packed(new byte[] {0, 42});
        return List.of(
                Arguments.of("not a PNG file", new byte[0]),
                Arguments.of("not a PNG file", "GIF89a..".getBytes(StandardCharsets.US_ASCII)),
                Arguments.of("cut off", png()),
                Arguments.of("longer than the file", Arrays.copyOf(good, good.length - 20)),
                Arguments.of("cut off", Arrays.copyOf(good, good.length - 5)),
                Arguments.of("damaged", flipped),
                Arguments.of("the header is not first", png(chunk("IDAT", row), END)),
                Arguments.of("comes twice", png(header(1, 1), header(1, 1), END)),
                Arguments.of("wrong length", png(chunk("IHDR", new byte[12]), END)),
                Arguments.of("a picture has", png(header(0, 1), END)),
                Arguments.of("a picture has", png(header(-1, 1), END)),
                Arguments.of("a picture has", png(header(8193, 1), END)),
                Arguments.of("a picture has", png(header(8192, 8192), END)),
                Arguments.of("a picture has", png(header(Integer.MAX_VALUE, 3), END)),
                Arguments.of("bit depth 16", png(header(1, 1, 16, 0, 0), END)),
                Arguments.of("colour type 2", png(header(1, 1, 8, 2, 0), END)),
                Arguments.of("interlace 1", png(header(1, 1, 8, 0, 1), END)),
                Arguments.of("is not known", png(header(1, 1), chunk("PLTE", new byte[3]), END)),
                Arguments.of("cut off", png(header(1, 1), END)),
                Arguments.of("cut off", png(header(1, 2), chunk("IDAT", row), END)),
                Arguments.of(
                        "more rows", png(header(1, 1), chunk("IDAT", packed(new byte[3])), END)),
                Arguments.of("damaged", png(header(1, 1), chunk("IDAT", new byte[9]), END)),
                Arguments.of(
                        "filter 5",
                        png(header(1, 1), chunk("IDAT", packed(new byte[] {5, 0})), END)),
                Arguments.of(
                        "filter -1",
                        png(header(1, 1), chunk("IDAT", packed(new byte[] {-1, 0})), END)));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aFileThatIsNoGrayscalePngIsRefused(String why, byte[] file) {
        assertThatThrownBy(() -> GrayPng.read(file))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessageContaining(why)
                .hasMessageContaining("8-bit grayscale PNG");
    }

    private static byte[] png(byte[]... chunks) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(ByteBuffer.allocate(8).putLong(GrayPng.SIGNATURE).array());
        for (byte[] chunk : chunks) {
            png.writeBytes(chunk);
        }
        return png.toByteArray();
    }

    private static byte[] header(int width, int height) {
        return header(width, height, 8, 0, 0);
    }

    private static byte[] header(int width, int height, int depth, int colour, int interlace) {
        return chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) depth)
                        .put((byte) colour)
                        .put((byte) 0)
                        .put((byte) 0)
                        .put((byte) interlace)
                        .array());
    }

    private static byte[] chunk(String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(name)
                .put(content)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] packed(byte[] rows) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(rows);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return packed.toByteArray();
    }
}
