package se.troskel.region.page;

import se.troskel.protocol.mqtt.RoomState;

/// A room on its centre's card.
///
/// @param sensors "2/3", or "inga" when it is counted by check-ins only
/// @param sensorsMissing whether some sensor does not answer
public record RoomLine(
        String name, People people, int capacity, String sensors, boolean sensorsMissing) {
    static RoomLine of(RoomState room) {
        boolean none = room.sensorsTotal() == 0;
        return new RoomLine(
                room.name(),
                People.of(room),
                room.capacity(),
                none ? "inga" : room.sensorsOk() + "/" + room.sensorsTotal(),
                room.sensorsOk() < room.sensorsTotal());
    }
}
