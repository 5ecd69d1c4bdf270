package se.troskel.hardware.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.hardware.qr.Darkroom.Framing;

/// Codes are read as people really show them, and nothing is read where there is none. Pictures are
/// made by [Darkroom] with fixed seeds; the same ones lie as PNG beside this test for the record.
class QrPicturesTest {
    private static final String TICKET = "TR1:KAT.20A7.ABCDEFGHJKMNPQRSTUVWXYZ23456789.ABCDEFGH";
    private static final String LONG = "TICKET0123".repeat(10);
    private static final int FRAMES = 40;

    /// One frame of everything that happens to tickets.
    static Map<String, GrayPicture> conditions() {
        Darkroom clean = Darkroom.frame(TICKET, Framing.VGA);
        Map<String, GrayPicture> conditions = new TreeMap<>();
        conditions.put("clean", clean.picture());
        conditions.put("small", Darkroom.frame(TICKET, Framing.VGA.sized(0.2)).picture());
        conditions.put("dim", clean.exposed(0.12, 5).noisy(1, 1).picture());
        conditions.put("dark-mode", clean.inverted().picture());
        conditions.put("glare", clean.glare(0.42, 0.55, 0.08).picture());
        conditions.put("cracked", clean.cracked(4, 3, 3).picture());
        conditions.put("crumpled", clean.crumpled(2.5, 160).picture());
        conditions.put("rotated", Darkroom.frame(TICKET, Framing.VGA.turned(33)).picture());
        conditions.put("noise-blur", clean.blurred(3).noisy(20, 4).picture());
        conditions.put("low-contrast", clean.exposed(0.12, 110).noisy(2, 5).picture());
        return conditions;
    }

    static Set<String> conditionNames() {
        return conditions().keySet();
    }

    @ParameterizedTest
    @MethodSource("conditionNames")
    void aTicketIsReadInEveryCondition(String condition) {
        GrayPicture picture = Objects.requireNonNull(conditions().get(condition));
        assertThat(QrPictures.decode(picture)).contains(TICKET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clean", "small", "dim", "dark-mode", "glare", "cracked", "crumpled"})
    void aTicketIsReadFromTheRecordedPicture(String condition) throws IOException {
        try (InputStream png = getClass().getResourceAsStream("pictures/" + condition + ".png")) {
            byte[] file = Objects.requireNonNull(png).readAllBytes();
            assertThat(QrPictures.decode(GrayPng.read(file))).contains(TICKET);
        }
    }

    /// ZXing alone read 40, 34, 27 and 3 such frames of 640x480 with 100 characters; blurring and
    /// halving in between reads nearly all.
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                     0, 1, false, 0.0, 40
                    10, 1, true,  0.0, 38
                    20, 3, true,  0.1, 38
                    30, 5, true,  0.2, 36
                    """)
    void moreFramesAreReadThanByZxingAlone(
            double noise, int blur, boolean turned, double shear, int floor) {
        Function<Integer, GrayPicture> frame =
                seed -> {
                    double degrees = turned ? new Random(seed).nextDouble(360) : 0;
                    return Darkroom.frame(LONG, Framing.VGA.turned(degrees).slanted(shear))
                            .blurred(blur)
                            .noisy(noise, seed)
                            .picture();
                };
        long read =
                IntStream.range(0, FRAMES)
                        .filter(seed ->
                                QrPictures.decode(frame.apply(seed))
                                        .filter(LONG::equals)
                                        .isPresent())
                        .count();
        assertThat(read).isGreaterThanOrEqualTo(floor);
    }

    @Test
    void whatIsDamagedTooMuchIsNotReadRatherThanReadWrongly() {
        Darkroom clean = Darkroom.frame(TICKET, Framing.VGA);
        assertThat(QrPictures.decode(clean.glare(0.55, 0.6, 0.2).picture())).isEmpty();
        assertThat(QrPictures.decode(clean.crumpled(6, 120).picture())).isEmpty();
        assertThat(QrPictures.decode(clean.cracked(12, 4, 3).picture())).isEmpty();
        assertThat(QrPictures.decode(clean.exposed(0.02, 5).noisy(3, 1).picture())).isEmpty();
    }

    @Test
    void whereThereIsNoCodeNothingIsRead() {
        assertThat(QrPictures.decode(Darkroom.empty(640, 480).picture())).isEmpty();
        assertThat(QrPictures.decode(Darkroom.empty(640, 480).noisy(60, 1).picture())).isEmpty();
        assertThat(QrPictures.decode(new GrayPicture(1, 1, new byte[1]))).isEmpty();
    }

    @Test
    void aCodeHalfOutsideThePictureIsNotRead() {
        Darkroom frame = Darkroom.frame(TICKET, new Framing(640, 480, 2.2, 0, 0));
        assertThat(QrPictures.decode(frame.picture())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "0123456789", "Åsa i lärcentrum", "日本語", "a\\b{c}"})
    void whatIsEncodedIsRead(String text) {
        assertThat(QrPictures.decode(QrPictures.encode(text).picture(4))).contains(text);
    }

    @Test
    void theLongestTextIsEncodedAndRead() {
        String longest = "x".repeat(512);
        assertThat(QrPictures.decode(QrPictures.encode(longest).picture(3))).contains(longest);
    }

    /// ISO/IEC 18004: version 3 at level M holds 61 alphanumeric characters, but 42 bytes.
    @Test
    void capitalsAndDigitsTakeASmallerCode() {
        assertThat(QrPictures.encode("A".repeat(61)).size()).isEqualTo(29);
        assertThat(QrPictures.encode("a".repeat(61)).size()).isGreaterThan(29);
    }

    @ParameterizedTest
    @MethodSource("notTexts")
    void whatIsNoTextIsNotEncoded(String text) {
        assertThatThrownBy(() -> QrPictures.encode(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static List<String> notTexts() {
        return List.of("", "x".repeat(513), "A\nB", "\u200bA", "\ud800");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 41})
    void aScaleThatNoPictureHasIsRefused(int scale) {
        QrMatrix code = QrPictures.encode("A");
        assertThatThrownBy(() -> code.picture(scale)).isInstanceOf(IllegalArgumentException.class);
    }
}
