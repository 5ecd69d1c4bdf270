package se.troskel.controller.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import se.troskel.config.TrustedKey;
import se.troskel.protocol.json.Json;

/// Signs texts with the centre's record key. The last line of a sealed text is the signature over
/// all bytes before it. Thread-safe.
public final class Seal {
    static final String ALGORITHM = "Ed25519";

    private final KeyPair key;
    private final TrustedKey shown;

    /// @param key the record key
    public Seal(KeyPair key) {
        this.key = key;
        this.shown =
                TrustedKey.of(TrustedKey.Use.RECORD, key.getPublic(), Instant.EPOCH, Instant.EPOCH);
    }

    /// The eight hexadecimal digits by which people compare keys.
    public String keyId() {
        return shown.id();
    }

    /// The text with its seal as the last line.
    ///
    /// @param text ends with a line feed
    public byte[] sealed(byte[] text) {
        return joined(text, (line(text) + "\n").getBytes(UTF_8));
    }

    private String line(byte[] text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key.getPrivate());
            signature.update(text);
            String encoded = Base64.getEncoder().encodeToString(signature.sign());
            return Json.text(new SealLine(shown.id(), shown.key(), encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private static byte[] joined(byte[] text, byte[] last) {
        byte[] whole = Arrays.copyOf(text, text.length + last.length);
        System.arraycopy(last, 0, whole, text.length, last.length);
        return whole;
    }

    /// A JSON document of two members, the record and its seal. The seal covers all before its own
    /// line.
    ///
    /// @param json one object, on one line
    public byte[] sealedDocument(String json) {
        byte[] text = (SealedText.RECORD + json + SealedText.RECORD_END).getBytes(UTF_8);
        byte[] line = (SealedText.SEAL + line(text) + SealedText.SEAL_END).getBytes(UTF_8);
        return joined(text, line);
    }

    /// Whether it was sealed with this key, and no byte is another.
    public boolean isIntact(SealedText sealed) {
        return sealed.isIntact() && sealed.isOf(shown.key());
    }
}
