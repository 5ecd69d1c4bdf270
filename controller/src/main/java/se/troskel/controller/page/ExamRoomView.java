package se.troskel.controller.page;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.troskel.controller.page.ExamRoom.Seated;
import se.troskel.controller.page.ExamRoom.Written;
import se.troskel.controller.page.SeatTile.Stranger;

/// An exam room in words and signs.
///
/// @param courses what is written in it
/// @param next what the clock brings next, at most two things
/// @param interrupted since when nobody can write; empty when everybody can
/// @param tiles in order of their seats, so that nothing moves under a finger
/// @param queue those who wait for the invigilator, who came first first
/// @param seatless those without a seat, who are always seen
/// @param waiting the same in a sentence for a screen reader
/// @param help what became of a call for help from here; empty for none
public record ExamRoomView(
        RoomChoice choice,
        String name,
        String courses,
        String next,
        String interrupted,
        List<Chip> chips,
        List<SeatTile> tiles,
        List<SeatTile> queue,
        List<SeatTile> seatless,
        List<Stranger> strangers,
        String waiting,
        String help,
        boolean isHelpOpen) {
    private static final int NEXT_MAX = 2;
    private static final int QUEUE_MAX = 4;

    /// How many are in a state.
    public record Chip(SeatState.Filter filter, String word, long count, boolean isOn) {}

    /// Something that the clock brings.
    private record Coming(Instant at, String key) {}

    public ExamRoomView {
        chips = List.copyOf(chips);
        tiles = List.copyOf(tiles);
        queue = List.copyOf(queue);
        seatless = List.copyOf(seatless);
        strangers = List.copyOf(strangers);
    }

    /// Changes with who waits, so that buttons are exchanged only then.
    public int queueVersion() {
        return Objects.hash(queue, seatless, strangers, waiting, help);
    }

    static ExamRoomView of(ExamRoom room, RoomChoice choice, Moment moment) {
        var texts = moment.texts();
        var tiles =
                room.candidates().stream().map(one -> SeatTile.of(one, moment, choice)).toList();
        var queue =
                room.candidates().stream()
                        .filter(one -> SeatState.of(one.progress()).isWaiting())
                        .sorted(Comparator.comparing(ExamRoomView::came))
                        .map(one -> SeatTile.of(one, moment, choice))
                        .toList();
        var help = room.help();
        return new ExamRoomView(
                choice,
                room.name(),
                room.sittings().stream().map(Written::what).collect(Collectors.joining(" · ")),
                next(room, moment),
                interrupted(room, moment),
                chips(room, choice, texts),
                tiles,
                queue.stream().limit(QUEUE_MAX).toList(),
                seatless(room, moment, choice),
                room.unlisted().stream().map(one -> Stranger.of(one, moment)).toList(),
                waiting(queue, texts),
                help == null
                        ? ""
                        : texts.get(
                                room.helpSeen() ? "exam-room.help-seen" : "exam-room.help-asked",
                                moment.clock(help.happened())),
                help != null && !room.helpSeen());
    }

    /// Whoever is to be shown a place.
    private static List<SeatTile> seatless(ExamRoom room, Moment moment, RoomChoice choice) {
        return room.candidates().stream()
                .filter(one -> one.seat() == null)
                .map(one -> SeatTile.of(one, moment, choice))
                .filter(tile ->
                        tile.state() != SeatState.HANDED_IN && tile.state() != SeatState.REFUSED)
                .toList();
    }

    private static Instant came(Seated one) {
        return one.progress().notes().getLast().happened();
    }

    private static String waiting(List<SeatTile> queue, Texts texts) {
        return queue.isEmpty()
                ? texts.get("exam-room.nobody-waits")
                : texts.get(
                        "exam-room.waits",
                        queue.size(),
                        queue.stream().map(SeatTile::seat).collect(Collectors.joining(", ")));
    }

    private static List<Chip> chips(ExamRoom room, RoomChoice choice, Texts texts) {
        return Arrays.stream(SeatState.Filter.values())
                .map(filter ->
                        new Chip(
                                filter,
                                texts.word(filter),
                                room.candidates().stream()
                                        .filter(one -> filter.shows(SeatState.of(one.progress())))
                                        .count(),
                                filter == choice.filter()))
                .toList();
    }

    private static String interrupted(ExamRoom room, Moment moment) {
        return room.sittings().stream()
                .flatMap(one -> one.interruptions().stream())
                .filter(one -> one.until() == null)
                .map(one -> one.from())
                .min(Comparator.naturalOrder())
                .map(from -> moment.texts().get("exam-room.interrupted", moment.clock(from)))
                .orElse("");
    }

    private static String next(ExamRoom room, Moment moment) {
        return room.sittings().stream()
                .flatMap(ExamRoomView::coming)
                .filter(one -> one.at().isAfter(moment.now()))
                .distinct()
                .sorted(Comparator.comparing(Coming::at))
                .limit(NEXT_MAX)
                .map(one -> moment.clock(one.at()) + " " + moment.texts().get(one.key()))
                .collect(Collectors.joining(" · "));
    }

    private static Stream<Coming> coming(Written one) {
        var times = one.times();
        var lateFrom = times.lateFrom();
        return Stream.concat(
                lateFrom == null
                        ? Stream.of()
                        : Stream.of(new Coming(lateFrom, "exam-room.next.late")),
                Stream.of(
                        new Coming(times.admissionOpens(), "exam-room.next.opens"),
                        new Coming(times.doorCloses(), "exam-room.next.closes"),
                        new Coming(times.start(), "exam-room.next.start"),
                        new Coming(times.lastEntry(), "exam-room.next.last-entry"),
                        new Coming(one.earliestLeave(), "exam-room.next.leave"),
                        new Coming(one.end(), "exam-room.next.end"),
                        new Coming(one.lastEnd(), "exam-room.next.last-end")));
    }
}
