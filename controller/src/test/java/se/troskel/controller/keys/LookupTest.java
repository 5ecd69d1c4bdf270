package se.troskel.controller.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import se.troskel.controller.identity.PersonalNumber;
import se.troskel.controller.identity.PersonalNumber.Reading;
import se.troskel.controller.intake.CardNumber;

/// Goal: the same number is found again however it was written, and no kind of number is taken for
/// another. Method: hashes under a fixed key are compared.
class LookupTest {
    private final Lookup lookup = new Lookup(new SecretKeySpec(new byte[32], "HmacSHA256"));

    @Test
    void aNumberIsFoundHoweverItIsWritten() {
        assertThat(lookup.shortCode("abcd-efgh"))
                .isEqualTo(lookup.shortCode(" ABCD EFGH"))
                .matches("[0-9a-f]{64}");
        assertThat(lookup.card(new CardNumber("04A2B3C4")))
                .isEqualTo(lookup.card(CardNumber.fromReader("04:a2:b3:c4").orElseThrow()));
        assertThat(personal("199610202385")).isEqualTo(personal("961020-2385"));
    }

    @Test
    void kindsOfNumbersDoNotMeet() {
        assertThat(lookup.shortCode("04A2B3C4"))
                .isNotEqualTo(lookup.card(new CardNumber("04A2B3C4")))
                .isNotEqualTo(lookup.externalId("04A2B3C4"));
    }

    @Test
    void anotherKeyGivesAnotherHash() {
        byte[] other = new byte[32];
        other[0] = 1;
        assertThat(new Lookup(new SecretKeySpec(other, "HmacSHA256")).shortCode("A"))
                .isNotEqualTo(lookup.shortCode("A"));
    }

    private String personal(String text) {
        Reading reading = PersonalNumber.read(text, LocalDate.of(2026, 11, 23));
        return lookup.personalNumber(((Reading.Valid) reading).number());
    }
}
