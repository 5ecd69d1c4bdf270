package se.troskel.controller.site;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.config.Door;
import se.troskel.protocol.kiosk.KioskView.DoorTrouble;
import se.troskel.protocol.mqtt.DoorStatus;

/// The door that each terminal unlocked last, so that the terminal can say when it did not open.
/// Owned by the loop's thread.
final class LastUnlocks {
    private static final long REMEMBERED_NANOS = Duration.ofSeconds(30).toNanos();

    private final CentreConfig config;
    private final Map<String, Unlock> byTerminal = new HashMap<>();

    /// @param trouble whether the door was in trouble before: then it is no news
    private record Unlock(UUID presentation, String door, boolean trouble, long nanos) {}

    LastUnlocks(CentreConfig config) {
        this.config = config;
    }

    /// A terminal let somebody in; `door` is the last one on the way.
    void unlocked(String terminal, UUID presentation, DoorStatus door, Moment now) {
        boolean trouble = isInTrouble(door);
        byTerminal.put(terminal, new Unlock(presentation, door.door(), trouble, now.nanos()));
    }

    /// What is wrong with the door that was unlocked within the last half minute, by terminal.
    Map<String, DoorTrouble> troubles(List<DoorStatus> doors, Moment now) {
        byTerminal.values().removeIf(one -> now.nanos() - one.nanos() >= REMEMBERED_NANOS);
        Map<String, DoorTrouble> troubles = new HashMap<>();
        byTerminal.forEach((terminal, unlock) ->
                doors.stream()
                        .filter(door -> door.door().equals(unlock.door()))
                        .filter(door -> !unlock.trouble() && isInTrouble(door))
                        .forEach(door -> troubles.put(terminal, trouble(unlock, doors))));
        return troubles;
    }

    private DoorTrouble trouble(Unlock unlock, List<DoorStatus> doors) {
        return new DoorTrouble(unlock.presentation(), otherDoor(unlock.door(), doors));
    }

    /// A door into the same room that is not in trouble itself; null when there is none.
    private @Nullable String otherDoor(String id, List<DoorStatus> doors) {
        String room = config.door(id).map(Door::room).orElse(null);
        return config.doors().stream()
                .filter(door -> !door.id().equals(id) && Objects.equals(door.room(), room))
                .filter(door ->
                        doors.stream()
                                .anyMatch(status ->
                                        status.door().equals(door.id()) && !isInTrouble(status)))
                .map(Door::name)
                .findFirst()
                .orElse(null);
    }

    private static boolean isInTrouble(DoorStatus door) {
        return door.jammed() || door.notOpening();
    }
}
