package se.troskel.controller.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Goal: only the exact form of a day pass is taken for one. Method: a secret there and back, a
/// table of malformed texts, and anything at all.
class PassCodeTest {
    @Test
    void aSecretIsReadBack() {
        String secret = PassCode.random(new Random(7));
        assertThat(secret).hasSize(40);
        assertThat(PassCode.secret(" " + PassCode.text(secret) + "\r\n")).contains(secret);
        assertThat(PassCode.random(new Random(8))).isNotEqualTo(secret);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "TP1:",
                "TP1",
                "tp1:0123456789ABCDEF0123456789ABCDEF01234567",
                "TP1:0123456789abcdef0123456789abcdef01234567",
                "TP1:0123456789ABCDEF0123456789ABCDEF0123456",
                "TP1:0123456789ABCDEF0123456789ABCDEF012345670",
                "TP2:0123456789ABCDEF0123456789ABCDEF01234567",
                "TP1:0123456789ABCDEF 0123456789ABCDEF01234567",
                "xTP1:0123456789ABCDEF0123456789ABCDEF01234567",
                "TP1:0123456789ABCDEF0123456789ABCDEF0123456G"
            })
    void anythingElseIsNone(String text) {
        assertThat(PassCode.secret(text)).isEmpty();
    }

    @FuzzTest
    void neverThrowsAndTakesNothingButItsForm(byte[] scanned) {
        String text = new String(scanned, StandardCharsets.UTF_8);
        PassCode.secret(text)
                .ifPresent(secret -> assertThat(PassCode.text(secret)).isEqualTo(text.strip()));
    }
}
