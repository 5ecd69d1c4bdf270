package se.troskel.controller.site;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import se.troskel.protocol.event.EventBody;

/// What a restart finds in the journal, which wins over the register.
///
/// @param usedTickets hex numbers of tickets that were admitted
/// @param blockedCards lookups of cards that staff blocked
/// @param blockedDoors doors that staff refused entry at
/// @param occupancy the last report of each room
/// @param cleanStop whether the controller had stopped in order; true for a new journal
public record Restored(
        Set<String> usedTickets,
        Set<String> blockedCards,
        Set<String> blockedDoors,
        Collection<Report> occupancy,
        boolean cleanStop) {
    /// Of a centre that begins.
    public static final Restored NOTHING =
            new Restored(Set.of(), Set.of(), Set.of(), List.of(), true);

    public Restored {
        usedTickets = Set.copyOf(usedTickets);
        blockedCards = Set.copyOf(blockedCards);
        blockedDoors = Set.copyOf(blockedDoors);
        occupancy = List.copyOf(occupancy);
    }

    /// What a room reported, and when.
    public record Report(Instant at, EventBody.OccupancyChanged body) {}
}
