package se.troskel.controller.api;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import se.troskel.controller.access.Claim;
import se.troskel.controller.identity.IdentityNumber;
import se.troskel.controller.intake.CardNumber;
import se.troskel.controller.keys.BreakGlassFile;
import se.troskel.controller.keys.Lookup;
import se.troskel.controller.register.CandidateNumber;
import se.troskel.controller.register.DayPass;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.site.ClaimReader;
import se.troskel.controller.ticket.PassCode;
import se.troskel.controller.ticket.TicketVerifier;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.ShortCode;

/// Reads cards, codes and short codes with the centre's own keys. Thread-safe.
public final class PresentedClaims implements ClaimReader {
    private final Lookup lookup;
    private final BreakGlassFile glass;
    private final TicketVerifier tickets;
    private final Supplier<RegisterContents> register;
    private final Supplier<LocalDate> today;

    /// Reads by these.
    ///
    /// @param today in the centre's time zone
    public PresentedClaims(
            Lookup lookup,
            BreakGlassFile glass,
            TicketVerifier tickets,
            Supplier<RegisterContents> register,
            Supplier<LocalDate> today) {
        this.lookup = lookup;
        this.glass = glass;
        this.tickets = tickets;
        this.register = register;
        this.today = today;
    }

    @Override
    public Claim claim(Medium medium, String value) {
        return switch (medium) {
            case CARD ->
                    CardNumber.fromReader(value)
                            .map(number -> card(lookup.card(number)))
                            .orElseGet(() -> new Claim.Unreadable(medium));
            case QR ->
                    PassCode.secret(value)
                            .<Claim>map(secret -> new Claim.Pass(medium, lookup.dayPass(secret)))
                            .orElseGet(() -> tickets.scanned(value, register.get()));
            case SHORT_CODE ->
                    pass(value)
                            .<Claim>map(pass -> new Claim.Pass(medium, pass.lookup()))
                            .orElseGet(
                                    () -> tickets.typed(value, register.get(), lookup::shortCode));
            case NUMBER -> candidate(value);
        };
    }

    /// What is no number at all is unreadable; a number that nobody on a list has is nobody's.
    private Claim candidate(String typed) {
        Set<String> meant =
                IdentityNumber.meanings(typed, today.get()).stream()
                        .map(IdentityNumber::value)
                        .collect(Collectors.toSet());
        if (meant.isEmpty()) {
            return new Claim.Unreadable(Medium.NUMBER);
        }
        return new Claim.Candidate(
                register.get().exams().numbers().values().stream()
                        .filter(number -> meant.contains(number.value()))
                        .map(CandidateNumber::person)
                        .collect(Collectors.toSet()));
    }

    private Optional<DayPass> pass(String typed) {
        return ShortCode.parse(typed)
                .map(code -> register.get().passByCode(lookup.shortCode(code)));
    }

    /// Break-glass before anything else: it needs no register.
    private Claim card(String hash) {
        return glass.label(hash)
                .<Claim>map(Claim.BreakGlass::new)
                .orElseGet(() -> new Claim.Card(hash));
    }
}
