package se.troskel.region.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How the intake is doing, for `/health`.
///
/// @param connected whether the broker can be reached
/// @param stored records stored since the start
/// @param duplicates records that came again
/// @param ahead records that came before others
/// @param differing records that do not fit what is stored
/// @param malformed messages that were not understood, or more than the region keeps
/// @param dropped messages that the queue had no room for
/// @param waiting messages in the queue
/// @param lastCommit null before the first
/// @param writing false while the record cannot be written
public record IntakeStatus(
        boolean connected,
        long stored,
        long duplicates,
        long ahead,
        long differing,
        long malformed,
        long dropped,
        int waiting,
        @Nullable Instant lastCommit,
        boolean writing) {}
