package se.troskel.protocol.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Goal: a printed code can be typed by anybody, and nothing else is taken for one. Method: tables
/// of what people type.
class ShortCodeTest {
    @ParameterizedTest
    @CsvSource({
        "A2C3 E4F5, A2C3E4F5",
        "a2c3e4f5, A2C3E4F5",
        " a-2 c 3e4-f5 , A2C3E4F5",
        "ZSBUzsbu, 258V258V",
        "u6v7w2x3, V6V7W2X3"
    })
    void isReadAsMeant(String typed, String code) {
        assertThat(ShortCode.parse(typed)).hasValue(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A2C3E4F",
                "A2C3E4F55",
                "A2C3E4FÅ",
                "A2C3E4F0",
                "A2C3E4FI",
                "A2C3_E4F",
                "A2C3E4F\t5",
                "ßA2C3E4F"
            })
    void whatIsNoCodeIsRefused(String typed) {
        assertThat(ShortCode.parse(typed)).isEmpty();
    }

    @Test
    void aNewCodeReadsAsItselfAndDiffersFromTheLast() {
        Random random = new Random(8);
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String code = ShortCode.random(random);
            assertThat(ShortCode.parse(ShortCode.grouped(code))).hasValue(code);
            codes.add(code);
        }
        assertThat(codes).hasSize(1000);
    }
}
