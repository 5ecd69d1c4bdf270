package se.troskel.region.store;

import java.time.Instant;

/// Records of one journal's life that will never be stored: the centre gave them up.
///
/// @param noticed when the region heard of it
public record StoredGap(String centre, String epoch, long firstSeq, long lastSeq, Instant noticed) {
    public long records() {
        return lastSeq - firstSeq + 1;
    }
}
