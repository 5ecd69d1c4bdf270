package se.troskel.controller.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Door;
import se.troskel.config.Door.Assurance.Require;
import se.troskel.config.Room;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPosture;

/// The doors between a reader and where the person is going: the reader's own, then the room's. A
/// door that does not open is left out where another one leads to the same place.
///
/// @param own the door at the reader, or the one taken instead; null where none is
/// @param doors in the order in which the person meets them; empty when nothing has to open
/// @param unlock those to unlock; never one for two people that is not the reader's own, since each
///   of the two has to show something there
/// @param instead the last door that is taken instead of the usual one; null for none
/// @param inTrouble whether a door on the way, or one that was left out, does not open as it should
/// @param armed whether the burglar alarm keeps one of them locked
/// @param entry who may enter by all of them, by their standing orders
/// @param exam whether an exam posture stands at one of them
/// @param available whether entry is refused to everybody at none of them
/// @param needsPin whether one that stands locked asks for a PIN at this hour
record Way(
        @Nullable Door own,
        List<Door> doors,
        List<String> unlock,
        @Nullable Door instead,
        boolean inTrouble,
        boolean armed,
        DoorPosture.Entry entry,
        boolean exam,
        boolean available,
        boolean needsPin) {
    /// The way from the reader at `door` (null for a terminal that opens none) to `room` (null for
    /// the centre as a whole).
    static Way from(Deliberation deliberation, @Nullable String door, @Nullable Room room) {
        List<Door> usual = new ArrayList<>();
        boolean available = true;
        if (door != null) {
            deliberation.config.door(door).ifPresent(usual::add);
            available = !usual.isEmpty();
        }
        if (room != null && usual.stream().noneMatch(known -> room.id().equals(known.room()))) {
            deliberation.config.doors().stream()
                    .filter(other -> room.id().equals(other.room()))
                    .findFirst()
                    .ifPresent(usual::add);
        }
        List<Door> doors = new ArrayList<>();
        List<String> unlock = new ArrayList<>();
        Door own = null;
        Door instead = null;
        boolean inTrouble = false;
        boolean armed = false;
        DoorPosture.Entry entry = DoorPosture.Entry.GRANTED;
        boolean exam = false;
        boolean needsPin = false;
        for (Door meant : usual) {
            Door met = meant;
            if (isInTrouble(deliberation, meant)) {
                inTrouble = true;
                met = otherThan(deliberation, meant);
                instead = met.equals(meant) ? instead : met;
            }
            doors.add(met);
            own = meant.id().equals(door) ? met : own;
            // what is ordered of the usual door holds at the one taken instead too
            DoorPosture posture = posture(deliberation, meant);
            armed |= posture == DoorPosture.ARMED;
            entry = posture.entry().compareTo(entry) > 0 ? posture.entry() : entry;
            exam |= isExam(posture);
            available &= isOpenToAnybody(deliberation, meant);
            boolean locked = isLocked(deliberation, met);
            if (locked && (met.equals(own) || !met.rules().twoPersons())) {
                unlock.add(met.id());
                needsPin |= asksForPin(deliberation, met);
            }
        }
        return new Way(
                own,
                List.copyOf(doors),
                List.copyOf(unlock),
                instead,
                inTrouble,
                armed,
                entry,
                exam,
                available,
                needsPin);
    }

    /// How long the last door to be unlocked is unlocked; null when none has to be.
    ///
    /// @param longer whether the person gets the extended time
    @Nullable Integer unlockSeconds(boolean longer) {
        return doors.stream()
                .filter(door -> unlock.contains(door.id()))
                .reduce((_, last) -> last)
                .map(Door::times)
                .map(times -> longer ? times.extendedAccessSeconds() : times.accessSeconds())
                .orElse(null);
    }

    /// Name of the door to use instead of the usual one; null for the usual one.
    @Nullable String insteadName() {
        return instead == null ? null : instead.name();
    }

    /// Another door to the same place that works and lets people in; the same when there is none.
    private static Door otherThan(Deliberation deliberation, Door meant) {
        return deliberation.config.doors().stream()
                .filter(other -> Objects.equals(other.room(), meant.room()))
                .filter(other -> !isInTrouble(deliberation, other))
                .filter(deliberation::leadsHolder)
                .filter(other ->
                        posture(deliberation, other).entry() == DoorPosture.Entry.GRANTED
                                && isOpenToAnybody(deliberation, other))
                .filter(other -> meant.rules().twoPersons() || !other.rules().twoPersons())
                .findFirst()
                .orElse(meant);
    }

    private static boolean isInTrouble(Deliberation deliberation, Door door) {
        return deliberation.snapshot.doorsInTrouble().contains(door.id());
    }

    private static boolean isOpenToAnybody(Deliberation deliberation, Door door) {
        return posture(deliberation, door).entry() != DoorPosture.Entry.NOBODY
                && switch (mode(deliberation, door)) {
                    case BLOCKED, LOCKED_DOWN, UNKNOWN -> false;
                    case LOCKED, ACCESSED, UNLOCKED, LOCKED_OPEN -> true;
                };
    }

    private static boolean isLocked(Deliberation deliberation, Door door) {
        return switch (mode(deliberation, door)) {
            case LOCKED, ACCESSED -> true;
            case BLOCKED, LOCKED_DOWN, UNKNOWN, UNLOCKED, LOCKED_OPEN -> false;
        };
    }

    private static DoorMode mode(Deliberation deliberation, Door door) {
        return deliberation.snapshot.doorModes().getOrDefault(door.id(), DoorMode.LOCKED);
    }

    private static DoorPosture posture(Deliberation deliberation, Door door) {
        return deliberation.snapshot.postures().getOrDefault(door.id(), DoorPosture.NORMAL);
    }

    private static boolean isExam(DoorPosture posture) {
        return switch (posture) {
            case EXAM_PREPARE, EXAM_ADMIT, EXAM_CLOSED, EXAM_QUIET -> true;
            case NORMAL, BLOCKED, ARMED, LOCKED_DOWN, FIRE -> false;
        };
    }

    /// Outside the opening hours always: nobody is there to see who comes in.
    private static boolean asksForPin(Deliberation deliberation, Door door) {
        OpeningMode mode = deliberation.mode;
        return mode == OpeningMode.CLOSED
                || mode == OpeningMode.OUT_OF_HOURS
                || deliberation.hoursOf(door).requires(deliberation.at) == Require.CARD_AND_PIN;
    }
}
