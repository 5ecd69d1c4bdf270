package se.troskel.controller.register;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A ticket that this controller issued.
///
/// @param id the ticket's random number as hex, the same as in the signed code
/// @param codeLookup keyed hash of the eight characters printed under it (hex)
/// @param person whom it is for; null for a visitor without a name
/// @param room the room it is for; null when it is for the centre
/// @param validFrom start of its window
/// @param validUntil end of its window (exclusive)
/// @param registration of the candidate for whom it is, with which it stands and falls; null for a
///   ticket that stands by itself
/// @param mailed when the mail server took it in its candidate's confirmation; null before
public record IssuedTicket(
        String id,
        String codeLookup,
        @Nullable String person,
        @Nullable String room,
        Instant validFrom,
        Instant validUntil,
        @Nullable String registration,
        @Nullable Instant mailed) {
    /// A ticket that stands by itself.
    public IssuedTicket(
            String id,
            String codeLookup,
            @Nullable String person,
            @Nullable String room,
            Instant validFrom,
            Instant validUntil) {
        this(id, codeLookup, person, room, validFrom, validUntil, null, null);
    }

    IssuedTicket withMailed(@Nullable Instant at) {
        return new IssuedTicket(
                id, codeLookup, person, room, validFrom, validUntil, registration, at);
    }

    /// Whether it is the same ticket, mailed or not.
    public boolean isSame(@Nullable IssuedTicket other) {
        return other != null && withMailed(null).equals(other.withMailed(null));
    }
}
