package se.troskel.region.picture;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.mqtt.CentreState;
import se.troskel.protocol.mqtt.DeviceState;
import se.troskel.protocol.mqtt.DoorStatus;
import se.troskel.protocol.mqtt.RoomState;

/// What is known of a centre.
///
/// @param name as the centre says; its code until it has said anything
/// @param state null when the centre has never said how it is
/// @param heard when the centre itself was last heard, on the region's clock; null for never. While
///   a centre is heard, everything that it said before still stands
/// @param historyDiffers its records do not fit what the region has stored: somebody must compare
///   them
/// @param missing what the centre gave up of the journal that it writes now; null for nothing
public record CentrePicture(
        String centre,
        String name,
        @Nullable CentreState state,
        @Nullable Instant heard,
        boolean historyDiffers,
        @Nullable Missing missing,
        List<RoomState> rooms,
        List<DoorStatus> doors,
        List<DeviceState> devices) {
    public CentrePicture {
        rooms = List.copyOf(rooms);
        doors = List.copyOf(doors);
        devices = List.copyOf(devices);
    }

    /// Whether the centre is connected, as far as the region knows.
    public boolean isOnline() {
        return state != null && state.online();
    }
}
