package se.troskel.protocol.mqtt;

import se.troskel.protocol.Ids;

/// The topics of a centre. Nothing outside `troskel/v1/` is used. Retained: everything under
/// `state/`.
///
/// @param centre the centre's code, one topic level
public record Topics(String centre) {
    /// The root of every topic.
    public static final String ROOT = "troskel/v1";

    public Topics {
        Ids.requireId(centre);
    }

    /// Retained [CentreState]; the last will of a centre's connection is the same message with
    /// `online` false.
    public String centreState() {
        return base() + "/state/centre";
    }

    /// Retained [RoomState].
    public String roomState(String room) {
        return base() + "/state/rooms/" + Ids.requireId(room);
    }

    /// Retained [DoorStatus].
    public String doorState(String door) {
        return base() + "/state/doors/" + Ids.requireId(door);
    }

    /// Retained [DeviceState].
    public String deviceState(String device) {
        return base() + "/state/devices/" + Ids.requireId(device);
    }

    /// Journal records, QoS 1, in order, not retained: [se.troskel.protocol.event.EventMessage].
    public String events() {
        return base() + "/events";
    }

    /// The region's end-to-end acknowledgement to the centre: [Ack].
    public String ack() {
        return base() + "/ack";
    }

    /// What the region asks of the centre: [RegionRequest]. None of it can move a lock.
    public String requests() {
        return base() + "/requests";
    }

    /// The centre's answers: [RegionReply].
    public String replies() {
        return base() + "/replies";
    }

    /// Subscription filters of the region, over every centre.
    public static String allStates() {
        return ROOT + "/+/state/#";
    }

    public static String allEvents() {
        return ROOT + "/+/events";
    }

    public static String allReplies() {
        return ROOT + "/+/replies";
    }

    private String base() {
        return ROOT + "/" + centre;
    }
}
