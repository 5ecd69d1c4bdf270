package se.troskel.protocol.event;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One journal record as the region gets it: everything but the local body, of which only the hash
/// goes up.
///
/// `hash` = SHA-256(`previous` || envelope || body || `local`), where the hashes are their 32
/// bytes, and envelope and body the UTF-8 of their compact JSON with the members in the order they
/// are sent. `local` counts as 32 zero bytes when it is null. So a reader checks the chain without
/// knowing every member.
///
/// @param envelope an [Envelope] as JSON, members unknown to this version included
/// @param body the [EventBody] of the envelope's type as JSON
/// @param local hex SHA-256 of the local body's ciphertext, null when the record has none
/// @param previous hex hash of the record before; 64 zeros for the first record of an epoch
/// @param hash hex hash of this record
public record EventMessage(
        String centre,
        JsonNode envelope,
        JsonNode body,
        @Nullable String local,
        String previous,
        String hash) {}
