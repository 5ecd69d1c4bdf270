package se.troskel.protocol.kiosk;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The values that the sentences of an [Answer] speak of; null where the sentence has none.
///
/// @param room id of the room to go to, for its route
/// @param roomName name of that room
/// @param otherRoom id of a room with space, for its route
/// @param otherRoomName name of a room with space
/// @param from start of a booking, of the hours of a card, or of the next opening
/// @param until end of a booking or of the hours of a card, closing time, or the end of a pause
/// @param unlockSeconds how long the door is unlocked from now
/// @param triesLeft how many tries of the PIN are left
/// @param centreName the centre that a ticket is for, by language (`sv` and `en` at least); null
///   when its name is not known: its code is never shown
/// @param doorName name of another door to use, because the usual one does not open; null for none
public record AnswerDetails(
        @Nullable String room,
        @Nullable String roomName,
        @Nullable String otherRoom,
        @Nullable String otherRoomName,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Integer unlockSeconds,
        @Nullable Integer triesLeft,
        @Nullable Map<String, String> centreName,
        @Nullable String doorName) {
    /// No values.
    public static final AnswerDetails NONE =
            new AnswerDetails(null, null, null, null, null, null, null, null, null, null);
}
