package se.troskel.controller.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Goal: the codec is that of RFC 9285. Method: its own examples both ways, malformed texts, and
/// random bytes there and back.
class Base45Test {
    @ParameterizedTest
    @CsvSource({"AB, BB8", "Hello!!, %69 VD92EX0", "base-45, UJCLQE7W581", "ietf!, QED8WEX0"})
    void examplesOfTheStandard(String plain, String encoded) {
        byte[] bytes = plain.getBytes(StandardCharsets.US_ASCII);
        assertThat(Base45.encode(bytes)).isEqualTo(encoded);
        assertThat(Base45.decode(encoded)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "BB8A", "GGW", ":::", "::", "V5", "bb8", "B_8", "Å08", "BB8\n00"})
    void whatIsNotBase45IsRefused(String text) {
        assertThat(Base45.decode(text)).isNull();
    }

    @Test
    void randomBytesComeBack() {
        Random random = new Random(45);
        for (int length = 0; length < 300; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            assertThat(Base45.decode(Base45.encode(bytes))).isEqualTo(bytes);
        }
    }
}
