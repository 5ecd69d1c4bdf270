package se.troskel.controller.ticket;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/// One Ed25519 key pair for tickets.
///
/// @param id the first four bytes of the SHA-256 of the encoded public key
record TicketKey(int id, PrivateKey secret, PublicKey open) {
    private static final String ALGORITHM = "Ed25519";

    static TicketKey generate() {
        try {
            return of(KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new TicketKeyException("cannot make a ticket key with this JDK", e);
        }
    }

    static TicketKey of(KeyPair pair) throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(pair.getPublic().getEncoded());
        return new TicketKey(ByteBuffer.wrap(hash).getInt(), pair.getPrivate(), pair.getPublic());
    }

    SignedTicket sign(TicketCode code) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(code.bytes());
            return new SignedTicket(code, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new TicketKeyException("cannot sign a ticket with this JDK", e);
        }
    }

    @Override
    public String toString() {
        return "TicketKey[%08x]".formatted(id);
    }
}
