package se.troskel.kiosk.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.kiosk.flow.Cue;

/// The cues are as long, as high and as soft as the visual language has them. Counts samples, zero
/// crossings and peaks.
class TonesTest {
    @ParameterizedTest
    @CsvSource({
        "TICK, 30, 1000",
        "OK, 200, 693",
        "ACT, 280, 411",
        "FAULT, 300, 385",
        "WARNING, 120, 784"
    })
    void cueHasItsLengthAndPitchAndIsNotLoud(Cue cue, int millis, int meanHertz) {
        ShortBuffer samples =
                ByteBuffer.wrap(Tones.samples(cue)).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        int crossings = 0;
        int peak = 0;
        int sign = 1;
        for (int i = 0; i < samples.limit(); i++) {
            int sample = samples.get(i);
            peak = Math.max(peak, Math.abs(sample));
            if (sample * sign < 0) {
                crossings++;
                sign = -sign;
            }
        }
        double seconds = samples.limit() / (double) Tones.SAMPLE_RATE;
        assertThat(seconds * 1000).isBetween(millis - 1.0, millis + 1.0).isLessThanOrEqualTo(400);
        assertThat(crossings / 2.0 / seconds).isBetween(meanHertz * 0.95, meanHertz * 1.05);
        assertThat(peak).isBetween(7_000, 8_300);
        assertThat(samples.get(0)).isZero();
    }
}
