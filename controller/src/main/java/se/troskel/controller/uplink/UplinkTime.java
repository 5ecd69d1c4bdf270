package se.troskel.controller.uplink;

import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// Where the uplink gets its time and its chance from.
///
/// @param nanos monotonic
/// @param random spreads the attempts of many centres after an outage
public record UplinkTime(InstantSource wall, LongSupplier nanos, RandomGenerator random) {}
