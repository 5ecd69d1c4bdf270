package se.troskel.controller.journal;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// UUIDs of version 7 (RFC 9562): milliseconds of the record's wall clock, then 74 random bits.
final class RecordIds {
    private static final long MILLIS_MASK = 0xFFFF_FFFF_FFFFL;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private RecordIds() {}

    static UUID next(Instant at, RandomGenerator random) {
        long high =
                ((at.toEpochMilli() & MILLIS_MASK) << 16) | VERSION | (random.nextLong() & 0xFFFL);
        long low = VARIANT | (random.nextLong() >>> 2);
        return new UUID(high, low);
    }
}
