package se.troskel.controller.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import se.troskel.controller.register.ParkedRow;

/// A table whose columns are known. Gives out its rows one by one and parks those that are refused.
final class IntakeTable {
    /// Anything that could be a personal number.
    private static final Pattern PERSONAL =
            Pattern.compile("[0-9]{6,8} ?[-+]? ?[0-9A-Za-z][0-9]{3}");

    private final CsvTable table;
    private final String kind;
    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final List<ParkedRow> parked = new ArrayList<>();

    /// Reads a file; what kind it is its first bytes say.
    ///
    /// @param kind what the rows are, for the parked ones
    /// @throws UnreadableTableException when it is no table, or a column stands twice
    IntakeTable(byte[] file, String kind) {
        this.table = Workbook.isOne(file) ? Workbook.read(file) : CsvTable.read(file);
        this.kind = kind;
        for (int place = 0; place < table.header().size(); place++) {
            Column column = Column.named(table.header().get(place)).orElse(null);
            if (column != null && places.put(column, place) != null) {
                throw new UnreadableTableException("table.twice." + column);
            }
        }
    }

    CsvTable table() {
        return table;
    }

    List<ParkedRow> parked() {
        return List.copyOf(parked);
    }

    boolean has(Column column) {
        return places.containsKey(column);
    }

    /// Requires at least one of these columns.
    ///
    /// @throws UnreadableTableException when none is there
    void requireOneOf(Column... columns) {
        for (Column column : columns) {
            if (has(column)) {
                return;
            }
        }
        throw new UnreadableTableException("table.missing." + columns[0]);
    }

    /// Every cell of a column that is not empty.
    List<String> cells(Column column) {
        Integer place = places.get(column);
        return place == null
                ? List.of()
                : table.rows().stream()
                        .map(row -> place < row.cells().size() ? row.cells().get(place) : "")
                        .filter(cell -> !cell.isEmpty())
                        .toList();
    }

    /// Gives each row to `taker`; a row that it refuses is parked.
    void eachRow(Consumer<IntakeRow> taker) {
        for (CsvTable.Row row : table.rows()) {
            try {
                if (!row.whole()) {
                    throw new RowRefusedException(RowProblem.QUOTE_OPEN, null);
                }
                if (row.cells().size() > table.header().size()) {
                    throw new RowRefusedException(RowProblem.CELLS, null);
                }
                taker.accept(new IntakeRow(row, places));
            } catch (RowRefusedException e) {
                parked.add(parked(row, e));
            }
        }
    }

    /// Parks a row that was given out, for what only the whole file shows.
    void park(IntakeRow row, RowRefusedException refusal) {
        parked.add(parked(row.row(), refusal));
    }

    /// The names of somebody whose identity is protected, or may be, are parked nowhere.
    private boolean mayBeKept(Column column, CsvTable.Row row) {
        return switch (column) {
            case PERSONAL_NUMBER, CARD -> false;
            case NAME, FIRST_NAME, LAST_NAME -> {
                try {
                    yield !new IntakeRow(row, places).yesOrNo(Column.PROTECTED).orElse(false);
                } catch (RowRefusedException e) {
                    yield false;
                }
            }
            default -> true;
        };
    }

    private ParkedRow parked(CsvTable.Row row, RowRefusedException refusal) {
        Column column = refusal.column();
        Integer place = column == null ? null : places.get(column);
        Map<String, String> kept = new LinkedHashMap<>();
        places.forEach((known, at) -> {
            String cell = at < row.cells().size() ? row.cells().get(at) : "";
            boolean plain = cell.length() <= IntakeRow.LONGEST;
            if (mayBeKept(known, row) && plain && !PERSONAL.matcher(cell).find()) {
                kept.put(table.header().get(at), cell);
            }
        });
        return new ParkedRow(
                kind,
                row.line(),
                place == null ? null : table.header().get(place),
                refusal.problem().name(),
                kept);
    }
}
