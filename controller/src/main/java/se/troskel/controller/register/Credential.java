package se.troskel.controller.register;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A card or fob of a person.
///
/// @param lookup keyed hash of its number (hex); the number itself is kept nowhere
/// @param person id of its holder; [#NOBODY] of a spare card whose last loan is forgotten
/// @param pinHash PHC string (Argon2id); null when no PIN was chosen
/// @param validUntil end of the card's own validity (exclusive); null when it has none
/// @param blocked whether staff blocked it or it was reported lost
/// @param loan the number written on a spare card that is lent until `validUntil`; null for a card
///   of the person's own. A spare card stays known after its loan, so that it can be lent again
public record Credential(
        String lookup,
        String person,
        @Nullable String pinHash,
        @Nullable Instant validUntil,
        boolean blocked,
        @Nullable String loan) {
    /// Whose a card is that is nobody's; ids of people are of letters and digits only.
    public static final String NOBODY = "nobody-has-this-card";

    /// A card of the person's own.
    public Credential(
            String lookup,
            String person,
            @Nullable String pinHash,
            @Nullable Instant validUntil,
            boolean blocked) {
        this(lookup, person, pinHash, validUntil, blocked, null);
    }

    /// The same card, blocked or not.
    Credential withBlocked(boolean isBlocked) {
        return new Credential(lookup, person, pinHash, validUntil, isBlocked, loan);
    }

    /// The same card with a PIN.
    Credential withPin(String hash) {
        return new Credential(lookup, person, hash, validUntil, blocked, loan);
    }

    /// The same card, which nobody has.
    Credential withoutHolder() {
        return new Credential(lookup, NOBODY, null, validUntil, blocked, loan);
    }

    @Override
    public String toString() {
        return "Credential[" + person + "]";
    }
}
