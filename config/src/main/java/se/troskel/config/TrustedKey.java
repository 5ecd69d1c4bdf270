package se.troskel.config;

import java.security.PublicKey;
import java.time.Instant;

/// One public key of a [TrustedCentre]. Immutable; once loaded, [#id()] is the id of [#key()].
///
/// @param use what it may have signed
/// @param id the first four bytes of the SHA-256 of the key, in hexadecimal digits
/// @param key an Ed25519 public key (X.509 SubjectPublicKeyInfo) in Base64
/// @param from when trust in it begins, UTC
/// @param until when trust in it ends (exclusive), UTC
public record TrustedKey(
        Use use,
        @Form(value = "^[0-9a-f]{8}$", example = "1f3c9a07") String id,
        @Form(
                        value = "^[A-Za-z0-9+/]{59}=$",
                        example = "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=")
                String key,
        Instant from,
        Instant until) {
    /// What a key may have signed.
    public enum Use {
        /// QR tickets.
        TICKET,
        /// Exam records and journal anchors.
        RECORD
    }

    /// The entry for a public key.
    public static TrustedKey of(Use use, PublicKey key, Instant from, Instant until) {
        return new TrustedKey(
                use, PublicKeyText.id(key.getEncoded()), PublicKeyText.of(key), from, until);
    }

    public boolean isTrusted(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /// The key itself.
    ///
    /// @throws IllegalStateException for one that no loader has checked and that is none
    public PublicKey publicKey() {
        return PublicKeyText.read(key)
                .orElseThrow(() -> new IllegalStateException("no public key under id " + id));
    }
}
