package se.troskel.kiosk.text;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.kiosk.KioskView;

/// What the sentences need to know of the centre now.
///
/// @param now wall clock; decides what "today" is
/// @param mode null when not known
/// @param phone null when the centre has none
/// @param desk today's or the next staffed period; null when none is planned
/// @param closedFor what this closed day is called, by language; null when that is not known
public record Place(
        Instant now,
        ZoneId zone,
        @Nullable OpeningMode mode,
        @Nullable String phone,
        KioskView.@Nullable Period desk,
        @Nullable Map<String, String> closedFor) {

    /// As the controller says, and as configured where it has not said anything yet.
    public static Place of(
            @Nullable KioskView view, Instant now, ZoneId zone, @Nullable String phone) {
        return view == null
                ? new Place(now, zone, null, phone, null, null)
                : new Place(
                        now, zone, view.mode(), view.phone(), view.deskHours(), view.closedFor());
    }
}
