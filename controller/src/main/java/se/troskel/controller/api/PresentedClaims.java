package se.troskel.controller.api;

import java.util.function.Supplier;
import se.troskel.controller.access.Claim;
import se.troskel.controller.intake.CardNumber;
import se.troskel.controller.keys.BreakGlassFile;
import se.troskel.controller.keys.Lookup;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.site.ClaimReader;
import se.troskel.controller.ticket.TicketVerifier;
import se.troskel.protocol.decision.Medium;

/// Reads cards, codes and short codes with the centre's own keys. Thread-safe.
public final class PresentedClaims implements ClaimReader {
    private final Lookup lookup;
    private final BreakGlassFile glass;
    private final TicketVerifier tickets;
    private final Supplier<RegisterContents> register;

    public PresentedClaims(
            Lookup lookup,
            BreakGlassFile glass,
            TicketVerifier tickets,
            Supplier<RegisterContents> register) {
        this.lookup = lookup;
        this.glass = glass;
        this.tickets = tickets;
        this.register = register;
    }

    @Override
    public Claim claim(Medium medium, String value) {
        return switch (medium) {
            case CARD ->
                    CardNumber.fromReader(value)
                            .map(number -> card(lookup.card(number)))
                            .orElseGet(() -> new Claim.Unreadable(medium));
            case QR -> tickets.scanned(value, register.get());
            case SHORT_CODE -> tickets.typed(value, register.get(), lookup::shortCode);
        };
    }

    /// Break-glass before anything else: it needs no register.
    private Claim card(String hash) {
        return glass.label(hash)
                .<Claim>map(Claim.BreakGlass::new)
                .orElseGet(() -> new Claim.Card(hash));
    }
}
