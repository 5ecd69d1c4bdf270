package se.troskel.controller.ticket;

import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Trust;
import se.troskel.config.TrustedCentre;
import se.troskel.config.TrustedKey;
import se.troskel.controller.access.Claim;
import se.troskel.controller.register.IssuedTicket;
import se.troskel.controller.register.RegisterContents;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.ShortCode;

/// Turns what was scanned or typed into a claim: form and signature are checked here, everything
/// else by [se.troskel.controller.access.Access]. Immutable; any thread but the site loop, since
/// verifying takes about a tenth of a millisecond. Nothing is ever opened, fetched or logged.
///
/// A ticket of another centre is told as that: with the centre's name when a key of its trust file
/// has signed it and is trusted now, without when not. It is refused either way, and a key of
/// another centre can never make a ticket of this one.
public final class TicketVerifier {
    private final TicketKeys keys;
    private final String centre;
    private final Trust others;
    private final InstantSource wall;

    /// @param centre this one's code
    /// @param others the other centres' public keys
    public TicketVerifier(TicketKeys keys, String centre, Trust others, InstantSource wall) {
        this.keys = keys;
        this.centre = centre;
        this.others = others;
        this.wall = wall;
    }

    /// The claim of a scanned text.
    public Claim scanned(String text, RegisterContents register) {
        return SignedTicket.parse(text)
                .map(ticket -> read(ticket, register))
                .orElseGet(() -> new Claim.Unreadable(Medium.QR));
    }

    private Claim read(SignedTicket ticket, RegisterContents register) {
        TicketCode code = ticket.code();
        Optional<TicketKey> key = keys.byId(code.keyId());
        if (key.isPresent() && !ticket.isSignedBy(key.get().open())) {
            return new Claim.Unreadable(Medium.QR, true);
        }
        if (!code.centre().equals(centre)) {
            return ofAnother(ticket);
        }
        if (key.isEmpty()) {
            return new Claim.Unreadable(Medium.QR);
        }
        String id = HexFormat.of().toHexDigits(code.id());
        IssuedTicket issued = register.tickets().get(id);
        return new Claim.Ticket(
                Medium.QR,
                id,
                issued == null ? null : issued.person(),
                code.room(),
                code.validFrom(),
                isWithdrawn(issued, register) ? code.validFrom() : code.validUntil());
    }

    private Claim ofAnother(SignedTicket ticket) {
        String id = HexFormat.of().toHexDigits(ticket.code().keyId());
        Optional<Trust.Owned> found =
                others.key(TrustedKey.Use.TICKET, id)
                        .filter(owned -> owned.key().isTrusted(wall.instant()));
        if (found.isEmpty()) {
            return new Claim.OtherCentre(Medium.QR, null);
        }
        TrustedCentre owner = found.get().owner();
        boolean genuine =
                owner.centre().equals(ticket.code().centre())
                        && ticket.isSignedBy(found.get().key().publicKey());
        return genuine
                ? new Claim.OtherCentre(Medium.QR, owner.name())
                : new Claim.Unreadable(Medium.QR, true);
    }

    /// The claim of a typed short code.
    ///
    /// @param keyedHash the look-up hash that [IssuedTicket#codeLookup()] was made with
    public Claim typed(String text, RegisterContents register, UnaryOperator<String> keyedHash) {
        IssuedTicket issued =
                ShortCode.parse(text)
                        .map(code -> register.ticketByCode(keyedHash.apply(code)))
                        .orElse(null);
        return issued == null
                ? new Claim.Unreadable(Medium.SHORT_CODE)
                : new Claim.Ticket(
                        Medium.SHORT_CODE,
                        issued.id(),
                        issued.person(),
                        issued.room(),
                        issued.validFrom(),
                        isWithdrawn(issued, register) ? issued.validFrom() : issued.validUntil());
    }

    /// Whether the registration that it stands and falls with does not stand: then it is over. Its
    /// person is told all the same, so that an exam's terminal can say more.
    private static boolean isWithdrawn(@Nullable IssuedTicket issued, RegisterContents register) {
        String registration = issued == null ? null : issued.registration();
        return registration != null && register.exams().standing(registration).isEmpty();
    }
}
