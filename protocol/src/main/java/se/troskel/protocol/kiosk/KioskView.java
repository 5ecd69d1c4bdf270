package se.troskel.protocol.kiosk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.decision.Purpose;

/// What an idle terminal shows. GET `/api/v1/kiosk/view`, and event `view` of
/// `/api/v1/kiosk/events` (server-sent events) after each change.
///
/// @param at the controller's wall clock when this was made
/// @param timeZone IANA name, for showing every time in this API
/// @param mode null when the clock cannot be trusted
/// @param until when the mode changes next; null when not known
/// @param today the opening periods of the day, in order; empty on a closed day
/// @param nextOpening the next instant at which the centre opens; null when open now or none is
///   planned
/// @param phone null when the centre has none
/// @param hasRegister false while nobody is registered: the terminal then says how to get a card
/// @param deskHours today's or the next staffed period; null when none is planned
/// @param purposes what a visit can be for, in the order shown; empty when it is not asked
/// @param guests whether visits without a card are counted at this terminal now
/// @param enrolment set while a new student is to choose a PIN at this terminal
/// @param closing the warning that the centre closes with nobody at the desk; null when none is due
/// @param evacuate whether the building is being evacuated
/// @param closedFor what this closed day is called, by language, `sv` at least; null when the
///   centre is not closed all day, or it is not known
/// @param trouble the door that this terminal unlocked last did not open; null when it did
/// @param examNow whether people may come to an exam here now: the terminal then asks for it first
public record KioskView(
        String centre,
        String centreName,
        Instant at,
        String timeZone,
        @Nullable OpeningMode mode,
        @Nullable Instant until,
        List<Period> today,
        @Nullable Instant nextOpening,
        @Nullable String phone,
        List<String> languages,
        List<Room> rooms,
        boolean hasRegister,
        @Nullable Period deskHours,
        List<Purpose> purposes,
        boolean guests,
        @Nullable String enrolment,
        @Nullable Closing closing,
        boolean evacuate,
        @Nullable Map<String, String> closedFor,
        @Nullable DoorTrouble trouble,
        boolean examNow) {
    public KioskView {
        today = List.copyOf(today);
        languages = List.copyOf(languages);
        rooms = List.copyOf(rooms);
        purposes = List.copyOf(purposes);
        closedFor = closedFor == null ? null : Map.copyOf(closedFor);
    }

    /// An opening period.
    public record Period(Instant from, Instant until, OpeningMode mode) {}

    /// The centre closes soon, or just did (DOMAIN 5.1 row 20).
    ///
    /// @param inMinutes whole minutes left, rounded up; 0 during the minute after closing
    /// @param warning minutes before closing of the configured warning in force; another one is
    ///   heard
    public record Closing(int inMinutes, int warning) {}

    /// A door that was unlocked for somebody and did not open.
    ///
    /// @param presentation the presentation or visit that it was unlocked for
    /// @param otherDoor name of another door to the same room; null when there is none
    public record DoorTrouble(UUID presentation, @Nullable String otherDoor) {}

    /// A room that visitors may use.
    ///
    /// @param level how full it is in a word
    public record Room(String id, String name, Level level) {}

    /// How full a room is.
    public enum Level {
        PLENTY,
        SOME,
        CROWDED,
        FULL,
        UNKNOWN
    }
}
