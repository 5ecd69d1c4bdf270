package se.troskel.controller.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.config.Trust;
import se.troskel.config.TrustedCentre;
import se.troskel.config.TrustedKey;

/// Goal: a seal says of every byte whether it is as it was signed, and of its key whether it is
/// believed. Method: a sealed text changed in every bit, cut at every length, and sealed anew by
/// others.
class SealTest {
    private static final Instant AT = Instant.parse("2027-02-09T12:00:00Z");
    private static final byte[] TEXT = "{\"centre\":\"KAT\"}\n{\"seat\":7}\n".getBytes(UTF_8);
    private static final KeyPair KEY = pair();

    private final byte[] whole = new Seal(KEY).sealed(TEXT);

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void asSealedItIsIntactAndNamesItsKey() {
        SealedText sealed = SealedText.of(whole);
        assertThat(sealed.isIntact()).isTrue();
        assertThat(sealed.text()).isEqualTo(TEXT);
        assertThat(sealed.keyId()).isEqualTo(new Seal(KEY).keyId()).hasSize(8);
        assertThat(new Seal(KEY).isIntact(sealed)).isTrue();
    }

    @Test
    void everyChangedBitIsSeen() {
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] changed = whole.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(SealedText.of(changed).isIntact()).as("bit %d", bit).isFalse();
        }
    }

    @Test
    void everyCutAndEveryByteTooManyIsSeen() {
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThat(SealedText.of(cut).isIntact()).as("cut at %d", length).isFalse();
        }
        for (String more : List.of("\n", " ", "{}\n")) {
            byte[] longer = (new String(whole, UTF_8) + more).getBytes(UTF_8);
            assertThat(SealedText.of(longer).isIntact()).isFalse();
        }
    }

    @Test
    void anotherKeysSealIsIntactAndNotOurs() {
        SealedText other = SealedText.of(new Seal(pair()).sealed(TEXT));
        assertThat(other.isIntact()).isTrue();
        assertThat(new Seal(KEY).isIntact(other)).isFalse();
    }

    @Test
    void onlyTheCentresRecordKeyInItsTimeIsTrusted() {
        SealedText sealed = SealedText.of(whole);
        Instant from = AT.minusSeconds(1);
        Instant until = AT.plusSeconds(1);
        Trust trust = trust(TrustedKey.of(TrustedKey.Use.RECORD, KEY.getPublic(), from, until));
        assertThat(sealed.isTrusted(trust, "KAT", AT)).isTrue();
        assertThat(sealed.isTrusted(trust, "KAT", until)).isFalse();
        assertThat(sealed.isTrusted(trust, "KAT", from.minusNanos(1))).isFalse();
        assertThat(sealed.isTrusted(trust, "TRO", AT)).isFalse();
        assertThat(sealed.isTrusted(Trust.NONE, "KAT", AT)).isFalse();
        Trust tickets = trust(TrustedKey.of(TrustedKey.Use.TICKET, KEY.getPublic(), from, until));
        assertThat(sealed.isTrusted(tickets, "KAT", AT)).isFalse();
        Trust others = trust(TrustedKey.of(TrustedKey.Use.RECORD, pair().getPublic(), from, until));
        assertThat(sealed.isTrusted(others, "KAT", AT)).isFalse();
        assertThat(SealedText.of(TEXT).isTrusted(trust, "KAT", AT)).isFalse();
    }

    private static Trust trust(TrustedKey key) {
        return new Trust(
                List.of(new TrustedCentre("KAT", Map.of("sv", "Katrineholm"), List.of(key))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "{}",
                "{}\n",
                "text\n{\"key\":\"12345678\"}\n",
                "text\n{\"key\":\"12345678\",\"publicKey\":\"\",\"signature\":\"\"}\n",
                "text\n{\"key\":\"12345678\",\"publicKey\":\"AAAA\",\"signature\":\"AAAA\"}\n",
                "text\n{\"key\":\"-\",\"publicKey\":\"!\",\"signature\":\"!\"}\n",
                "text\nnull\n"
            })
    void whatHasNoSealIsNotIntact(String text) {
        assertThat(SealedText.of(text.getBytes(UTF_8)).isIntact()).isFalse();
    }

    @FuzzTest
    void anyBytesAreAnsweredAndNeverIntact(byte[] bytes) {
        SealedText sealed = SealedText.of(bytes);
        assertThat(sealed.isIntact()).isFalse();
        assertThat(sealed.text().length).isLessThanOrEqualTo(bytes.length);
        assertThat(sealed.keyId()).isNotNull();
    }
}
