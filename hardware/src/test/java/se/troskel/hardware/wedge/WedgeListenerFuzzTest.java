package se.troskel.hardware.wedge;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Optional;
import se.troskel.hardware.internal.PrintableText;

/// Whatever is typed at whatever pace, only printable texts of at most 512 characters come out. Of
/// every two bytes the first says how many milliseconds after the last key the second was typed.
class WedgeListenerFuzzTest {
    @FuzzTest
    void onlyPrintableScansComeOut(byte[] typed) {
        for (KeyboardLayout layout : KeyboardLayout.values()) {
            WedgeListener listener = new WedgeListener(WedgeSettings.USUAL.withLayout(layout));
            long nanos = 0;
            for (int i = 0; i + 1 < typed.length; i += 2) {
                nanos += (typed[i] & 0xff) * 1_000_000L;
                check(listener.key((char) (typed[i + 1] & 0xff), nanos));
            }
            check(listener.enter());
        }
    }

    private static void check(Optional<String> scan) {
        scan.ifPresent(text -> assertThat(text).matches(PrintableText::isPrintable));
    }
}
