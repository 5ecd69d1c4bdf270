package se.troskel.simulation.queue;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.ExamReason;

/// What became of everybody, in the order in which they stood. Times are from when they came.
public record QueueResult(List<Candidate> candidates) {
    public QueueResult {
        candidates = List.copyOf(candidates);
    }

    /// One of them.
    ///
    /// @param trouble null for none
    /// @param told the last that the terminal said
    /// @param directed when it said so
    /// @param atTerminal how long they stood at it
    /// @param seated when the invigilator let them in; null for those in trouble
    public record Candidate(
            @Nullable Trouble trouble,
            ExamReason told,
            Duration directed,
            Duration atTerminal,
            @Nullable Duration seated) {}

    /// When everybody knew where to go.
    public Duration directed() {
        return last(Candidate::directed);
    }

    /// The longest that anybody stood at the terminal.
    public Duration atTerminal() {
        return last(Candidate::atTerminal);
    }

    /// When everybody without trouble was let in.
    public Duration seated() {
        return last(Candidate::seated);
    }

    private Duration last(Function<Candidate, @Nullable Duration> what) {
        return candidates.stream()
                .flatMap(one -> Stream.ofNullable(what.apply(one)))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
