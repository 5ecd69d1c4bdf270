package se.troskel.region.store;

import java.time.Instant;

/// How far one journal's life is stored without a gap.
///
/// @param seq 0 for nothing
/// @param hash of the record at `seq`
/// @param begun when the region first heard of the epoch
public record StoredHistory(String centre, String epoch, long seq, String hash, Instant begun) {}
