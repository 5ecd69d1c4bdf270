package se.troskel.controller.exam;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Time in which nobody could write: an alarm, a power cut.
///
/// @param until null while it lasts
public record Interruption(String sitting, Instant from, @Nullable Instant until) {}
