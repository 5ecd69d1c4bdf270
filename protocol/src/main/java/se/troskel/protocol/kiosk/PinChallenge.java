package se.troskel.protocol.kiosk;

import java.time.Instant;

/// A decision that waits for a PIN.
///
/// @param triesLeft 1 or more
/// @param expires after this the card has to be shown again
public record PinChallenge(String id, int triesLeft, Instant expires) {}
