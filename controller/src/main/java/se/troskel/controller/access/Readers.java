package se.troskel.controller.access;

import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.config.Door;
import se.troskel.config.Room;

/// Where a reader stands.
final class Readers {
    private Readers() {}

    /// The room that `door` leads into; null for the entrance, a hall, or no door.
    static @Nullable Room room(CentreConfig config, @Nullable String door) {
        String room = door == null ? null : config.door(door).map(Door::room).orElse(null);
        return room == null
                ? null
                : config.room(room).filter(known -> known.kind() != Room.Kind.COMMON).orElse(null);
    }
}
