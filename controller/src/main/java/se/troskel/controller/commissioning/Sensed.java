package se.troskel.controller.commissioning;

import java.time.Instant;

/// A fact that came.
///
/// @param device the device's id
public record Sensed(String device, Fact fact, Instant at) {}
