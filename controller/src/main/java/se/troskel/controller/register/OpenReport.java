package se.troskel.controller.register;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How the register came up; the caller says it loudly when [#wasRebuilt()].
///
/// @param whyRebuilt why the database could not be used; null when it could
/// @param aside where its file was put; null when there was none or it could be used
/// @param replayed edits of the log that were not in the database or snapshot
/// @param droppedBytes of a torn end of the log; nothing that was reported durable
public record OpenReport(
        @Nullable String whyRebuilt, @Nullable Path aside, long replayed, long droppedBytes) {
    public boolean wasRebuilt() {
        return whyRebuilt != null;
    }
}
