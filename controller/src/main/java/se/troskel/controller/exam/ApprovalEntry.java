package se.troskel.controller.exam;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.ApprovalReason;
import se.troskel.protocol.decision.DocumentType;

/// An invigilator's decision about a candidate, as it is given on a page.
///
/// @param approved false when they do not recognise the holder of the document
/// @param document null when none was seen that the university takes
/// @param reason null where none is given
/// @param remote whether whoever says so is somewhere else
/// @param happened null for now
public record ApprovalEntry(
        String registration,
        boolean approved,
        @Nullable DocumentType document,
        @Nullable ApprovalReason reason,
        boolean remote,
        @Nullable Instant happened) {}
