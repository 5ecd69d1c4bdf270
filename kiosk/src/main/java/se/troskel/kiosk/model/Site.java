package se.troskel.kiosk.model;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Device.ReaderPosition;
import se.troskel.kiosk.text.Language;

/// What is configured about this terminal.
///
/// @param kiosk its device id
/// @param centreName shown until the controller says it
/// @param phone shown until the controller says it; null for none
/// @param languages at least one; the first is the default
/// @param ways the ways from here to the rooms
public record Site(
        String kiosk,
        String centreName,
        ZoneId zone,
        @Nullable String phone,
        List<Language> languages,
        ReaderPosition readerPosition,
        Ways ways) {
    public Site {
        languages = List.copyOf(languages);
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("a terminal has at least one language");
        }
    }
}
