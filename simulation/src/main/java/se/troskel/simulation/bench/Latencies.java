package se.troskel.simulation.bench;

import java.util.Arrays;

/// What was measured, one duration each, in order of size. Immutable.
public final class Latencies {
    private final long[] sorted;

    /// Takes durations as they were measured.
    ///
    /// @param nanos at least one
    public Latencies(long[] nanos) {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        this.sorted = nanos.clone();
        Arrays.sort(sorted);
    }

    /// The smallest duration that at least this share of all does not exceed, in microseconds.
    ///
    /// @param share above 0, at most 1
    public double micros(double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(rank, 1) - 1] / 1000.0;
    }
}
