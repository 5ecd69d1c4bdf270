package se.troskel.controller.journal.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A link of the chain: SHA-256(previous, envelope, body, SHA-256(local) or 32 zeros).
public final class ChainHash {
    /// Length in bytes.
    public static final int BYTES = 32;

    /// What stands before the first record.
    public static final ChainHash NONE = new ChainHash(new byte[BYTES]);

    private final byte[] bytes;

    private ChainHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /// A link that was read.
    ///
    /// @param bytes 32 bytes, which are copied
    public static ChainHash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a chain hash has 32 bytes, not " + bytes.length);
        }
        return new ChainHash(bytes.clone());
    }

    /// The link of the record that follows this one.
    public ChainHash next(LogRecord content) {
        MessageDigest digest = sha256();
        digest.update(bytes);
        digest.update(content.envelope());
        digest.update(content.body());
        byte[] local = content.local();
        digest.update(local == null ? NONE.bytes : sha256().digest(local));
        return new ChainHash(digest.digest());
    }

    /// Hex SHA-256 of a local part; null for null.
    public static @Nullable String ofLocal(byte @Nullable [] local) {
        return local == null ? null : HexFormat.of().formatHex(sha256().digest(local));
    }

    /// 64 lower-case hex digits.
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ChainHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
