package se.troskel.controller.journal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Trust;
import se.troskel.config.TrustLoader;
import se.troskel.config.TrustedKey.Use;

/// Whose anchors are believed: `trust/*.json` of a configuration's folder.
record AnchorTrust(Trust trust) {
    /// Null for null. A file that cannot be read counts for nothing. Blocks on disk.
    static @Nullable AnchorTrust in(@Nullable Path folder) {
        return folder == null ? null : new AnchorTrust(new TrustLoader().load(folder).trust());
    }

    /// Whether the anchor is signed with a record key of its own centre that was to be trusted when
    /// it was made.
    boolean holds(JournalAnchor anchor) {
        JournalAnchor.Statement statement = anchor.statement();
        return trust.trusts(Use.RECORD, statement.centre(), anchor.key(), statement.at());
    }
}
