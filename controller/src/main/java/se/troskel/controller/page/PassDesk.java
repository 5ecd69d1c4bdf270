package se.troskel.controller.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.staff.Done;

/// Day passes: a printed code and a PIN for somebody who works here for some hours. Thread-safe;
/// doing blocks as in [StaffDesk].
public interface PassDesk {
    /// What a pass can be for: rooms with doors, and doors that lead into no room.
    List<Place> places();

    /// The passes that are not over, the earliest end first, and those ended by staff among them.
    List<Pass> passes();

    /// Makes a pass. What is returned is kept nowhere: it is shown once. Empty when it could not be
    /// recorded or stored.
    Optional<Printed> make(StaffAccount by, Order order);

    /// Ends a pass at once.
    Done end(StaffAccount by, String id);

    /// A room or a door.
    ///
    /// @param isRoom whether it is a room, with every door that leads into it
    record Place(String id, String name, boolean isRoom) {}

    /// What a pass is to be for.
    ///
    /// @param name of whoever gets it; stays in the register
    /// @param rooms ids, with at least one of them or of the doors
    /// @param until after `from`
    record Order(String name, Set<String> rooms, Set<String> doors, Instant from, Instant until) {
        public Order {
            rooms = Set.copyOf(rooms);
            doors = Set.copyOf(doors);
        }

        @Override
        public String toString() {
            return "Order[" + rooms + ", " + doors + "]";
        }
    }

    /// A pass that was made.
    ///
    /// @param places names of its rooms and doors
    /// @param ended whether staff ended it
    record Pass(
            String id,
            String name,
            List<String> places,
            Instant from,
            Instant until,
            boolean ended) {
        public Pass {
            places = List.copyOf(places);
        }

        @Override
        public String toString() {
            return "Pass[" + id + "]";
        }
    }

    /// A pass to print, once.
    ///
    /// @param shortCode eight characters, grouped for reading
    /// @param pin chosen by machine
    /// @param svg picture of the QR code
    record Printed(Pass pass, String shortCode, String pin, String svg) {
        @Override
        public String toString() {
            return "Printed[" + pass.id() + "]";
        }
    }
}
