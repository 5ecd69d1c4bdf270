package se.troskel.config;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything that is configured about one centre: the root of `centre.yaml`. Immutable and
/// consistent: every reference between its parts leads somewhere, which the loader has checked.
///
/// @param centre which centre it is
/// @param opening when it is open
/// @param rooms its rooms, in the order in which screens and pages show them
/// @param doors the doors that are driven or watched; empty for a centre without any
/// @param areas doors that can be locked down together; empty for none but the whole centre
/// @param alarms what the building's alarm systems tell us
/// @param devices everything on a wire, and the terminals
/// @param access the rules of check-in
/// @param occupancy how people are counted and published
/// @param retention how long what is recorded about people may be read
/// @param api the controller's own web server
/// @param mqtt null for a centre without a region: then there is no uplink
/// @param plan null for none: then the way to a room is told in words only
/// @param mail null for a centre that sends no mail itself
public record CentreConfig(
        Centre centre,
        Opening opening,
        List<Room> rooms,
        List<Door> doors,
        List<Area> areas,
        Alarms alarms,
        List<Device> devices,
        AccessRules access,
        OccupancyRules occupancy,
        Retention retention,
        Api api,
        @Nullable Mqtt mqtt,
        @Nullable Plan plan,
        @Nullable Mail mail) {
    public CentreConfig {
        rooms = List.copyOf(rooms);
        doors = List.copyOf(doors);
        areas = List.copyOf(areas);
        devices = List.copyOf(devices);
    }

    /// A centre that sends no mail.
    public CentreConfig(
            Centre centre,
            Opening opening,
            List<Room> rooms,
            List<Door> doors,
            List<Area> areas,
            Alarms alarms,
            List<Device> devices,
            AccessRules access,
            OccupancyRules occupancy,
            Retention retention,
            Api api,
            @Nullable Mqtt mqtt,
            @Nullable Plan plan) {
        this(
                centre, opening, rooms, doors, areas, alarms, devices, access, occupancy, retention,
                api, mqtt, plan, null);
    }

    public Optional<Room> room(String id) {
        return rooms.stream().filter(room -> room.id().equals(id)).findFirst();
    }

    public Optional<Door> door(String id) {
        return doors.stream().filter(door -> door.id().equals(id)).findFirst();
    }

    public Optional<Device> device(String id) {
        return devices.stream().filter(device -> device.id().equals(id)).findFirst();
    }
}
