package se.troskel.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import se.troskel.config.Problem.Severity;

/// Whatever stands in a trust file, the loader answers and never throws. Any bytes are read; either
/// an error is named with its place, or every key in the file is one.
class TrustLoaderFuzzTest {
    private static final TrustLoader LOADER = new TrustLoader();

    @FuzzTest
    void answersAnyBytes(byte @NotNull [] bytes) {
        TrustReading reading = LOADER.read("trust/any.json", bytes);
        if (reading.trust().centres().isEmpty()) {
            assertThat(reading.problems())
                    .anyMatch(p -> p.severity() == Severity.ERROR)
                    .allMatch(p -> p.line() >= 1 && p.column() >= 1);
        }
        reading.trust().keys().forEach(owned -> assertThat(owned.key().publicKey()).isNotNull());
    }
}
