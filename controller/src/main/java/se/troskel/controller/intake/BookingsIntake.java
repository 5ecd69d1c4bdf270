package se.troskel.controller.intake;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.journal.log.RandomId;
import se.troskel.controller.register.Booking;
import se.troskel.controller.register.RegisterEdit;

/// Reads a file of bookings, which takes the place of all bookings before. Pure but for the random
/// ids.
public final class BookingsIntake {
    private static final String KIND = "BOOKINGS";

    private final IntakeContext context;
    private final Map<String, String> rooms;
    private final WhoReader who;
    private final Map<String, Booking> bookings = new LinkedHashMap<>();

    private BookingsIntake(
            IntakeContext context, Map<String, String> rooms, @Nullable CardFormat format) {
        this.context = context;
        this.rooms = rooms;
        this.who = new WhoReader(context, format);
    }

    /// What an import of `bytes` would do.
    ///
    /// @param rooms id of each room by its id and by its name, both in lower case
    /// @param chosen the format of the card numbers; null to find it out
    /// @throws UnreadableTableException when it is no table of bookings
    public static Preview preview(
            byte[] bytes,
            IntakeContext context,
            Map<String, String> rooms,
            @Nullable CardFormat chosen) {
        IntakeTable file = new IntakeTable(bytes, KIND);
        file.requireOneOf(Column.ROOM);
        file.requireOneOf(Column.FROM);
        file.requireOneOf(Column.UNTIL);
        file.requireOneOf(Column.PERSONAL_NUMBER, Column.EXTERNAL_ID, Column.CARD);
        Optional<CardColumn> cards = WhoReader.cards(file, context, chosen);
        BookingsIntake intake =
                new BookingsIntake(context, rooms, cards.map(CardColumn::format).orElse(null));
        file.eachRow(intake::take);
        Preview.Tally tally = new Preview.Tally();
        for (Booking booking : intake.bookings.values()) {
            tally.count(intake.before(booking.id()), booking);
        }
        return tally.preview(
                new RegisterEdit.ReplaceBookings(
                        List.copyOf(intake.bookings.values()), file.parked()),
                file,
                cards.orElse(null));
    }

    private void take(IntakeRow row) {
        String room = room(row, rooms);
        String person = who.read(row).person();
        if (person == null) {
            throw new RowRefusedException(RowProblem.UNKNOWN_PERSON, null);
        }
        LocalDateTime from = row.time(Column.FROM);
        LocalDateTime until = row.time(Column.UNTIL);
        if (!until.isAfter(from)) {
            throw new RowRefusedException(RowProblem.ORDER, Column.UNTIL);
        }
        Instant start = from.atZone(context.zone()).toInstant();
        String id = row.text(Column.BOOKING).orElseGet(() -> idOf(room, person, start));
        if (bookings.containsKey(id)) {
            throw new RowRefusedException(RowProblem.TWICE, null);
        }
        Instant end = until.atZone(context.zone()).toInstant();
        bookings.put(id, new Booking(id, room, person, start, end));
    }

    /// The id that the same booking had before, else a new one.
    private String idOf(String room, String person, Instant start) {
        return Stream.concat(
                        bookings.values().stream(), context.register().bookings().all().stream())
                .filter(other ->
                        other.room().equals(room)
                                && other.person().equals(person)
                                && other.from().equals(start))
                .map(Booking::id)
                .findFirst()
                .orElseGet(() -> RandomId.next(context.random()));
    }

    private @Nullable Booking before(String id) {
        return context.register().bookings().all().stream()
                .filter(booking -> booking.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    static String room(IntakeRow row, Map<String, String> rooms) {
        String room = rooms.get(row.required(Column.ROOM).toLowerCase(Locale.ROOT));
        if (room == null) {
            throw new RowRefusedException(RowProblem.UNKNOWN_ROOM, Column.ROOM);
        }
        return room;
    }
}
