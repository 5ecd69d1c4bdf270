package se.troskel.controller.access;

import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Room;

/// Where there is space (DOMAIN 5.1 row 18, L15). A room is full by counted heads only; another one
/// is proposed only when it is known to have space.
final class Space {
    private final AccessSnapshot snapshot;

    Space(AccessSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    boolean isFull(Room room) {
        Integer counted = snapshot.counted().get(room.id());
        return counted != null && counted >= room.maxPersons();
    }

    /// Whether every room that visitors may use is full.
    boolean isCentreFull() {
        return snapshot.config().rooms().stream().anyMatch(Space::isForVisitors)
                && snapshot.config().rooms().stream()
                        .filter(Space::isForVisitors)
                        .allMatch(this::isFull);
    }

    /// The emptiest room that visitors may use, other than `room`.
    Optional<Room> instead(Room room) {
        return snapshot.config().rooms().stream()
                .filter(other -> !other.id().equals(room.id()) && isForVisitors(other))
                .filter(other -> share(other) < 1)
                .min(Comparator.comparingDouble(this::share));
    }

    static boolean isForVisitors(Room room) {
        return room.open() && room.kind() != Room.Kind.COMMON;
    }

    /// People by what the room takes before it feels full; unknown counts as full.
    private double share(Room room) {
        Integer people = people(room);
        int takes = Math.min(room.capacity(), room.maxPersons());
        return people == null ? 1 : (double) people / takes;
    }

    private @Nullable Integer people(Room room) {
        Integer counted = snapshot.counted().get(room.id());
        return counted != null ? counted : snapshot.people().get(room.id());
    }
}
