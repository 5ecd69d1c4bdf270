package se.troskel.controller.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.staff.Done;

/// Day passes in memory for one exam room and the entrance.
final class FakePasses implements PassDesk {
    static final String PIN = "735914";
    final List<Order> ordered = new ArrayList<>();
    private final List<Pass> passes = new ArrayList<>();
    private boolean refusing;

    /// From now on nothing is recorded.
    void refuse() {
        refusing = true;
    }

    @Override
    public List<Place> places() {
        return List.of(
                new Place("tentasal", "Tentasal 2", true),
                new Place("eken", "Grupprum Eken", true),
                new Place("entrance", "Entrén", false));
    }

    @Override
    public List<Pass> passes() {
        return List.copyOf(passes);
    }

    @Override
    public Optional<Printed> make(StaffAccount by, Order order) {
        if (refusing) {
            return Optional.empty();
        }
        ordered.add(order);
        var ids = new TreeSet<>(order.rooms());
        ids.addAll(order.doors());
        var pass =
                new Pass(
                        "pass" + passes.size(),
                        order.name(),
                        places().stream()
                                .filter(place -> ids.contains(place.id()))
                                .map(Place::name)
                                .toList(),
                        order.from(),
                        order.until(),
                        false);
        passes.add(pass);
        var svg = new se.troskel.controller.ticket.TicketPicture("TP1:0123456789ABCDEF").svg();
        return Optional.of(new Printed(pass, "K7MP-2RVA", PIN, svg));
    }

    @Override
    public Done end(StaffAccount by, String id) {
        passes.replaceAll(pass ->
                pass.id().equals(id)
                        ? new Pass(id, pass.name(), pass.places(), pass.from(), pass.until(), true)
                        : pass);
        return new Done(true, "pass.ended", null);
    }
}
