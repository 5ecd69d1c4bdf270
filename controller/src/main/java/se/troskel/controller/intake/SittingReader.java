package se.troskel.controller.intake;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.journal.log.RandomId;
import se.troskel.controller.register.Sitting;

/// Finds out which sitting a row is about: a university's exam on a day. For one file; remembers
/// the sittings of earlier rows.
final class SittingReader {
    private static final int SHORTEST = 15;
    private static final int LONGEST = 720;
    private static final int HOUR = 60;

    private final IntakeContext context;
    private final Map<String, Sitting> sittings = new LinkedHashMap<>();

    SittingReader(IntakeContext context) {
        this.context = context;
    }

    /// The sitting of a row, with the id that it had before.
    ///
    /// @throws RowRefusedException also where an earlier row says otherwise of it
    Sitting read(IntakeRow row) {
        LocalDateTime start = row.time(Column.FROM);
        Sitting read =
                new Sitting(
                        RandomId.next(context.random()),
                        university(row),
                        row.required(Column.COURSE),
                        row.text(Column.EXAM).orElse(null),
                        start.toLocalDate(),
                        start.toLocalTime(),
                        minutes(row.required(Column.MINUTES)),
                        row.clock(Column.HOME_START).orElse(null),
                        Sitting.ListState.READY);
        Sitting earlier = same(sittings.values(), read);
        Sitting before = earlier == null ? inTheRegister(read) : earlier;
        Sitting sitting = before == null ? read : completed(read, before);
        if (earlier != null && !earlier.equals(sitting)) {
            throw new RowRefusedException(RowProblem.SITTING_DIFFERS, Column.FROM);
        }
        return sitting;
    }

    /// Later rows of the file know this sitting too.
    void remember(Sitting sitting) {
        sittings.put(sitting.id(), sitting);
    }

    /// Those of the file, by id.
    Map<String, Sitting> sittings() {
        return sittings;
    }

    private @Nullable Sitting inTheRegister(Sitting read) {
        return same(context.register().exams().sittings().values(), read);
    }

    private static @Nullable Sitting same(Collection<Sitting> some, Sitting read) {
        return some.stream().filter(read::isSameAs).findFirst().orElse(null);
    }

    private static Sitting completed(Sitting read, Sitting before) {
        return new Sitting(
                before.id(),
                read.university(),
                read.course(),
                read.exam(),
                read.day(),
                read.start(),
                read.writingMinutes(),
                Stream.of(read, before)
                        .flatMap(one -> Stream.ofNullable(one.homeStart()))
                        .findFirst()
                        .orElse(null),
                read.list());
    }

    private static String university(IntakeRow row) {
        String code = row.required(Column.UNIVERSITY).toUpperCase(Locale.ROOT);
        if (!code.matches("[\\p{L}\\p{N}-]{2,16}")) {
            throw new RowRefusedException(RowProblem.UNIVERSITY, Column.UNIVERSITY);
        }
        return code;
    }

    private static int minutes(String cell) {
        int minutes = 0;
        if (cell.matches("[0-9]{1,3}")) {
            minutes = Integer.parseInt(cell);
        } else if (cell.matches("[0-9]{1,2}[:.][0-5][0-9]")) {
            String[] parts = cell.split("[:.]", -1);
            minutes = Integer.parseInt(parts[0]) * HOUR + Integer.parseInt(parts[1]);
        }
        if (minutes < SHORTEST || minutes > LONGEST) {
            throw new RowRefusedException(RowProblem.MINUTES, Column.MINUTES);
        }
        return minutes;
    }
}
