package se.troskel.controller.access;

import java.time.Duration;
import java.time.Instant;

/// The first of two people at a door that asks for two: whoever comes next before `until` and is
/// somebody else is let in.
///
/// @param person id of the first
/// @param until end (exclusive)
public record SecondPersonWait(String person, Instant until) {
    /// How long the first one counts.
    public static final Duration LASTS = Duration.ofMinutes(1);
}
