package se.troskel.protocol.kiosk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody who came for an exam answered to an [ExamAsk]. POST `/api/v1/kiosk/exam`, answered
/// by an [Answer] for the same presentation. At most one of the last three is set; with none of
/// them the answer is the same as before.
///
/// @param presentation the id of the presentation whose answer asked
/// @param sitting the exam that they write now, one of those offered
/// @param document which document they will show
/// @param mrz the machine-readable lines of the document itself, 1 to 3 lines of 1 to 44 characters
///   with a line feed between; never logged and never stored
public record ExamChoice(
        UUID presentation,
        String kiosk,
        @Nullable String sitting,
        @Nullable DocumentShown document,
        @Nullable String mrz) {
    /// Most lines of a document. Source: ICAO 9303 part 5 (TD1).
    public static final int MRZ_LINES = 3;

    /// Longest line of a document. Source: ICAO 9303 part 4 (TD3).
    public static final int MRZ_LINE = 44;

    public ExamChoice {
        int set = (sitting == null ? 0 : 1) + (document == null ? 0 : 1) + (mrz == null ? 0 : 1);
        if (set > 1) {
            throw new IllegalArgumentException(
                    "at most one of 'sitting', 'document' and 'mrz' is set, here " + set);
        }
        if (mrz != null && !areLines(mrz)) {
            throw new IllegalArgumentException(
                    "'mrz' is "
                            + MRZ_LINES
                            + " lines at most, of 1 to "
                            + MRZ_LINE
                            + " characters with a line feed between");
        }
    }

    private static boolean areLines(String mrz) {
        String[] lines = mrz.split("\n", -1);
        if (lines.length > MRZ_LINES) {
            return false;
        }
        for (String line : lines) {
            if (line.isEmpty() || line.length() > MRZ_LINE) {
                return false;
            }
        }
        return true;
    }

    /// Without what the document says, so that no log or exception shows it.
    @Override
    public String toString() {
        return "ExamChoice[" + presentation + " " + kiosk + " " + sitting + " " + document + "]";
    }
}
