package se.troskel.config;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which centre it is.
///
/// @param code short code used in topics and tickets, for example `KAT`
/// @param municipalityCode four digits (SCB)
/// @param timeZone IANA name, for example `Europe/Stockholm`
/// @param phone shown to people who need help outside staffed hours; null when there is none
/// @param languages the terminal's languages in order, the first is the default: `sv`, `en`, ...
public record Centre(
        String code,
        String name,
        String municipality,
        String municipalityCode,
        String address,
        ZoneId timeZone,
        @Nullable String phone,
        List<String> languages) {
    public Centre {
        languages = List.copyOf(languages);
    }
}
