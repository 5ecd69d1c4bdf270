package se.troskel.controller.register;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A card or fob of a person.
///
/// @param lookup keyed hash of its number (hex); the number itself is kept nowhere
/// @param person id of its holder
/// @param pinHash PHC string (Argon2id); null when no PIN was chosen
/// @param validUntil end of the card's own validity (exclusive); null when it has none
/// @param blocked whether staff blocked it or it was reported lost
public record Credential(
        String lookup,
        String person,
        @Nullable String pinHash,
        @Nullable Instant validUntil,
        boolean blocked) {
    @Override
    public String toString() {
        return "Credential[" + person + "]";
    }
}
