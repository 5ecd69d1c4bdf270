package se.troskel.region.picture;

import java.time.Instant;

/// Events that a centre gave up before the region had them.
///
/// @param events how many, 1 or more
/// @param noticed when the region heard of the last of them
public record Missing(long events, Instant noticed) {}
