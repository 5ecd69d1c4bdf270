package se.troskel.controller.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import se.troskel.protocol.AccessSystemException;

/// Hashes and checks passwords and PINs with Argon2id: 19 MiB, 2 iterations, 1 lane (OWASP's second
/// choice), so about 50 ms and 19 MiB each. Thread-safe; a call blocks while two others are at
/// work, so it belongs to the API's edge and never to the site loop.
public final class Argon2Passwords {
    /// Characters of a secret; longer ones are not hashed, so that nobody can make a check dear.
    public static final int SECRET_LENGTH_MAX = 128;

    private static final int MEMORY_KIB = 19_456;
    private static final int ITERATIONS = 2;
    private static final int PARALLELISM = 1;
    private static final int SALT_LENGTH = 16;
    private static final int HASH_LENGTH = 32;
    private static final int AT_ONCE_MAX = 2;

    private final SecureRandom random;
    private final Semaphore turns = new Semaphore(AT_ONCE_MAX, true);

    public Argon2Passwords(SecureRandom random) {
        this.random = random;
    }

    /// Hashes a new secret.
    ///
    /// @return its PHC string with a fresh salt
    /// @throws IllegalArgumentException when it is longer than [#SECRET_LENGTH_MAX]; the caller
    ///   checks before and asks for a shorter one
    public String hash(String secret) {
        if (secret.length() > SECRET_LENGTH_MAX) {
            throw new IllegalArgumentException("secret longer than " + SECRET_LENGTH_MAX);
        }
        var salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        var fresh = new PhcString(MEMORY_KIB, ITERATIONS, PARALLELISM, salt, new byte[HASH_LENGTH]);
        return new PhcString(MEMORY_KIB, ITERATIONS, PARALLELISM, salt, derive(secret, fresh))
                .text();
    }

    /// Whether `secret` is the one that `phc` was made of; compares in constant time.
    ///
    /// @throws AccessSystemException when `phc` cannot be read: the register is damaged there and
    ///   the account needs a new password
    public boolean matches(String secret, String phc) {
        PhcString stored;
        try {
            stored = PhcString.parse(phc);
        } catch (IllegalArgumentException e) {
            throw new AccessSystemException(
                    "a stored password or PIN hash cannot be read; set a new one", e);
        }
        return secret.length() <= SECRET_LENGTH_MAX
                && MessageDigest.isEqual(derive(secret, stored), stored.hash());
    }

    /// Works as long as [#matches] does and says no: for users who do not exist, so that the time
    /// of an answer does not tell who does.
    public boolean matchesNobody(String secret) {
        var nobody =
                new PhcString(
                        MEMORY_KIB,
                        ITERATIONS,
                        PARALLELISM,
                        new byte[SALT_LENGTH],
                        new byte[HASH_LENGTH]);
        var derived =
                secret.length() <= SECRET_LENGTH_MAX
                        ? derive(secret, nobody)
                        : new byte[HASH_LENGTH];
        return MessageDigest.isEqual(derived, new byte[0]);
    }

    private byte[] derive(String secret, PhcString how) {
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        var derived = new byte[how.hash().length];
        turns.acquireUninterruptibly();
        try {
            var generator = new Argon2BytesGenerator();
            generator.init(
                    new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                            .withMemoryAsKB(how.memoryKib())
                            .withIterations(how.iterations())
                            .withParallelism(how.parallelism())
                            .withSalt(how.salt())
                            .build());
            generator.generateBytes(bytes, derived);
            return derived;
        } finally {
            turns.release();
        }
    }
}
