package se.troskel.protocol.mqtt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.OpeningMode;

/// Whether a centre is there and how it is open. Also the last will, then with `online` false and
/// the rest as it was when the connection was made.
///
/// @param online whether the controller is connected
/// @param at when this was true
/// @param mode null when the controller cannot tell (no trusted clock)
/// @param until when the mode changes next; null when it is not known
/// @param epoch the journal's epoch
/// @param lastSeq last committed record of the journal; 0 when it is empty
/// @param hash hex hash of that record; 64 zeros when the journal is empty
/// @param version the controller's version
public record CentreState(
        String centre,
        String name,
        boolean online,
        Instant at,
        @Nullable OpeningMode mode,
        @Nullable Instant until,
        String epoch,
        long lastSeq,
        String hash,
        String version) {}
