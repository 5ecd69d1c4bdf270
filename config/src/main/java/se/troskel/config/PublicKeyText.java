package se.troskel.config;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// An Ed25519 public key as text.
final class PublicKeyText {
    private static final int ID_BYTES = 4;

    private PublicKeyText() {}

    static String of(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /// Empty for anything but an Ed25519 public key.
    static Optional<PublicKey> read(String text) {
        try {
            byte[] encoded = Base64.getDecoder().decode(text);
            return Optional.of(
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The id by which tickets name a key.
    static String id(byte[] encoded) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(encoded);
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
