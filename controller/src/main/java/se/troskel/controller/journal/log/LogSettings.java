package se.troskel.controller.journal.log;

import java.util.random.RandomGenerator;

/// How a log keeps its segments.
///
/// @param segmentBytes size of a segment; a record that needs more gets a segment of its own size
/// @param random makes the epoch
/// @param files opens the files; [SegmentFile#onDisk] outside tests
public record LogSettings(int segmentBytes, RandomGenerator random, SegmentFile.Opener files) {
    /// Bytes of a segment where nothing else is asked for: about ten thousand records.
    public static final int SEGMENT_BYTES = 4 * 1024 * 1024;

    private static final int SMALLEST = 1024;

    public LogSettings {
        if (segmentBytes < SMALLEST) {
            throw new IllegalArgumentException("a segment has 1024 bytes or more");
        }
    }

    public static LogSettings standard(RandomGenerator random) {
        return new LogSettings(SEGMENT_BYTES, random, SegmentFile::onDisk);
    }
}
