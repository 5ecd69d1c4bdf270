package se.troskel.controller.intake;

import java.util.ArrayList;
import java.util.List;

/// A table of text as spreadsheets save it: a heading line, then rows; fields may be quoted, with a
/// doubled quote for a quote, and quoted fields may span lines. Blank lines do not count. A
/// workbook comes as the same table.
///
/// @param charset how the file was encoded; [#WORKBOOK] for a workbook
/// @param separator semicolon, comma or tab: what the heading line has most of
/// @param header names of the columns, as written
/// @param rows without the heading
record CsvTable(String charset, char separator, List<String> header, List<Row> rows) {
    /// A row.
    ///
    /// @param line of its first character, 1 for the first line of the file
    /// @param cells without spaces around them; as many as the row has
    /// @param whole false when a quote was not closed
    record Row(int line, List<String> cells, boolean whole) {
        Row {
            cells = List.copyOf(cells);
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }

    private static final int BYTES_MAX = 8 * 1024 * 1024;

    /// What a workbook has in the place of a charset and a separator.
    static final String WORKBOOK = "xlsx";

    static final char NO_SEPARATOR = ' ';

    static final int ROWS_MAX = 50_000;
    private static final char QUOTE = '"';
    private static final String SEPARATORS = ";,\t";

    CsvTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /// Reads a file.
    ///
    /// @throws UnreadableTableException when it is empty or too large
    static CsvTable read(byte[] file) {
        if (file.length > BYTES_MAX) {
            throw new UnreadableTableException("table.tooLarge");
        }
        DecodedText decoded = DecodedText.of(file);
        char separator = separatorOf(decoded.text());
        return of(decoded.charset(), separator, new Parser(decoded.text(), separator).rows());
    }

    /// A table of rows, the first of them the heading.
    ///
    /// @throws UnreadableTableException when there are none or too many
    static CsvTable of(String charset, char separator, List<Row> rows) {
        if (rows.isEmpty()) {
            throw new UnreadableTableException("table.empty");
        }
        if (rows.size() > ROWS_MAX) {
            throw new UnreadableTableException("table.tooLarge");
        }
        return new CsvTable(
                charset, separator, rows.getFirst().cells(), rows.subList(1, rows.size()));
    }

    private static char separatorOf(String text) {
        String heading = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = SEPARATORS.charAt(0);
        long most = 0;
        for (int i = 0; i < SEPARATORS.length(); i++) {
            char candidate = SEPARATORS.charAt(i);
            long count = heading.chars().filter(character -> character == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    /// Walks the text once.
    private static final class Parser {
        private final String text;
        private final char separator;
        private final List<Row> rows = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private List<String> cells = new ArrayList<>();
        private int at;
        private int line = 1;
        private int rowLine = 1;

        Parser(String text, char separator) {
            this.text = text;
            this.separator = separator;
        }

        List<Row> rows() {
            while (at < text.length()) {
                char next = text.charAt(at++);
                if (next == QUOTE && cell.toString().isBlank()) {
                    cell.setLength(0);
                    if (!quoted()) {
                        endRow(false);
                        return rows;
                    }
                } else if (next == separator) {
                    endCell();
                } else if (next == '\n' || next == '\r') {
                    if (next == '\r' && at < text.length() && text.charAt(at) == '\n') {
                        at++;
                    }
                    endRow(true);
                    line++;
                    rowLine = line;
                } else {
                    cell.append(next);
                }
            }
            endRow(true);
            return rows;
        }

        /// Takes a quoted field up to its closing quote; false when there is none.
        private boolean quoted() {
            while (at < text.length()) {
                char next = text.charAt(at++);
                if (next == '\n') {
                    line++;
                }
                if (next != QUOTE) {
                    cell.append(next);
                } else if (at < text.length() && text.charAt(at) == QUOTE) {
                    cell.append(QUOTE);
                    at++;
                } else {
                    return true;
                }
            }
            return false;
        }

        private void endCell() {
            cells.add(cell.toString().strip());
            cell.setLength(0);
        }

        private void endRow(boolean whole) {
            endCell();
            Row row = new Row(rowLine, cells, whole);
            if (!row.isBlank() || !whole) {
                rows.add(row);
            }
            cells = new ArrayList<>();
        }
    }
}
