package se.troskel.controller.site;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.exam.ExamDay;
import se.troskel.controller.staff.Enrolment;
import se.troskel.controller.staff.GlassUse;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.kiosk.KioskView.DoorTrouble;
import se.troskel.protocol.mqtt.DeviceState;
import se.troskel.protocol.mqtt.DoorStatus;
import se.troskel.protocol.mqtt.RoomState;
import se.troskel.protocol.occupancy.LeftInside;

/// What is true at the centre after a step of the loop: an immutable value that pages, terminals
/// and the uplink read.
///
/// @param mode null when the clock cannot be trusted
/// @param until when the mode changes next; null when not known
/// @param rooms as published: small numbers are withheld while nobody is at the desk
/// @param staffRooms the same with every number, for staff in the building
/// @param muster who is inside; for staff in the building only
/// @param left how many visitors are still inside after closing, for staff in the building
/// @param leftInside the same as published; null for nobody, as far as is known
/// @param fire whether fire is latched: everybody is to leave
/// @param fireSounding whether the fire alarm itself goes on, so that it cannot be reset
/// @param armed whether the burglar alarm is set
/// @param glassUses uses of break-glass that nobody has seen yet, the latest last
/// @param terminals ids of the terminals that are connected
/// @param linked whether the broker is reached
/// @param hasRegister whether anybody is registered
/// @param droppedRecords records of things that happened and that the journal never took
/// @param exams the exams with what was noted of them, for staff in the building
/// @param troubles by terminal: the door that it just unlocked did not open
public record SiteView(
        Instant at,
        @Nullable OpeningMode mode,
        @Nullable Instant until,
        List<RoomState> rooms,
        List<RoomState> staffRooms,
        Muster muster,
        int left,
        @Nullable LeftInside leftInside,
        List<DoorStatus> doors,
        List<DeviceState> devices,
        boolean fire,
        boolean fireSounding,
        boolean armed,
        List<GlassUse> glassUses,
        Set<String> terminals,
        Optional<Enrolment> enrolment,
        boolean linked,
        boolean hasRegister,
        long droppedRecords,
        ExamDay exams,
        Map<String, DoorTrouble> troubles) {
    public SiteView {
        rooms = List.copyOf(rooms);
        staffRooms = List.copyOf(staffRooms);
        doors = List.copyOf(doors);
        devices = List.copyOf(devices);
        glassUses = List.copyOf(glassUses);
        terminals = Set.copyOf(terminals);
        troubles = Map.copyOf(troubles);
    }
}
