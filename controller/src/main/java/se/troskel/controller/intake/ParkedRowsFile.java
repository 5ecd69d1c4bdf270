package se.troskel.controller.intake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.troskel.controller.register.ParkedRow;

/// Parked rows as a file for a spreadsheet: corrected and completed, its rows can be imported.
/// Personal and card numbers are not in it; they have to be filled in again.
public final class ParkedRowsFile {
    private ParkedRowsFile() {}

    /// Semicolons, every field quoted, lines ended as spreadsheets expect; begins with a byte order
    /// mark.
    ///
    /// @param language of the headings and problems: `sv`, else English
    public static String write(List<ParkedRow> rows, String language) {
        boolean swedish = language.equals("sv");
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.cells().keySet().stream().sorted().toList()));
        StringBuilder out = new StringBuilder("\uFEFF");
        Set<String> heading = new LinkedHashSet<>();
        heading.add(swedish ? "Rad" : "Line");
        heading.add(swedish ? "Fält" : "Field");
        heading.add("Problem");
        heading.addAll(columns);
        out.append(line(List.copyOf(heading)));
        for (ParkedRow row : rows) {
            String column = row.column();
            List<String> fixed =
                    List.of(
                            Integer.toString(row.line()),
                            column == null ? "" : column,
                            RowProblem.sentence(row.problem(), language));
            out.append(
                    line(
                            Stream.concat(
                                            fixed.stream(),
                                            columns.stream()
                                                    .map(name ->
                                                            row.cells().getOrDefault(name, "")))
                                    .toList()));
        }
        return out.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(ParkedRowsFile::quoted).collect(Collectors.joining(";")) + "\r\n";
    }

    /// A field that a spreadsheet would take for a formula gets an apostrophe in front.
    private static String quoted(String cell) {
        String plain = cell.matches("(?s)[=+@\\t\\r-].*") ? "'" + cell : cell;
        return '"' + plain.replace("\"", "\"\"") + '"';
    }
}
