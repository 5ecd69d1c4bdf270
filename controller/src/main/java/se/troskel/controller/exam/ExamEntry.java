package se.troskel.controller.exam;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What somebody on the staff wants noted.
///
/// @param sitting as in [ExamNote]
/// @param happened null for now
public record ExamEntry(@Nullable String sitting, @Nullable Instant happened, ExamFact fact) {}
