package se.troskel.controller.commissioning;

import java.time.Instant;
import java.util.List;

/// How a step ended, when and with whom.
///
/// @param step the step's id
/// @param outcome never `NOT_TRIED`
/// @param by the name of the person at the device
/// @param remark why it failed or was skipped; empty when there is nothing to say
/// @param sensed what came, in its order
public record Result(
        String step, Outcome outcome, Instant at, String by, String remark, List<Sensed> sensed) {
    public Result {
        sensed = List.copyOf(sensed);
        if (outcome == Outcome.NOT_TRIED) {
            throw new IllegalArgumentException("a result is PASSED, FAILED or SKIPPED");
        }
    }
}
