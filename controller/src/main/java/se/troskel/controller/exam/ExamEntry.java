package se.troskel.controller.exam;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody on the staff wants noted.
///
/// @param id of the line, where something was stored under it already; null for a new one
/// @param sitting as in [ExamNote]
/// @param happened null for now
public record ExamEntry(
        @Nullable UUID id, @Nullable String sitting, @Nullable Instant happened, ExamFact fact) {
    /// Under a new id.
    public ExamEntry(@Nullable String sitting, @Nullable Instant happened, ExamFact fact) {
        this(null, sitting, happened, fact);
    }
}
