package se.troskel.protocol.event;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.json.Json;

/// The chain of hashes that ties each journal record to all before it. Pure; thread-safe.
///
/// `hash` = SHA-256(`previous` || envelope || body || `local`): hashes as their 32 bytes, envelope
/// and body as the UTF-8 of their compact JSON, `local` as 32 zero bytes when there is none. Both
/// JSON texts are objects, so where one ends and the next begins is never in doubt; both are as
/// [Json] writes them, and no number in them has a fraction, so that reading and writing again
/// gives the same bytes.
public final class Chain {
    /// Stands before the first record of an epoch: 64 zeros.
    public static final String START = "0".repeat(64);

    private static final HexFormat HEX = HexFormat.of();
    private static final int HASH_BYTES = 32;

    private Chain() {}

    /// The hex hash of a record: 64 lower-case digits.
    ///
    /// @param previousHex hash of the record before; [#START] for the first
    /// @param envelope the envelope's compact JSON as it is stored and sent
    /// @param body the public body's compact JSON as it is stored and sent
    /// @param localHex hash of the local body's ciphertext; null when there is none
    /// @throws IllegalArgumentException when a hash is not 64 hex digits
    public static String hash(
            String previousHex, byte[] envelope, byte[] body, @Nullable String localHex) {
        MessageDigest sha256 = sha256();
        sha256.update(bytes(previousHex));
        sha256.update(envelope);
        sha256.update(body);
        sha256.update(localHex == null ? new byte[HASH_BYTES] : bytes(localHex));
        return HEX.formatHex(sha256.digest());
    }

    /// Whether the hash of a received record holds, and its outer `centre`, which no hash covers,
    /// is the envelope's. That `previous` is the hash of the record before is for the caller to
    /// check, who has that record.
    public static boolean verify(EventMessage message) {
        if (!message.centre().equals(message.envelope().path("centre").stringValue(null))
                || !isHash(message.previous())
                || (message.local() != null && !isHash(message.local()))) {
            return false;
        }
        return hash(
                        message.previous(),
                        Json.write(message.envelope()),
                        Json.write(message.body()),
                        message.local())
                .equals(message.hash());
    }

    /// Whether `text` is a hash as this class writes it: 64 lower-case hex digits.
    public static boolean isHash(String text) {
        return text.length() == 2 * HASH_BYTES
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    private static byte[] bytes(String hex) {
        if (!isHash(hex)) {
            throw new IllegalArgumentException("a hash is 64 lower-case hex digits");
        }
        return HEX.parseHex(hex);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
