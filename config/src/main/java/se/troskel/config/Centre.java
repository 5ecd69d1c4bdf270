package se.troskel.config;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which centre it is.
///
/// @param code short code used in topics and tickets, for example `KAT`
/// @param name as people call it, on screens and pages
/// @param municipality its name
/// @param municipalityCode four digits (SCB)
/// @param address street and town, for those who need to find the entrance
/// @param timeZone IANA name, for example `Europe/Stockholm`
/// @param phone shown to people who need help outside staffed hours; null when there is none
/// @param languages the terminal's languages in order, the first is the default: `sv`, `en`, ...
public record Centre(
        @Form(value = Form.ID, example = "KAT") String code,
        String name,
        String municipality,
        @Form(value = "^[0-9]{4}$", example = "0483") String municipalityCode,
        String address,
        ZoneId timeZone,
        @Form(value = "^\\+?[0-9][0-9 -]{4,18}[0-9]$", example = "0150-00 00 00")
                @Nullable String phone,
        @Form(value = Form.LANGUAGE, example = "sv") List<String> languages) {
    public Centre {
        languages = List.copyOf(languages);
    }
}
