package se.troskel.controller.register;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row of an imported file that could not be taken.
///
/// @param kind what the file's rows are, for example `PEOPLE`
/// @param line 1 for the first line of the file
/// @param column name of the column with the problem; null when it is the row as a whole
/// @param problem what is wrong and how to mend it
/// @param cells the row by column, without personal and card numbers
public record ParkedRow(
        String kind, int line, @Nullable String column, String problem, Map<String, String> cells) {
    public ParkedRow {
        cells = Map.copyOf(cells);
    }

    /// Without the row.
    @Override
    public String toString() {
        return "ParkedRow[" + kind + ", line " + line + "]";
    }
}
