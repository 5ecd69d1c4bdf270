package se.troskel.controller.site;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.troskel.controller.access.ScheduledUnlock.DoorDay;
import se.troskel.controller.door.DoorOrders;
import se.troskel.controller.exam.ExamNote;
import se.troskel.controller.staff.GlassUse;
import se.troskel.protocol.event.EventBody;

/// What a restart finds in the journal, which wins over the register.
///
/// @param usedTickets hex numbers of tickets that were admitted
/// @param blockedCards lookups of cards that staff blocked
/// @param orders standing orders of staff by door: block, lockdown, exam; absent for none
/// @param days what people did at each door that its schedule goes by; absent for nothing
/// @param fire whether fire was latched
/// @param armed whether the burglar alarm was set
/// @param glassUses uses of break-glass that nobody has seen, the latest last
/// @param occupancy the last report of each room
/// @param muster who had come and is not known to have left
/// @param exams what was noted of exams, in the order in which it was
/// @param cleanStop whether the controller had stopped in order; true for a new journal
public record Restored(
        Set<String> usedTickets,
        Set<String> blockedCards,
        Map<String, DoorOrders> orders,
        Map<String, DoorDay> days,
        boolean fire,
        boolean armed,
        List<GlassUse> glassUses,
        Collection<Report> occupancy,
        Muster muster,
        List<ExamNote> exams,
        boolean cleanStop) {
    /// Of a centre that begins.
    public static final Restored NOTHING =
            new Restored(
                    Set.of(),
                    Set.of(),
                    Map.of(),
                    Map.of(),
                    false,
                    false,
                    List.of(),
                    List.of(),
                    Muster.NOBODY,
                    List.of(),
                    true);

    public Restored {
        usedTickets = Set.copyOf(usedTickets);
        blockedCards = Set.copyOf(blockedCards);
        orders = Map.copyOf(orders);
        days = Map.copyOf(days);
        glassUses = List.copyOf(glassUses);
        occupancy = List.copyOf(occupancy);
        exams = List.copyOf(exams);
    }

    /// What a room reported, and when.
    public record Report(Instant at, EventBody.OccupancyChanged body) {}
}
