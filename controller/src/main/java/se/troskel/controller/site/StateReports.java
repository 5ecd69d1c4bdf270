package se.troskel.controller.site;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import se.troskel.protocol.mqtt.DeviceState;
import se.troskel.protocol.mqtt.DoorStatus;
import se.troskel.protocol.mqtt.RoomState;
import se.troskel.protocol.mqtt.Topics;

/// Turns what is true at the centre into retained messages: one per room, door and device, sent
/// when it changed or its age would otherwise look stale. Called on the loop's thread; the
/// publisher must only enqueue.
public final class StateReports {
    private static final long REFRESH_SECONDS = 60;

    private final Topics topics;
    private final BiConsumer<String, Object> publisher;
    private final Map<String, Record> sent = new HashMap<>();
    private final Map<String, Instant> sentAt = new HashMap<>();

    public StateReports(Topics topics, BiConsumer<String, Object> publisher) {
        this.topics = topics;
        this.publisher = publisher;
    }

    public void publish(SiteView view) {
        for (RoomState room : view.rooms()) {
            publish(topics.roomState(room.room()), room, timeless(room), room.at());
        }
        for (DoorStatus door : view.doors()) {
            publish(topics.doorState(door.door()), door, timeless(door), door.at());
        }
        for (DeviceState device : view.devices()) {
            publish(topics.deviceState(device.device()), device, timeless(device), device.at());
        }
    }

    private void publish(String topic, Record message, Record timeless, Instant at) {
        Instant last = sentAt.get(topic);
        boolean old =
                last == null || at.isBefore(last) || at.isAfter(last.plusSeconds(REFRESH_SECONDS));
        if (old || !timeless.equals(sent.get(topic))) {
            sent.put(topic, timeless);
            sentAt.put(topic, at);
            publisher.accept(topic, message);
        }
    }

    private static RoomState timeless(RoomState room) {
        return new RoomState(
                room.centre(),
                room.room(),
                room.name(),
                room.people(),
                room.few(),
                room.quality(),
                room.capacity(),
                room.maxPersons(),
                room.sensorsOk(),
                room.sensorsTotal(),
                Instant.EPOCH);
    }

    /// Without its end too, which moves by a little at each look.
    private static DoorStatus timeless(DoorStatus door) {
        return new DoorStatus(
                door.centre(),
                door.door(),
                door.name(),
                door.mode(),
                door.posture(),
                door.source(),
                door.told(),
                door.lock(),
                door.contact(),
                door.alarm(),
                door.jammed(),
                door.notOpening(),
                null,
                Instant.EPOCH);
    }

    private static DeviceState timeless(DeviceState device) {
        return new DeviceState(
                device.centre(), device.device(), device.name(), device.health(), Instant.EPOCH);
    }
}
