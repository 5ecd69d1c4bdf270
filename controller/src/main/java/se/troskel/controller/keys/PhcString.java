package se.troskel.controller.keys;

import java.util.Base64;
import java.util.regex.Pattern;

/// An Argon2id hash with its parameters as text: `$argon2id$v=19$m=19456,t=2,p=1$SALT$HASH`, salt
/// and hash in Base64 without padding (the PHC string format of the Password Hashing Competition).
/// Parameters beyond the bounds here are refused, so that a stored text can never ask for more
/// memory or time than a small machine has.
final class PhcString {
    private static final int LENGTH_MAX = 256;
    private static final Pattern FORM =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=([1-9][0-9]{0,4}),t=([1-9][0-9]?),p=([1-9])"
                            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private final int memoryKib;
    private final int iterations;
    private final int parallelism;
    private final byte[] salt;
    private final byte[] hash;

    /// @param memoryKib 8 times `parallelism` to 65 536
    /// @param iterations 1 to 10
    /// @param parallelism 1 to 4
    /// @param salt 8 to 64 bytes
    /// @param hash 16 to 64 bytes
    PhcString(int memoryKib, int iterations, int parallelism, byte[] salt, byte[] hash) {
        if (parallelism > 4
                || memoryKib > 65_536
                || memoryKib < 8 * parallelism
                || iterations > 10
                || salt.length < 8
                || salt.length > 64
                || hash.length < 16
                || hash.length > 64) {
            throw new IllegalArgumentException("Argon2id parameters out of bounds");
        }
        this.memoryKib = memoryKib;
        this.iterations = iterations;
        this.parallelism = parallelism;
        this.salt = salt.clone();
        this.hash = hash.clone();
    }

    int memoryKib() {
        return memoryKib;
    }

    int iterations() {
        return iterations;
    }

    int parallelism() {
        return parallelism;
    }

    byte[] salt() {
        return salt.clone();
    }

    byte[] hash() {
        return hash.clone();
    }

    /// Reads the text form.
    ///
    /// @throws IllegalArgumentException when it is not one; the message never repeats the text
    static PhcString parse(String text) {
        if (text.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("not an Argon2id PHC string: too long");
        }
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("not an Argon2id PHC string of version 19");
        }
        return new PhcString(
                Integer.parseInt(form.group(1)),
                Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(3)),
                decode(form.group(4)),
                decode(form.group(5)));
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not an Argon2id PHC string: Base64 broken", e);
        }
    }

    /// The text form.
    String text() {
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        memoryKib,
                        iterations,
                        parallelism,
                        base64.encodeToString(salt),
                        base64.encodeToString(hash));
    }

    /// Without salt and hash.
    @Override
    public String toString() {
        return "PhcString[m=" + memoryKib + ",t=" + iterations + ",p=" + parallelism + "]";
    }
}
