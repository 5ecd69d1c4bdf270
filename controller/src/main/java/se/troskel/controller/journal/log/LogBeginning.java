package se.troskel.controller.journal.log;

import org.jspecify.annotations.Nullable;

/// What stands before the first record that a log still has. Of a log that was never retired:
/// [#START].
///
/// @param epoch the log's; empty for any
/// @param segment number of the last retired segment; 0 for none
/// @param seq position of the last retired record; 0 for none
/// @param hash its chain hash
public record LogBeginning(String epoch, long segment, long seq, ChainHash hash) {
    /// Nothing was ever retired.
    public static final LogBeginning START = new LogBeginning("", 0, 0, ChainHash.NONE);

    static LogBeginning before(SegmentHeader first) {
        return new LogBeginning(
                first.epoch(), first.number() - 1, first.firstSeq() - 1, first.previous());
    }

    /// Whether a segment stands before it: a retirement that was interrupted left it behind.
    boolean isRetired(long number) {
        return number <= segment;
    }

    /// Why this cannot be the first segment that is not retired; null when it is.
    @Nullable String problem(SegmentHeader first) {
        if (first.number() != segment + 1) {
            return segment == 0
                    ? "the first segment is missing"
                    : "the first segment behind the anchor is missing";
        }
        if (!epoch.isEmpty() && !epoch.equals(first.epoch())) {
            return "the segment is of another journal than the anchor";
        }
        return first.firstSeq() == seq + 1 && first.previous().equals(hash)
                ? null
                : "the segment does not continue the anchor";
    }
}
