package se.troskel.controller.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.EventBody;

/// A record before it has its place in the journal.
///
/// @param local null when there is nothing that only the centre may know
public record Draft(
        Instant at, long monoNanos, ClockTrust clock, EventBody body, @Nullable LocalBody local) {}
