package se.troskel.controller.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import se.troskel.config.TrustedKey;
import se.troskel.protocol.json.Json;

/// Signs reports with the centre's record key, and tells whether one is as it was signed. The last
/// line of a sealed text is the signature over all bytes before it. Thread-safe.
public final class ReportSeal {
    private static final String ALGORITHM = "Ed25519";

    private final KeyPair key;
    private final TrustedKey shown;

    /// @param key the record key
    public ReportSeal(KeyPair key) {
        this.key = key;
        this.shown =
                TrustedKey.of(TrustedKey.Use.RECORD, key.getPublic(), Instant.EPOCH, Instant.EPOCH);
    }

    /// The last line.
    ///
    /// @param key id of the record key
    /// @param publicKey Base64 of its X.509 form, so that anybody can check the signature
    /// @param signature Base64
    record Line(String key, String publicKey, String signature) {}

    String keyId() {
        return shown.id();
    }

    byte[] sealed(byte[] text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key.getPrivate());
            signature.update(text);
            String encoded = Base64.getEncoder().encodeToString(signature.sign());
            String line = Json.text(new Line(shown.id(), shown.key(), encoded)) + "\n";
            byte[] last = line.getBytes(UTF_8);
            byte[] whole = Arrays.copyOf(text, text.length + last.length);
            System.arraycopy(last, 0, whole, text.length, last.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    /// The text without its last line, whatever that is.
    static byte[] text(byte[] whole) {
        int cut = whole.length - 1;
        while (cut > 0 && whole[cut - 1] != '\n') {
            cut--;
        }
        return Arrays.copyOf(whole, Math.max(0, cut));
    }

    /// Whether this centre signed it and no byte is another.
    boolean isIntact(byte[] whole) {
        byte[] text = text(whole);
        return isOurs(text, Arrays.copyOfRange(whole, text.length, whole.length));
    }

    private boolean isOurs(byte[] text, byte[] last) {
        try {
            Line line = Json.read(last, Line.class);
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key.getPublic());
            signature.update(text);
            return signature.verify(Base64.getDecoder().decode(line.signature()));
        } catch (GeneralSecurityException
                | IllegalArgumentException
                | Json.MalformedMessageException e) {
            return false;
        }
    }
}
