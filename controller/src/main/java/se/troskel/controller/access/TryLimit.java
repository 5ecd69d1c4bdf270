package se.troskel.controller.access;

import java.time.Duration;
import se.troskel.config.AccessRules;

/// How many wrong tries there are before a pause, and how long it is.
///
/// @param tries 1 or more
public record TryLimit(int tries, Duration pause) {
    /// Of the PIN of one card.
    public static TryLimit ofPins(AccessRules rules) {
        return new TryLimit(rules.pinTries(), Duration.ofMinutes(rules.pinPauseMinutes()));
    }

    /// Of short codes at one terminal.
    public static TryLimit ofShortCodes(AccessRules rules) {
        return new TryLimit(
                rules.shortCodeTries(), Duration.ofMinutes(rules.shortCodePauseMinutes()));
    }
}
