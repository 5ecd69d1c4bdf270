package se.troskel.protocol.kiosk;

import java.time.Instant;
import java.util.List;
import se.troskel.protocol.mqtt.DoorStatus;
import se.troskel.protocol.mqtt.RoomState;

/// Rooms and doors for staff at a terminal, with every number.
///
/// @param unlockMinutes how long a door is unlocked from there
public record StaffView(
        Instant at, int unlockMinutes, List<DoorStatus> doors, List<RoomState> rooms) {
    public StaffView {
        doors = List.copyOf(doors);
        rooms = List.copyOf(rooms);
    }
}
