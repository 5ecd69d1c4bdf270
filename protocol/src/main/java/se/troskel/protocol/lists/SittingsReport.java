package se.troskel.protocol.lists;

import java.util.List;

/// What a list of sittings would do, or did. POST `/api/v1/sittings` answers so; the list itself is
/// the body, CSV or .xlsx. Holds no name and no number.
///
/// @param applied whether the good rows were taken and the wrong ones parked; false for a preview
/// @param added candidates that are new
/// @param changed candidates who are there with something else
/// @param unchanged candidates who are there just so
/// @param gone candidates who are not on the list any more: cancelled
/// @param wrong how many rows cannot be taken
/// @param rows the first of them, at most [#ROWS_MAX]
/// @param unknownUniversities codes without rules, most likely mistyped
public record SittingsReport(
        boolean applied,
        int added,
        int changed,
        int unchanged,
        int gone,
        int wrong,
        List<WrongRow> rows,
        List<String> unknownUniversities) {
    /// How many rows are named at most.
    public static final int ROWS_MAX = 200;

    public SittingsReport {
        rows = List.copyOf(rows);
        unknownUniversities = List.copyOf(unknownUniversities);
    }

    /// A row that cannot be taken.
    ///
    /// @param row of the file, the heading being row 1
    /// @param reason a sentence in the centre's first language, which repeats nothing of the row
    public record WrongRow(int row, String reason) {}
}
