package se.troskel.controller.commissioning;

/// A fact that a step waits for. Facts of one device are waited for in their order; those of
/// different devices may come in any.
///
/// @param device the device's id
public record Expected(String device, Fact fact) {}
