package se.troskel.controller.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.troskel.controller.page.StaffDesk.Board;
import se.troskel.controller.page.StaffDesk.DeviceLine;
import se.troskel.protocol.decision.OpeningMode;

/// The board: the centre now, in words and signs.
///
/// @param troubles what needs somebody, doors, the region and devices, the worst first
/// @param doors in the order of the configuration, so that nothing moves under a finger
/// @param orders who orders the doors of the building
/// @param minutesDefault how long a door is unlocked unless another time is chosen
/// @param minutesOther other usual times
public record BoardView(
        String centreName,
        Sign mode,
        List<Trouble> troubles,
        List<RoomView> rooms,
        List<DoorView> doors,
        List<DeviceView> devices,
        Sign link,
        OrdersView orders,
        int minutesDefault,
        int minutesMax,
        List<Integer> minutesOther) {
    private static final List<Integer> USUAL_MINUTES = List.of(5, 15, 30, 60, 120, 240);

    /// What needs somebody, and where.
    ///
    /// @param link where more is said; empty for nowhere
    public record Trouble(String link, String name, Sign sign) {}

    /// A device and its health.
    public record DeviceView(String name, Sign health) {}

    public BoardView {
        troubles = List.copyOf(troubles);
        rooms = List.copyOf(rooms);
        doors = List.copyOf(doors);
        devices = List.copyOf(devices);
        minutesOther = List.copyOf(minutesOther);
    }

    static BoardView of(Board board, Texts texts, Instant now) {
        var moment = new Moment(now, ZoneId.of(board.timeZone()), texts);
        var doors = board.doors().stream().map(door -> DoorView.of(door, moment)).toList();
        var devices = board.devices().stream().map(device -> device(device, texts)).toList();
        return new BoardView(
                board.centreName(),
                mode(board, moment),
                troubles(doors, ofCentre(board, texts), devices),
                board.rooms().stream().map(room -> RoomView.of(room, moment)).toList(),
                doors,
                devices,
                link(board, texts),
                OrdersView.of(board, moment),
                board.staffUnlockMinutes(),
                board.staffUnlockMaxMinutes(),
                USUAL_MINUTES.stream()
                        .filter(minutes -> minutes <= board.staffUnlockMaxMinutes())
                        .filter(minutes -> minutes != board.staffUnlockMinutes())
                        .limit(3)
                        .toList());
    }

    private static List<Trouble> troubles(
            List<DoorView> doors, Stream<Trouble> ofCentre, List<DeviceView> devices) {
        var ofDoors =
                doors.stream()
                        .flatMap(door ->
                                door.troubles().stream()
                                        .map(sign ->
                                                new Trouble(
                                                        "#card-" + door.id(), door.name(), sign)))
                        .sorted(Comparator.comparing(trouble -> !isStop(trouble.sign())));
        var ofDevices =
                devices.stream()
                        .filter(device -> needsSomebody(device.health()))
                        .map(device -> new Trouble("", device.name(), device.health()));
        return Stream.of(ofDoors, ofCentre, ofDevices).flatMap(some -> some).toList();
    }

    private static Stream<Trouble> ofCentre(Board board, Texts texts) {
        return Stream.of(leftInside(board, texts), region(board, texts)).flatMap(Optional::stream);
    }

    private static Optional<Trouble> region(Board board, Texts texts) {
        return board.givenUp() == 0
                ? Optional.empty()
                : Optional.of(
                        new Trouble(
                                "",
                                texts.get("link.region"),
                                Sign.act(texts.get("link.given-up", board.givenUp()))));
    }

    private static Optional<Trouble> leftInside(Board board, Texts texts) {
        return board.leftInside() == 0
                ? Optional.empty()
                : Optional.of(
                        new Trouble(
                                MusterPage.PATH,
                                texts.get("inside.after-closing"),
                                Sign.act(texts.get("inside.left", board.leftInside()))));
    }

    private static boolean isStop(Sign sign) {
        return sign.tone().equals("stop");
    }

    private static boolean needsSomebody(Sign sign) {
        return isStop(sign) || sign.tone().equals("act");
    }

    private static DeviceView device(DeviceLine device, Texts texts) {
        var word = texts.word(device.health());
        return new DeviceView(
                device.name(),
                switch (device.health()) {
                    case ONLINE -> Sign.quiet("ok", word);
                    case OFFLINE, STUCK, BOUNCING -> Sign.act(word);
                    case FAULT, ALARM, CUT, SHORTED -> Sign.stop(word);
                    case UNKNOWN -> Sign.unknown(word);
                });
    }

    private static Sign mode(Board board, Moment moment) {
        var mode = board.mode();
        if (mode == null) {
            return Sign.unknown(moment.texts().get("board.mode-unknown"));
        }
        var until = board.until();
        var words =
                moment.texts().word(mode)
                        + (until == null
                                ? ""
                                : " " + moment.texts().get("board.until", moment.clock(until)));
        return mode == OpeningMode.STAFFED || mode == OpeningMode.UNSTAFFED
                ? Sign.ok(words)
                : Sign.quiet("wait", words);
    }

    private static Sign link(Board board, Texts texts) {
        if (!board.hasRegion()) {
            return Sign.quiet("info", texts.get("link.none"));
        }
        if (!board.linked()) {
            var key = board.givenUp() == 0 ? "link.cut" : "link.cut-full";
            return Sign.act(texts.get(key, board.unacknowledged()));
        }
        return board.unacknowledged() == 0
                ? Sign.quiet("ok", texts.get("link.all"))
                : Sign.quiet("wait", texts.get("link.some", board.unacknowledged()));
    }
}
