package se.troskel.kiosk.text;

import java.util.Map;
import se.troskel.protocol.door.DoorAlarm;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.mqtt.DoorStatus;
import se.troskel.protocol.mqtt.RoomState;
import se.troskel.protocol.occupancy.Quality;

/// Rooms and doors in words, for staff.
public final class StaffText {
    private StaffText() {}

    /// Whether somebody should look after a door.
    public static boolean isInTrouble(DoorStatus door) {
        return door.alarm() != DoorAlarm.NORMAL || door.jammed() || door.notOpening();
    }

    /// What matters most about a door, for example `Olåst till 09.29` or `Låset följer inte med`.
    public static String state(DoorStatus door, Texts texts, Place place) {
        if (door.alarm() != DoorAlarm.NORMAL) {
            return texts.get("staff.alarm." + door.alarm());
        }
        if (door.jammed()) {
            return texts.get("staff.jammed");
        }
        if (door.notOpening()) {
            return texts.get("staff.notOpening");
        }
        String key = "staff.mode." + door.mode();
        return door.until() == null || !isOpen(door)
                ? texts.get(key)
                : texts.get(
                        key + ".until", Map.of("until", Times.clock(door.until(), texts, place)));
    }

    /// What an order came to, by how the door stands now.
    public static String said(boolean done, DoorStatus door, Texts texts, Place place) {
        Map<String, String> values = Map.of("door", door.name());
        if (!done) {
            return texts.get("staff.notDone", values);
        }
        if (!isOpen(door)) {
            return texts.get("staff.isLocked", values);
        }
        return door.until() == null
                ? texts.get("staff.isUnlocked", values)
                : texts.get(
                        "staff.isUnlockedUntil",
                        Map.of(
                                "door",
                                door.name(),
                                "until",
                                Times.clock(door.until(), texts, place)));
    }

    /// Told, sensed lock and sensed position side by side, never merged.
    public static String sides(DoorStatus door, Texts texts) {
        return String.join(
                " · ",
                texts.get("staff.told", Map.of("is", texts.get("staff.told." + door.told()))),
                texts.get("staff.lockIs", Map.of("is", texts.get("staff.lockIs." + door.lock()))),
                texts.get(
                        "staff.contact",
                        Map.of("is", texts.get("staff.contact." + door.contact()))));
    }

    /// How many are in a room and how sure that is.
    public static String room(RoomState room, Texts texts) {
        Integer people = room.people();
        boolean sure = room.quality() == Quality.HIGH || room.quality() == Quality.MEDIUM;
        if (people == null || !sure) {
            return texts.get("staff.room.unknown", Map.of("name", room.name()));
        }
        return texts.get(
                room.quality() == Quality.HIGH ? "staff.room" : "staff.room.about",
                Map.of("name", room.name(), "people", people.toString()));
    }

    private static boolean isOpen(DoorStatus door) {
        return door.mode() == DoorMode.UNLOCKED
                || door.mode() == DoorMode.ACCESSED
                || door.mode() == DoorMode.LOCKED_OPEN;
    }
}
