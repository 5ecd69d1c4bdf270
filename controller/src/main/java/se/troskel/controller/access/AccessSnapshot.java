package se.troskel.controller.access;

import java.util.Map;
import java.util.Set;
import se.troskel.config.CentreConfig;
import se.troskel.controller.register.RegisterContents;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPosture;

/// Everything a decision may look at: immutable.
///
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
/// @param clockTrusted whether the wall clock can be believed; where not, nothing that depends on
///   the hour is granted to a person alone, and staffed hours are not assumed
/// @param evacuate whether fire is latched
public record AccessSnapshot(
        CentreConfig config,
        RegisterContents register,
        Map<String, PinState> pins,
        Set<String> usedTickets,
        Set<String> startedBookings,
        Set<String> blocked,
        Map<String, Integer> people,
        Map<String, Integer> counted,
        Map<String, DoorMode> doorModes,
        Map<String, DoorPosture> postures,
        boolean clockTrusted,
        boolean evacuate) {}
