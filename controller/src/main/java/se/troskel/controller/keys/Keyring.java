package se.troskel.controller.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The controller's own private keys, but for the tickets'. Immutable.
///
/// They are made at the first start. Later a key that is missing is never made anew, because what
/// it locks would be lost without a word: the controller refuses to start until the file is
/// restored.
public final class Keyring {
    private static final int KEY_BYTES = 32;
    private static final String AES = "AES";
    private static final String HMAC = "HmacSHA256";
    private static final String SIGNATURE = "Ed25519";

    private final SecretKey register;
    private final SecretKey registerLog;
    private final SecretKey localBodies;
    private final Lookup lookup;
    private final KeyPair record;

    private Keyring(KeyFolder folder) throws IOException, GeneralSecurityException {
        register = new SecretKeySpec(folder.read("register.key", KEY_BYTES), AES);
        registerLog = new SecretKeySpec(folder.read("register-log.key", KEY_BYTES), AES);
        localBodies = new SecretKeySpec(folder.read("local-bodies.key", KEY_BYTES), AES);
        lookup = new Lookup(new SecretKeySpec(folder.read("look-up.key", KEY_BYTES), HMAC));
        record = recordPair(folder);
    }

    /// Reads the keys in `dir`; makes folder (mode 0700) and keys (mode 0600) when this is the
    /// first start. Blocks.
    ///
    /// @throws KeysUnusableException when a key is missing, damaged, or others may read it; the
    ///   controller must not start
    public static Keyring open(Path dir) {
        try {
            if (!Files.exists(dir)) {
                Files.createDirectories(
                        dir,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
            }
            KeyFolder folder = new KeyFolder(dir);
            if (!folder.isComplete()) {
                make(folder);
            }
            return new Keyring(folder);
        } catch (IOException | GeneralSecurityException e) {
            throw new KeysUnusableException(dir + ": the keys cannot be read or made: " + e, e);
        }
    }

    /// The public half of [#record()] alone; touches no private key. Blocks.
    ///
    /// @throws KeysUnusableException when there are no keys in `dir` yet, or they cannot be read;
    ///   the caller says so
    public static PublicKey recordPublicKey(Path dir) {
        try {
            return recordPublicKey(new KeyFolder(dir));
        } catch (IOException | GeneralSecurityException e) {
            throw new KeysUnusableException(dir + ": the keys cannot be read: " + e, e);
        }
    }

    private static PublicKey recordPublicKey(KeyFolder folder)
            throws IOException, GeneralSecurityException {
        return KeyFactory.getInstance(SIGNATURE)
                .generatePublic(
                        new X509EncodedKeySpec(folder.read("record.pub", KeyFolder.ANY_LENGTH)));
    }

    private static void make(KeyFolder folder) throws IOException, GeneralSecurityException {
        SecureRandom random = new SecureRandom();
        for (String name :
                new String[] {
                    "register.key", "register-log.key", "local-bodies.key", "look-up.key"
                }) {
            byte[] key = new byte[KEY_BYTES];
            random.nextBytes(key);
            folder.write(name, key);
        }
        KeyPair pair = KeyPairGenerator.getInstance(SIGNATURE).generateKeyPair();
        folder.write("record.key", pair.getPrivate().getEncoded());
        folder.write("record.pub", pair.getPublic().getEncoded());
        folder.complete();
    }

    private static KeyPair recordPair(KeyFolder folder)
            throws IOException, GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance(SIGNATURE);
        PrivateKey own =
                factory.generatePrivate(
                        new PKCS8EncodedKeySpec(folder.read("record.key", KeyFolder.ANY_LENGTH)));
        return new KeyPair(recordPublicKey(folder), own);
    }

    /// AES-256: the register's database and snapshots.
    public SecretKey register() {
        return register;
    }

    /// AES-256: the register's log of edits.
    public SecretKey registerLog() {
        return registerLog;
    }

    /// AES-256: wraps the keys of the journal's local bodies.
    public SecretKey localBodies() {
        return localBodies;
    }

    /// Keyed hashes of card numbers, short codes and personal numbers.
    public Lookup lookup() {
        return lookup;
    }

    /// Ed25519: signs exam records and journal anchors.
    public KeyPair record() {
        return record;
    }

    @Override
    public String toString() {
        return "Keyring";
    }
}
