package se.troskel.controller.register;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the register came up; the caller says it loudly when [#wasRebuilt()].
///
/// @param whyRebuilt why the database could not be used; null when it could
/// @param aside where its file was put; null when there was none or it could be used
/// @param logAside where the damaged log was put; null when it was good
/// @param from what it went on from
/// @param replayed edits of the log that were not in the database or snapshot
/// @param droppedBytes of a torn end of the log; nothing that was reported durable
/// @param kept names of the damaged parts in its folder, those of earlier runs too
public record OpenReport(
        @Nullable String whyRebuilt,
        @Nullable Path aside,
        @Nullable Path logAside,
        Base from,
        long replayed,
        long droppedBytes,
        List<String> kept) {
    /// What the log's edits are applied to.
    public enum Base {
        DATABASE,
        SNAPSHOT,
        NOTHING
    }

    public OpenReport {
        kept = List.copyOf(kept);
    }

    public boolean wasRebuilt() {
        return whyRebuilt != null;
    }

    /// What staff has to be told until somebody has taken the damaged parts away.
    public RegisterDamage damage() {
        if (kept.isEmpty()) {
            return RegisterDamage.NONE;
        }
        return kept.stream().anyMatch(name -> name.startsWith(EditLog.NAME))
                ? RegisterDamage.CHANGES_MAY_BE_MISSING
                : RegisterDamage.MENDED;
    }
}
