package se.troskel.controller.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Goal: a stored hash is read exactly or refused without repeating it. Method: a round trip, a
/// table of malformed texts, and fuzzing.
class PhcStringTest {
    private static final String GOOD =
            "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$"
                    + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @Test
    void writesWhatItRead() {
        assertThat(PhcString.parse(GOOD).text()).isEqualTo(GOOD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    argon2id        | argon2i
                    argon2id        | scrypt
                    v=19            | v=16
                    v=19$           | ''
                    m=19456         | m=99999
                    m=19456         | m=0
                    m=19456         | m=7
                    m=19456         | m=-1
                    m=19456         | m=4294967296
                    t=2             | t=11
                    t=2             | t=0
                    p=1             | p=5
                    p=1             | p=1,x=1
                    ,t=2            | ''
                    AA$             | A=$
                    $AAAAAAAAAAAAAA | $AAAAAAAAAAAA==
                    $m              | m
                    p=1$            | p=1$$
                    """)
    void refusesMalformedText(String part, String instead) {
        var text =
                GOOD.replaceFirst(
                        java.util.regex.Pattern.quote(part),
                        java.util.regex.Matcher.quoteReplacement(instead));
        assertThat(text).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> PhcString.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("AAAA");
    }

    @ParameterizedTest
    @CsvSource({"''", "$", "$argon2id", "x", "$argon2id$v=19$m=19456,t=2,p=1$$"})
    void refusesOtherText(String text) {
        assertThatThrownBy(() -> PhcString.parse(text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @FuzzTest
    void readsOrRefuses(byte[] text) {
        try {
            assertThat(PhcString.parse(new String(text, StandardCharsets.UTF_8)).memoryKib())
                    .isBetween(8, 65_536);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageNotContaining("$");
        }
    }
}
