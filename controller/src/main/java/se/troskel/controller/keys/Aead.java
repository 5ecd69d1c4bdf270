package se.troskel.controller.keys;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import se.troskel.protocol.AccessSystemException;

/// Authenticated encryption under one key: AES-GCM with a random nonce of 12 bytes in front and a
/// tag of 16 behind. Thread-safe.
///
/// @param key AES, 256 bits
public record Aead(SecretKey key) {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    /// Encrypts.
    ///
    /// @param context what the text belongs to; the same must be given to open it
    public byte[] seal(byte[] text, byte[] context) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context);
            byte[] sealed = new byte[NONCE_BYTES + cipher.getOutputSize(text.length)];
            System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
            cipher.doFinal(text, 0, text.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot encrypt with AES-GCM", e);
        }
    }

    /// Decrypts.
    ///
    /// @throws WrongKeyException when it was sealed under another key or context, or changed since
    public byte[] open(byte[] sealed, byte[] context) {
        if (sealed.length < NONCE_BYTES) {
            throw new WrongKeyException();
        }
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    key,
                    new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
            cipher.updateAAD(context);
            return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new WrongKeyException(e);
        }
    }

    @Override
    public String toString() {
        return "Aead";
    }

    /// The bytes were not sealed under this key for this place.
    public static final class WrongKeyException extends AccessSystemException {
        private static final long serialVersionUID = 1L;
        private static final String MESSAGE =
                "encrypted bytes do not open: another key, another place, or changed";

        public WrongKeyException() {
            super(MESSAGE);
        }

        WrongKeyException(Throwable cause) {
            super(MESSAGE, cause);
        }
    }
}
