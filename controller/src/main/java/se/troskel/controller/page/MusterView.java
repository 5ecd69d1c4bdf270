package se.troskel.controller.page;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.page.StaffDesk.Board;
import se.troskel.controller.page.StaffDesk.Inside;
import se.troskel.controller.page.StaffDesk.Known;
import se.troskel.controller.page.StaffDesk.Visitors;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.mqtt.RoomState;

/// The muster list in words.
///
/// @param at the moment that it shows, with the day
/// @param alarm how many are left after closing; empty for none
/// @param count of recognised people
/// @param visitors how many without a card were counted
/// @param rooms each room with what the list and what the sensors say
/// @param people recognised people and counted visitors, by room in the order of the configuration,
///   the earliest first
public record MusterView(
        String centreName,
        String at,
        String alarm,
        int count,
        int visitors,
        List<RoomLine> rooms,
        List<PersonLine> people) {
    public MusterView {
        rooms = List.copyOf(rooms);
        people = List.copyOf(people);
    }

    /// A room: how many the list has there, how many are estimated, and how sure that is.
    public record RoomLine(String name, int listed, String estimate, String sure) {}

    /// Somebody inside, or some.
    ///
    /// @param who a name, or a code where no name may or can be shown
    public record PersonLine(String who, String kind, String room, String since) {
        @Override
        public String toString() {
            return "PersonLine";
        }
    }

    static MusterView of(Inside inside, Board board, boolean names, Moment moment) {
        var texts = moment.texts();
        var order =
                Comparator.<Entry>comparingInt(entry -> index(entry.room(), board))
                        .thenComparing(Entry::since);
        var entries =
                Stream.concat(
                                inside.known().stream().map(one -> entry(one, names, texts)),
                                inside.visitors().stream().map(some -> entry(some, texts)))
                        .sorted(order)
                        .toList();
        return new MusterView(
                board.centreName(),
                texts.get("inside.at", texts.day(moment.now(), moment.zone()), time(moment)),
                board.leftInside() == 0 ? "" : texts.get("inside.left", board.leftInside()),
                inside.known().size(),
                inside.visitors().stream().mapToInt(Visitors::people).sum(),
                board.rooms().stream().map(room -> room(room, entries, texts)).toList(),
                entries.stream().map(entry -> person(entry, board, moment)).toList());
    }

    /// Somebody or some, before the words.
    private record Entry(
            String who, String kind, int people, @Nullable String room, java.time.Instant since) {}

    private static Entry entry(Known one, boolean names, Texts texts) {
        var name = names ? one.name() : null;
        return new Entry(
                name == null ? texts.get("inside.code", one.code()) : name,
                texts.word(one.kind()),
                1,
                one.room(),
                one.since());
    }

    private static Entry entry(Visitors some, Texts texts) {
        var word = texts.word(some.kind());
        var key = some.kind() == VisitKind.GROUP ? "inside.group" : "inside.counted";
        return new Entry(
                texts.get(key, some.people()), word, some.people(), some.room(), some.since());
    }

    private static PersonLine person(Entry entry, Board board, Moment moment) {
        return new PersonLine(
                entry.who(),
                entry.kind(),
                board.rooms().stream()
                        .filter(room -> room.room().equals(entry.room()))
                        .map(RoomState::name)
                        .findFirst()
                        .orElse(moment.texts().get("inside.no-room")),
                moment.clock(entry.since()));
    }

    private static RoomLine room(RoomState room, List<Entry> entries, Texts texts) {
        var people = room.people();
        return new RoomLine(
                room.name(),
                entries.stream()
                        .filter(entry -> Objects.equals(entry.room(), room.room()))
                        .mapToInt(Entry::people)
                        .sum(),
                people == null ? "–" : people.toString(),
                texts.word(room.quality()));
    }

    private static int index(@Nullable String room, Board board) {
        var ids = board.rooms().stream().map(RoomState::room).toList();
        var index = room == null ? -1 : ids.indexOf(room);
        return index < 0 ? ids.size() : index;
    }

    private static String time(Moment moment) {
        return moment.texts().clock(moment.now(), moment.zone());
    }
}
