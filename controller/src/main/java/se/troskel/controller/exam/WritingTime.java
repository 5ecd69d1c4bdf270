package se.troskel.controller.exam;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// When somebody's writing ends. Pure; durations are elapsed time, so a change of the clocks in the
/// night neither gives nor takes any.
final class WritingTime {
    private static final int PERCENT = 100;

    private WritingTime() {}

    /// Writing time with extended time, rounded up to whole minutes.
    static Duration of(int minutes, int extraPercent) {
        return Duration.ofMinutes(Math.ceilDiv(minutes * (PERCENT + extraPercent), PERCENT));
    }

    /// The end once all time is given back in which nobody could write. Interruptions may overlap;
    /// one that begins when somebody has finished changes nothing for them.
    ///
    /// @param at where an interruption still lasts, the end is as if it were over now
    static Instant end(
            Instant start, Duration writing, List<Interruption> interruptions, Instant at) {
        List<Interruption> inOrder =
                interruptions.stream().sorted(Comparator.comparing(Interruption::from)).toList();
        Instant cursor = start;
        Duration left = writing;
        for (Interruption pause : inOrder) {
            Instant until = pause.until() == null ? at : pause.until();
            if (pause.from().isAfter(cursor)) {
                Duration written = Duration.between(cursor, pause.from());
                if (written.compareTo(left) >= 0) {
                    break;
                }
                left = left.minus(written);
                cursor = pause.from();
            }
            if (until.isAfter(cursor)) {
                cursor = until;
            }
        }
        return cursor.plus(left);
    }
}
