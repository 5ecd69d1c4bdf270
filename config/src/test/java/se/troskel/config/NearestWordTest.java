package se.troskel.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A slip of the pen is recognised and another word is not taken for one. A table of both.
class NearestWordTest {

    @ParameterizedTest
    @CsvSource({
        "cod, code",
        "hots, host",
        "release_on_fire, releaseOnFire",
        "RELEASEONFIRE, releaseOnFire",
        "egresshardwear, egressHardware",
        "password, ",
        "x, ",
        "'', ",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, "
    })
    void findsTheWordThatWasMeant(String written, @Nullable String meant) {
        assertThat(
                        NearestWord.of(
                                written,
                                List.of("code", "host", "releaseOnFire", "egressHardware")))
                .isEqualTo(Optional.ofNullable(meant));
    }
}
