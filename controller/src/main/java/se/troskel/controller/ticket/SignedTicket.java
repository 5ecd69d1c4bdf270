package se.troskel.controller.ticket;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Optional;

/// A ticket as it stands in a QR code: `TR1:` and the Base45 of a [TicketCode] and the 64 bytes of
/// its Ed25519 signature. Upper-case Base45 keeps the QR code in alphanumeric mode. Immutable.
final class SignedTicket {
    static final String PREFIX = "TR1:";

    /// The longest text there can be: two ids of 32 characters.
    static final int MAX_TEXT = 232;

    private static final int SIGNATURE_LENGTH = 64;

    private final TicketCode code;
    private final byte[] signature;

    SignedTicket(TicketCode code, byte[] signature) {
        this.code = code;
        this.signature = signature.clone();
    }

    /// The ticket in a scanned text; empty when it has not exactly this form. Whether the signature
    /// holds is not looked at.
    static Optional<SignedTicket> parse(String text) {
        if (text.length() > MAX_TEXT || !text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        byte[] bytes = Base45.decode(text.substring(PREFIX.length()));
        if (bytes == null) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            return TicketCode.read(buffer).flatMap(code -> withSignature(code, buffer));
        } catch (BufferUnderflowException _) {
            return Optional.empty();
        }
    }

    private static Optional<SignedTicket> withSignature(TicketCode code, ByteBuffer buffer) {
        if (buffer.remaining() != SIGNATURE_LENGTH) {
            return Optional.empty();
        }
        byte[] signature = new byte[SIGNATURE_LENGTH];
        buffer.get(signature);
        return Optional.of(new SignedTicket(code, signature));
    }

    TicketCode code() {
        return code;
    }

    byte[] signature() {
        return signature.clone();
    }

    boolean isSignedBy(PublicKey key) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(code.bytes());
            return verifier.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    String text() {
        byte[] signed = code.bytes();
        return PREFIX
                + Base45.encode(
                        ByteBuffer.allocate(signed.length + signature.length)
                                .put(signed)
                                .put(signature)
                                .array());
    }
}
