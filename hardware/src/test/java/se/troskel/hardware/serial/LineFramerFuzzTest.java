package se.troskel.hardware.serial;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import se.troskel.hardware.internal.PrintableText;

/// Whatever a wire carries, only printable lines of the allowed length come out. Bytes arrive with
/// a silence of as many milliseconds as their own value says.
class LineFramerFuzzTest {
    private static final int MAX_LENGTH = 16;

    @FuzzTest
    void onlyPrintableLinesComeOut(byte[] wire) {
        LineFramer framer = new LineFramer(MAX_LENGTH);
        long nanos = 0;
        for (byte b : wire) {
            nanos += (b & 0xff) * 1_000_000L;
            check(framer.accept(b, nanos));
        }
        check(framer.poll(nanos + LineFramer.GAP_NANOS));
    }

    private static void check(Optional<String> line) {
        line.ifPresent(text ->
                assertThat(text).hasSizeBetween(1, MAX_LENGTH).matches(PrintableText::isPrintable));
    }
}
