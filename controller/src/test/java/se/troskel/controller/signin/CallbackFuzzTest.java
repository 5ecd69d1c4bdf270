package se.troskel.controller.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/// Goal: nothing that a browser brings breaks the parser, and what it reads is whole. Method:
/// fuzzing; in a normal run the seeds only.
class CallbackFuzzTest {
    @FuzzTest
    void noQueryBreaksTheParser(byte[] query) {
        String text = new String(query, StandardCharsets.UTF_8);
        Callback.parse(text)
                .ifPresent(read -> {
                    assertThat(read.state()).isNotBlank();
                    assertThat(read.code()).isNotEqualTo("");
                });
    }
}
