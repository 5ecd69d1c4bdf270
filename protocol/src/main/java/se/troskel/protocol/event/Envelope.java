package se.troskel.protocol.event;

import java.time.Instant;
import java.util.UUID;

/// What every journal record says about itself.
///
/// @param id unique over all centres and times (UUID version 7)
/// @param centre the centre's code
/// @param epoch random id of this journal's life; new only when a journal is newly made or restored
/// @param seq position in the journal from 1, continuing over restarts
/// @param at wall-clock time, as far as `clock` can be believed
/// @param boot random id of this run of the controller
/// @param monoNanos monotonic time of this boot; comparable only between records of the same `boot`
/// @param clock how far `at` can be believed
/// @param type the kind of event
public record Envelope(
        UUID id,
        String centre,
        String epoch,
        long seq,
        Instant at,
        String boot,
        long monoNanos,
        ClockTrust clock,
        EventType type) {}
