package se.troskel.controller.journal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.journal.log.ChainHash;
import se.troskel.controller.journal.log.LogBeginning;
import se.troskel.protocol.event.Chain;
import se.troskel.protocol.json.Json;
import se.troskel.protocol.mqtt.SeqRange;

/// What stands for a journal's retired records: how far they reached, signed with the controller's
/// record key. Immutable.
///
/// @param key the Ed25519 public key that it is signed with (X.509) in Base64; whether that key is
///   to be trusted is another question
/// @param signature of the statement's compact JSON, in Base64
public record JournalAnchor(Statement statement, String key, String signature) {
    private static final String ALGORITHM = "Ed25519";
    private static final int ID_BYTES = 4;

    /// What is signed.
    ///
    /// @param segment number of the last retired segment, 1 or more
    /// @param seq the last retired record, 1 or more
    /// @param hash its chain hash
    /// @param at when it was retired
    /// @param acknowledged what the region had of this journal then; seq 0 for nothing
    /// @param gap the records that the region never acknowledged and that were given up for want of
    ///   disk; null for none
    /// @param carried how many of the retired records are kept behind the anchor
    /// @param carriedHash SHA-256 of the bytes that follow the anchor in its file
    public record Statement(
            String centre,
            String epoch,
            long segment,
            long seq,
            String hash,
            Instant at,
            AcknowledgedHead acknowledged,
            @Nullable SeqRange gap,
            int carried,
            String carriedHash) {
        public Statement {
            if (segment < 1 || seq < 1 || !Chain.isHash(hash)) {
                throw new IllegalArgumentException("an anchor names a segment, a record, a hash");
            }
        }

        Statement with(AcknowledgedHead now) {
            return new Statement(
                    centre, epoch, segment, seq, hash, at, now, gap, carried, carriedHash);
        }
    }

    static JournalAnchor sign(Statement statement, KeyPair key) {
        try {
            Signature signer = Signature.getInstance(ALGORITHM);
            signer.initSign(key.getPrivate());
            signer.update(Json.write(statement));
            return new JournalAnchor(
                    statement, text(key.getPublic().getEncoded()), text(signer.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot sign with Ed25519", e);
        }
    }

    /// Whether the signature is the key's over just this statement.
    boolean isIntact() {
        try {
            byte[] encoded = bytes(key);
            byte[] signed = bytes(signature);
            // one anchor has one text: Base64 could say the same in several
            if (!text(encoded).equals(key) || !text(signed).equals(signature)) {
                return false;
            }
            PublicKey signer =
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePublic(new X509EncodedKeySpec(encoded));
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(signer);
            verifier.update(Json.write(statement));
            return verifier.verify(signed);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /// Whether it names this key as its signer's.
    public boolean isOf(PublicKey signer) {
        return key.equals(text(signer.getEncoded()));
    }

    /// Eight hexadecimal digits by which people compare keys: the first four bytes of its SHA-256.
    public String keyId() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes(key));
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    LogBeginning beginning() {
        return new LogBeginning(
                statement.epoch(),
                statement.segment(),
                statement.seq(),
                ChainHash.of(HexFormat.of().parseHex(statement.hash())));
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text);
    }
}
