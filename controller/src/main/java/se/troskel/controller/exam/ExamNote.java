package se.troskel.controller.exam;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line of an exam day's log. Never changed: what turns out wrong is undone by a further line.
///
/// @param sitting id of the sitting; null where it is about none: a call for help, somebody on no
///   list, and what is about another line
/// @param happened when it happened, which for what was noted on paper is earlier
/// @param recorded when it was written down here
/// @param by user of the staff account, id of the terminal, or [#BUILDING]
public record ExamNote(
        UUID id,
        @Nullable String sitting,
        Instant happened,
        Instant recorded,
        String by,
        ExamFact fact) {
    /// Who notes what the building does by itself.
    public static final String BUILDING = "building";
}
