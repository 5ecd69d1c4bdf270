package se.troskel.controller.page;

import se.troskel.protocol.mqtt.RoomState;
import se.troskel.protocol.occupancy.Quality;

/// A room on the board.
///
/// @param figure the number as far as it is sure; empty when only the level is
/// @param sensors how many of its sensors answer; empty when it has none
public record RoomView(String id, String name, Sign level, String figure, String sensors, Age age) {

    static RoomView of(RoomState room, Moment moment) {
        var texts = moment.texts();
        return new RoomView(
                room.room(),
                room.name(),
                level(room, texts),
                figure(room, texts),
                room.sensorsTotal() == 0
                        ? ""
                        : texts.get("room.sensors", room.sensorsOk(), room.sensorsTotal()),
                Age.of(room.at(), moment));
    }

    private static Sign level(RoomState room, Texts texts) {
        var people = room.people();
        if (room.few()) {
            return Sign.ok(texts.get("room.plenty"));
        }
        if (people == null || room.quality() == Quality.NONE) {
            return Sign.unknown(texts.get("room.unknown"));
        }
        if (people >= room.maxPersons()) {
            return Sign.act(texts.get("room.full"));
        }
        int percent = 100 * people / room.capacity();
        if (percent > 80) {
            return Sign.act(texts.get("room.busy"));
        }
        return percent < 50
                ? Sign.ok(texts.get("room.plenty"))
                : Sign.info("info", texts.get("room.medium"));
    }

    private static String figure(RoomState room, Texts texts) {
        var people = room.people();
        if (room.few()) {
            return texts.get("room.few");
        }
        if (people == null) {
            return "";
        }
        return switch (room.quality()) {
            case HIGH -> texts.get("room.number", people, room.capacity());
            case MEDIUM -> texts.get("room.about", Math.round(people / 5.0f) * 5, room.capacity());
            case LOW, NONE -> "";
        };
    }
}
