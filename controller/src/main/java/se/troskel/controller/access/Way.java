package se.troskel.controller.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Door;
import se.troskel.config.Door.Assurance.Require;
import se.troskel.config.Room;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPosture;

/// The doors between a reader and where the person is going: the reader's own, then the room's.
///
/// @param doors in the order in which the person meets them; empty when nothing has to open
/// @param armed whether the burglar alarm keeps one of them locked
/// @param available whether entry is refused to everybody at none of them
/// @param needsPin whether one that stands locked asks for a PIN at this hour
record Way(
        List<Door> doors, List<String> unlock, boolean armed, boolean available, boolean needsPin) {
    /// The way from the reader at `door` (null for a terminal that opens none) to `room` (null for
    /// the centre as a whole).
    static Way from(Deliberation deliberation, @Nullable String door, @Nullable Room room) {
        List<Door> doors = new ArrayList<>();
        boolean available = true;
        if (door != null) {
            Optional<Door> own = deliberation.config.door(door);
            own.ifPresent(doors::add);
            available = own.isPresent();
        }
        if (room != null && doors.stream().noneMatch(known -> room.id().equals(known.room()))) {
            deliberation.config.doors().stream()
                    .filter(other -> room.id().equals(other.room()))
                    .findFirst()
                    .ifPresent(doors::add);
        }
        List<String> unlock = new ArrayList<>();
        boolean armed = false;
        boolean needsPin = false;
        for (Door met : doors) {
            DoorMode mode =
                    deliberation.snapshot.doorModes().getOrDefault(met.id(), DoorMode.LOCKED);
            DoorPosture posture =
                    deliberation.snapshot.postures().getOrDefault(met.id(), DoorPosture.NORMAL);
            armed |= posture == DoorPosture.ARMED;
            available &= posture.entry() == DoorPosture.Entry.GRANTED;
            switch (mode) {
                case BLOCKED, LOCKED_DOWN, UNKNOWN -> available = false;
                case UNLOCKED, LOCKED_OPEN -> {}
                case LOCKED, ACCESSED -> {
                    unlock.add(met.id());
                    needsPin |= asksForPin(deliberation, met);
                }
            }
        }
        return new Way(List.copyOf(doors), List.copyOf(unlock), armed, available, needsPin);
    }

    /// How long the last door on the way is unlocked; null when none has to be.
    @Nullable Integer unlockSeconds() {
        return unlock.isEmpty() ? null : doors.getLast().times().accessSeconds();
    }

    /// Outside the opening hours always: nobody is there to see who comes in.
    private static boolean asksForPin(Deliberation deliberation, Door door) {
        OpeningMode mode = deliberation.mode;
        return mode == OpeningMode.CLOSED
                || mode == OpeningMode.OUT_OF_HOURS
                || deliberation.hoursOf(door).requires(deliberation.at) == Require.CARD_AND_PIN;
    }
}
