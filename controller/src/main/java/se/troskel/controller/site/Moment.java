package se.troskel.controller.site;

import java.time.Instant;
import se.troskel.protocol.event.ClockTrust;

/// The time of one step of the loop.
///
/// @param at wall clock, for schedules and records, as far as `clock` can be believed
/// @param nanos monotonic, for pulses and deadlines
record Moment(Instant at, long nanos, ClockTrust clock) {
    boolean isClockTrusted() {
        return clock != ClockTrust.UNTRUSTED;
    }
}
