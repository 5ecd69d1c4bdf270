package se.troskel.controller.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.troskel.controller.page.StaffDesk.Board;
import se.troskel.protocol.door.DoorPosture;

/// Who orders the doors of the building, in words, and what can be ordered.
///
/// @param banners what everybody at the page has to see first: fire, the burglar alarm, lost data
/// @param glassUses uses of break-glass that nobody has seen yet
/// @param scopes what can be locked down together, the whole centre last
/// @param fireReset whether resetting fire is offered
/// @param examDoors ids of the doors of exam rooms
public record OrdersView(
        List<Banner> banners,
        List<Sign> glassUses,
        List<Scope> scopes,
        boolean fireReset,
        Set<String> examDoors) {
    static final String CENTRE = "centre";
    static final String AREA = "area-";

    /// Ends an exam posture.
    public static final String END = "END";

    /// In the order of an exam day.
    public static final List<DoorPosture> EXAM_POSTURES =
            List.of(
                    DoorPosture.EXAM_PREPARE,
                    DoorPosture.EXAM_ADMIT,
                    DoorPosture.EXAM_CLOSED,
                    DoorPosture.EXAM_QUIET);

    public OrdersView {
        banners = List.copyOf(banners);
        glassUses = List.copyOf(glassUses);
        scopes = List.copyOf(scopes);
        examDoors = Set.copyOf(examDoors);
    }

    /// Something loud.
    ///
    /// @param tone `stop` or `act`
    /// @param next what to do about it
    public record Banner(String tone, String words, String next) {}

    /// Doors that are locked down together.
    ///
    /// @param id names it in the form
    public record Scope(String id, String name) {}

    static OrdersView of(Board board, Moment moment) {
        var orders = board.orders();
        var texts = moment.texts();
        var banners = new ArrayList<Banner>();
        if (orders.fire()) {
            var next = orders.fireSounding() ? "fire.sounding" : "fire.over";
            banners.add(new Banner("stop", texts.get("fire.banner"), texts.get(next)));
        }
        if (orders.armed()) {
            banners.add(new Banner("act", texts.get("armed.banner"), texts.get("armed.next")));
        }
        if (orders.glassLost()) {
            banners.add(new Banner("act", texts.get("glass.lost"), texts.get("glass.lost-next")));
        }
        switch (orders.register()) {
            case NONE -> {}
            case MENDED ->
                    banners.add(
                            new Banner(
                                    "act",
                                    texts.get("register.mended"),
                                    texts.get("register.mended-next")));
            case CHANGES_MAY_BE_MISSING ->
                    banners.add(
                            new Banner(
                                    "stop",
                                    texts.get("register.missing"),
                                    texts.get("register.missing-next")));
        }
        var scopes = new ArrayList<Scope>();
        orders.areas().forEach(area -> scopes.add(new Scope(AREA + area.id(), area.name())));
        scopes.add(new Scope(CENTRE, texts.get("lockdown.centre")));
        var uses =
                orders.glassUses().stream()
                        .map(use ->
                                Sign.stop(
                                        texts.get(
                                                "glass.used",
                                                moment.clock(use.at()),
                                                use.label(),
                                                doorName(board, use.door()))))
                        .toList();
        return new OrdersView(
                banners, uses, scopes, orders.hasFireAlarm() || orders.fire(), orders.examDoors());
    }

    private static String doorName(Board board, String id) {
        return board.doors().stream()
                .filter(door -> door.door().equals(id))
                .findFirst()
                .map(door -> door.name())
                .orElse(id);
    }

    /// Whether exam postures are ordered at this door.
    public boolean isExamDoor(String door) {
        return examDoors.contains(door);
    }
}
