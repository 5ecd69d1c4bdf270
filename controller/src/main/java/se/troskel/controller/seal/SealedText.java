package se.troskel.controller.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Trust;
import se.troskel.config.TrustedKey;
import se.troskel.protocol.json.Json;

/// A text with what should be its seal. Immutable.
public final class SealedText {
    static final String RECORD = "{\"record\":";
    static final String RECORD_END = ",\n";
    static final String SEAL = "\"seal\":";
    static final String SEAL_END = "}\n";

    private final byte[] text;
    private final @Nullable SealLine line;

    private SealedText(byte[] text, @Nullable SealLine line) {
        this.text = text;
        this.line = line;
    }

    /// Takes any bytes; what has no seal is not intact.
    public static SealedText of(byte[] whole) {
        int cut = whole.length - 1;
        while (cut > 0 && whole[cut - 1] != '\n') {
            cut--;
        }
        int end = Math.max(0, cut);
        return new SealedText(
                Arrays.copyOf(whole, end), line(Arrays.copyOfRange(whole, end, whole.length)));
    }

    /// Null for anything but the two ways in which a seal is written: a line of its own, or the
    /// last member of a document.
    private static @Nullable SealLine line(byte[] last) {
        String text = new String(last, UTF_8);
        boolean member = text.startsWith(SEAL) && text.endsWith(SEAL_END);
        String start = member ? SEAL : "";
        String end = member ? SEAL_END : "\n";
        if (text.length() < start.length() + end.length()) {
            return null;
        }
        String json = text.substring(start.length(), text.length() - end.length());
        try {
            SealLine line = Json.read(json.getBytes(UTF_8), SealLine.class);
            String exact = start + Json.text(line) + end;
            return Arrays.equals(exact.getBytes(UTF_8), last) ? line : null;
        } catch (Json.MalformedMessageException e) {
            return null;
        }
    }

    /// All before the last line.
    public byte[] text() {
        return text.clone();
    }

    /// The record of a sealed document, as one JSON object; empty for a text of another form.
    public Optional<byte[]> record() {
        String all = new String(text, UTF_8);
        return all.startsWith(RECORD) && all.endsWith(RECORD_END)
                ? Optional.of(
                        all.substring(RECORD.length(), all.length() - RECORD_END.length())
                                .getBytes(UTF_8))
                : Optional.empty();
    }

    /// The id of the key that it says it was sealed with; `-` when it says none.
    public String keyId() {
        return line == null ? "-" : line.key();
    }

    /// Whether the seal is the named key's over just these bytes. Whose key that is, is another
    /// question.
    public boolean isIntact() {
        return line != null && holds(line, text);
    }

    /// Whether it names this key.
    ///
    /// @param publicKey Base64 of its X.509 form
    boolean isOf(String publicKey) {
        return line != null && line.publicKey().equals(publicKey);
    }

    /// Whether that centre's record key, to be trusted at that time, is the one that it names.
    public boolean isTrusted(Trust trust, String centre, Instant at) {
        return line != null && trust.trusts(TrustedKey.Use.RECORD, centre, line.publicKey(), at);
    }

    private static boolean holds(SealLine line, byte[] text) {
        try {
            byte[] signed = Base64.getDecoder().decode(line.signature());
            // one seal has one text: Base64 could say the same in several
            if (!Base64.getEncoder().encodeToString(signed).equals(line.signature())) {
                return false;
            }
            TrustedKey key =
                    new TrustedKey(
                            TrustedKey.Use.RECORD,
                            line.key(),
                            line.publicKey(),
                            Instant.EPOCH,
                            Instant.EPOCH);
            var read = key.publicKey();
            if (!TrustedKey.of(TrustedKey.Use.RECORD, read, Instant.EPOCH, Instant.EPOCH)
                    .equals(key)) {
                return false;
            }
            Signature signature = Signature.getInstance(Seal.ALGORITHM);
            signature.initVerify(read);
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException | IllegalArgumentException | IllegalStateException e) {
            return false;
        }
    }
}
