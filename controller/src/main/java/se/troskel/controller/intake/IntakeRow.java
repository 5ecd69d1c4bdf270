package se.troskel.controller.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A row of a table, cell by cell.
///
/// @param places where each known column stands
record IntakeRow(CsvTable.Row row, Map<Column, Integer> places) {
    static final int LONGEST = 200;

    /// The cell; empty when it is empty or the column is not there.
    Optional<String> text(Column column) {
        Integer place = places.get(column);
        if (place == null || place >= row.cells().size()) {
            return Optional.empty();
        }
        String cell = row.cells().get(place);
        if (cell.length() > LONGEST) {
            throw new RowRefusedException(RowProblem.TOO_LONG, column);
        }
        return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }

    String required(Column column) {
        return text(column).orElseThrow(() -> new RowRefusedException(RowProblem.MISSING, column));
    }

    Optional<LocalDate> date(Column column) {
        return text(column).map(cell -> date(cell, column));
    }

    Optional<Boolean> yesOrNo(Column column) {
        return text(column).map(cell -> yesOrNo(cell, column));
    }

    /// A time of its own or of the day in the column DATE.
    LocalDateTime time(Column column) {
        String cell = required(column).replace('T', ' ').replace('.', ':');
        try {
            if (cell.matches("[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?")) {
                LocalTime time = LocalTime.parse(cell.indexOf(':') == 1 ? "0" + cell : cell);
                return date(required(Column.DATE), Column.DATE).atTime(time);
            }
            return LocalDateTime.parse(cell.replaceFirst(" +", "T"));
        } catch (DateTimeException e) {
            throw new RowRefusedException(RowProblem.TIME, column);
        }
    }

    /// A time of the day without a date.
    Optional<LocalTime> clock(Column column) {
        return text(column)
                .map(cell -> {
                    String plain = cell.replace('.', ':');
                    try {
                        return LocalTime.parse(plain.indexOf(':') == 1 ? "0" + plain : plain);
                    } catch (DateTimeException e) {
                        throw new RowRefusedException(RowProblem.TIME, column);
                    }
                });
    }

    static LocalDate date(String cell, Column column) {
        try {
            return LocalDate.parse(
                    cell.matches("[0-9]{8}")
                            ? cell.substring(0, 4)
                                    + "-"
                                    + cell.substring(4, 6)
                                    + "-"
                                    + cell.substring(6)
                            : cell.replace('/', '-'));
        } catch (DateTimeException e) {
            throw new RowRefusedException(RowProblem.DATE, column);
        }
    }

    static boolean yesOrNo(String cell, Column column) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "ja", "j", "yes", "y", "true", "sant", "1", "x" -> true;
            case "nej", "n", "no", "false", "falskt", "0" -> false;
            default -> throw new RowRefusedException(RowProblem.YES_NO, column);
        };
    }
}
