package se.troskel.controller.access;

import java.util.Map;
import java.util.Set;
import se.troskel.config.CentreConfig;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.register.SeatRights;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPosture;

/// Everything a decision may look at: immutable.
///
/// @param seats the rights to doors that seats in sittings give now
/// @param pins wrong PINs by credential lookup; absent means none
/// @param usedTickets hex numbers of tickets already admitted
/// @param startedBookings ids of bookings whose holder has come; the others are released some
///   minutes after their start
/// @param blocked lookups blocked by a journal event; they win over the register
/// @param people present estimate by room; absent means unknown. An estimate proposes another room,
///   it refuses nobody
/// @param counted people by room where every head is counted (a fresh count by hand, or witnesses
///   that agree); absent means not counted. Only these make a room full
/// @param doorModes by door; absent means locked, as after a start
/// @param postures standing order by door; absent means none
/// @param secondPersons the first of two people at a door that asks for two, by door; absent means
///   nobody waits there
/// @param cameIn the doors by whose reader a person has come in since they last went out, by
///   person; absent means none
/// @param doorsInTrouble doors that are told to open and do not, as far as can be sensed
/// @param clockTrusted whether the wall clock can be believed; where not, nothing that depends on
///   the hour is granted to a person alone, and staffed hours are not assumed
/// @param evacuate whether fire is latched
public record AccessSnapshot(
        CentreConfig config,
        RegisterContents register,
        SeatRights seats,
        Map<String, PinState> pins,
        Set<String> usedTickets,
        Set<String> startedBookings,
        Set<String> blocked,
        Map<String, Integer> people,
        Map<String, Integer> counted,
        Map<String, DoorMode> doorModes,
        Map<String, DoorPosture> postures,
        Map<String, SecondPersonWait> secondPersons,
        Map<String, Set<String>> cameIn,
        Set<String> doorsInTrouble,
        boolean clockTrusted,
        boolean evacuate) {
    /// The same, independent of whoever made it.
    public AccessSnapshot copy() {
        return new AccessSnapshot(
                config,
                register,
                seats,
                Map.copyOf(pins),
                Set.copyOf(usedTickets),
                Set.copyOf(startedBookings),
                Set.copyOf(blocked),
                Map.copyOf(people),
                Map.copyOf(counted),
                Map.copyOf(doorModes),
                Map.copyOf(postures),
                Map.copyOf(secondPersons),
                Map.copyOf(cameIn),
                Set.copyOf(doorsInTrouble),
                clockTrusted,
                evacuate);
    }

    /// The same centre at another hour, as far as it can be known: its register, the seats as they
    /// are given now, what is blocked and what is used up. What is true only now is left out:
    /// nobody is inside, no PIN is wrong, every door is locked and works, nothing is ordered, and
    /// the clock is right.
    public AccessSnapshot atAnotherHour() {
        return new AccessSnapshot(
                config,
                register,
                seats,
                Map.of(),
                usedTickets,
                startedBookings,
                blocked,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Set.of(),
                true,
                false);
    }
}
