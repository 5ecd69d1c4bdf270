package se.troskel.controller.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.random.RandomGenerator;
import se.troskel.controller.keys.Lookup;
import se.troskel.controller.register.RegisterContents;

/// What an import is compared with.
///
/// @param register what the register holds now
/// @param personKeys id of the person by keyed hash of what imports know them by
/// @param zone the centre's
/// @param random makes ids of new people, bookings and imports
public record IntakeContext(
        RegisterContents register,
        Map<String, String> personKeys,
        Lookup lookup,
        ZoneId zone,
        Instant now,
        RandomGenerator random) {
    public IntakeContext {
        personKeys = Map.copyOf(personKeys);
    }

    Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }
}
