package se.troskel.controller.page;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import se.troskel.controller.register.StaffAccount.Capability;
import se.troskel.controller.staff.Done;
import se.troskel.controller.staff.LockdownScope;

/// The board and what can be done to a door from it. Unlocking takes two presses, locking one.
final class BoardPage {
    static final String PATH = "/staff";
    private static final int DIGITS_MAX = 4;

    private final StaffDesk desk;
    private final CommissioningDesk commissioning;
    private final InstantSource clock;
    private final Templates templates;

    BoardPage(StaffPages.Parts parts, Templates templates) {
        this.desk = parts.desk();
        this.commissioning = parts.commissioning();
        this.clock = parts.clock();
        this.templates = templates;
    }

    PageAnswer show(PageRequest request) {
        var values = new HashMap<>(parts(request));
        values.put("frame", request.frame(PATH));
        values.put("changedSince", commissioning.isChangedSince());
        values.put("mayExams", request.may(Capability.EXAM_ROOMS));
        return PageAnswer.html(200, templates.render("board", values));
    }

    /// The parts that change, for a page that is open.
    PageAnswer live(PageRequest request) {
        return PageAnswer.html(200, templates.render("boardlive", parts(request)));
    }

    private Map<String, Object> parts(PageRequest request) {
        return Map.of(
                "texts",
                request.texts(),
                "board",
                BoardView.of(desk.board(), request.texts(), clock.instant()),
                "csrf",
                request.session().csrf(),
                "mayUnlock",
                request.may(Capability.UNLOCK));
    }

    PageAnswer unlock(PageRequest request) {
        var minutes = minutes(request.form().get("minutes"), desk.board().staffUnlockMaxMinutes());
        return atDoor(
                request,
                door ->
                        minutes.map(length ->
                                        desk.unlock(
                                                request.account(),
                                                door,
                                                Duration.ofMinutes(length)))
                                .orElseGet(() ->
                                        new Done(
                                                false,
                                                "door.minutes",
                                                Integer.toString(
                                                        desk.board().staffUnlockMaxMinutes()))));
    }

    PageAnswer lock(PageRequest request) {
        return atDoor(request, door -> desk.lock(request.account(), door));
    }

    PageAnswer block(PageRequest request) {
        return atDoor(request, door -> desk.block(request.account(), door, true));
    }

    PageAnswer unblock(PageRequest request) {
        return atDoor(request, door -> desk.block(request.account(), door, false));
    }

    PageAnswer lockDown(PageRequest request) {
        return lockdown(request, true);
    }

    PageAnswer liftLockdown(PageRequest request) {
        return lockdown(request, false);
    }

    /// What is not named is nothing, never the whole centre.
    private PageAnswer lockdown(PageRequest request, boolean down) {
        return tell(
                request,
                scope(request.form().get("scope"))
                        .map(scope -> desk.lockdown(request.account(), scope, down))
                        .orElse(new Done(false, "lockdown.scope", null)));
    }

    private Optional<LockdownScope> scope(String text) {
        if (text.equals(OrdersView.CENTRE)) {
            return Optional.of(new LockdownScope.OfCentre());
        }
        return desk.board().orders().areas().stream()
                .filter(area -> text.equals(OrdersView.AREA + area.id()))
                .<LockdownScope>map(area -> new LockdownScope.OfArea(area.id()))
                .findFirst();
    }

    PageAnswer lockDoorDown(PageRequest request) {
        return atDoor(
                request,
                door -> desk.lockdown(request.account(), new LockdownScope.OfDoor(door), true));
    }

    PageAnswer liftDoorLockdown(PageRequest request) {
        return atDoor(
                request,
                door -> desk.lockdown(request.account(), new LockdownScope.OfDoor(door), false));
    }

    PageAnswer resetFire(PageRequest request) {
        return tell(request, desk.resetFire(request.account()));
    }

    PageAnswer breakGlassSeen(PageRequest request) {
        return tell(request, desk.breakGlassSeen(request.account()));
    }

    PageAnswer examPosture(PageRequest request) {
        var wanted = request.form().get("posture");
        var posture =
                OrdersView.EXAM_POSTURES.stream()
                        .filter(one -> one.name().equals(wanted))
                        .findFirst();
        if (posture.isEmpty() && !wanted.equals(OrdersView.END)) {
            return tell(request, new Done(false, "posture.unknown", null));
        }
        return atDoor(
                request, door -> desk.examPosture(request.account(), door, posture.orElse(null)));
    }

    /// Tells when, because the sentence stays while the board goes on.
    private PageAnswer tell(PageRequest request, Done done) {
        var time = request.texts().clock(clock.instant(), ZoneId.of(desk.board().timeZone()));
        request.session()
                .tell(new Notice(done.done(), time + " · " + request.texts().outcome(done)));
        return PageAnswer.goTo(PATH);
    }

    /// Tells which door and when, because the sentence stays while the board goes on.
    private PageAnswer atDoor(PageRequest request, DoorAction action) {
        var asked = request.variable("door");
        var board = desk.board();
        var door = board.doors().stream().filter(one -> one.door().equals(asked)).findFirst();
        if (door.isEmpty()) {
            return request.tellAndGo(new Done(false, "door.unknown", null), PATH);
        }
        var done = action.at(asked);
        var time = request.texts().clock(clock.instant(), ZoneId.of(board.timeZone()));
        var sentence = time + " · " + door.get().name() + ": " + request.texts().outcome(done);
        request.session().tell(new Notice(done.done(), sentence));
        return PageAnswer.goTo(PATH);
    }

    /// A whole number of minutes from 1 to `max`; empty for anything else.
    static Optional<Integer> minutes(String text, int max) {
        if (text.isEmpty()
                || text.length() > DIGITS_MAX
                || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int minutes = Integer.parseInt(text);
        return minutes >= 1 && minutes <= max ? Optional.of(minutes) : Optional.empty();
    }

    /// What is asked of the desk about a door that exists.
    @FunctionalInterface
    private interface DoorAction {
        Done at(String door);
    }
}
