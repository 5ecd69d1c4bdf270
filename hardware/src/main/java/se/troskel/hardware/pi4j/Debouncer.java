package se.troskel.hardware.pi4j;

import static se.troskel.hardware.InputLine.Level.FAULT;
import static se.troskel.hardware.InputLine.Level.UNKNOWN;

import java.util.concurrent.TimeUnit;
import se.troskel.hardware.InputLine.Level;

/// What a bouncing contact really says. Pure: time comes in as monotonic nanoseconds. One thread at
/// a time.
///
/// ```
///           first reading                 still for settle
///  UNKNOWN ---------------> REST/ACTIVE ------------------> REST/ACTIVE
///     ^                        |   ^
///     | line gone              |   | still for one second
///     +---- from anywhere      v   |
///                              FAULT   more than N edges within a second
/// ```
final class Debouncer {
    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final long settleNanos;
    private final long[] edges;
    private long edgeCount;
    private Level raw = UNKNOWN;
    private Level said = UNKNOWN;
    private boolean settling;
    private long dueNanos;

    Debouncer(Debounce debounce) {
        settleNanos = debounce.settle().toNanos();
        edges = new long[debounce.maxEdgesPerSecond()];
    }

    /// The debounced level.
    Level level() {
        return said;
    }

    /// Whether [#poll] has something to decide at [#dueNanos].
    boolean settling() {
        return settling;
    }

    long dueNanos() {
        return dueNanos;
    }

    /// The line changed to `level`, or was read as it. The first reading, and the first after the
    /// line was gone, counts at once.
    ///
    /// @param level REST or ACTIVE; UNKNOWN when the line does not answer any more
    void edge(Level level, long nowNanos) {
        raw = level;
        if (level == UNKNOWN || said == UNKNOWN) {
            said = level;
            settling = false;
            edgeCount = 0;
            return;
        }
        int slot = (int) (edgeCount % edges.length);
        boolean storm = edgeCount >= edges.length && nowNanos - edges[slot] < WINDOW_NANOS;
        edges[slot] = nowNanos;
        edgeCount++;
        if (storm) {
            said = FAULT;
        }
        settling = true;
        dueNanos = nowNanos + (said == FAULT ? WINDOW_NANOS : settleNanos);
    }

    /// Time passed without an edge.
    void poll(long nowNanos) {
        if (settling && nowNanos - dueNanos >= 0) {
            said = raw;
            settling = false;
        }
    }
}
