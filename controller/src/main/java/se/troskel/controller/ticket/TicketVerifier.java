package se.troskel.controller.ticket;

import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;
import se.troskel.controller.access.Claim;
import se.troskel.controller.register.IssuedTicket;
import se.troskel.controller.register.RegisterContents;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.ShortCode;

/// Turns what was scanned or typed into a claim: form and signature are checked here, everything
/// else by [se.troskel.controller.access.Access]. Immutable; any thread but the site loop, since
/// verifying takes about a tenth of a millisecond. Nothing is ever opened, fetched or logged.
///
/// A well-formed ticket of another centre whose key is not known here becomes a claim of that
/// centre: the decision refuses it by name whatever else it says.
public final class TicketVerifier {
    private final TicketKeys keys;
    private final String centre;

    public TicketVerifier(TicketKeys keys, String centre) {
        this.keys = keys;
        this.centre = centre;
    }

    /// The claim of a scanned text.
    public Claim scanned(String text, RegisterContents register) {
        Optional<SignedTicket> parsed = SignedTicket.parse(text);
        if (parsed.isEmpty()) {
            return new Claim.Unreadable(Medium.QR);
        }
        TicketCode code = parsed.get().code();
        Optional<TicketKey> key = keys.byId(code.keyId());
        if (key.isPresent() && !key.get().signed(parsed.get())) {
            return new Claim.Unreadable(Medium.QR, true);
        }
        if (key.isEmpty() && code.centre().equals(centre)) {
            return new Claim.Unreadable(Medium.QR);
        }
        String id = HexFormat.of().toHexDigits(code.id());
        IssuedTicket issued = register.tickets().get(id);
        return new Claim.Ticket(
                Medium.QR,
                id,
                code.centre(),
                issued == null ? null : issued.person(),
                code.room(),
                code.validFrom(),
                code.validUntil());
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
                        centre,
                        issued.person(),
                        issued.room(),
                        issued.validFrom(),
                        issued.validUntil());
    }
}
