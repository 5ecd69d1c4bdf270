package se.troskel.controller.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Centre;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.decision.OpeningMode;

/// The steps out of a refusal that are possible at this hour at this centre: the desk only while
/// somebody is there, coming back only with a time, calling only where there is a phone. What is
/// left when nothing else is: showing the card or code again.
final class Steps {
    private final Centre centre;
    private final OpeningHours hours;
    private final @Nullable OpeningMode mode;
    private final Instant at;

    /// @param mode null when the clock cannot be trusted: then no hour is promised
    Steps(Centre centre, OpeningHours hours, @Nullable OpeningMode mode, Instant at) {
        this.centre = centre;
        this.hours = hours;
        this.mode = mode;
        this.at = at;
    }

    /// Somebody has to help: now if possible, else by phone, else at the next desk hours.
    Step help() {
        if (mode == OpeningMode.STAFFED) {
            return new Step(NextStep.ASK_AT_DESK);
        }
        return centre.phone() != null ? new Step(NextStep.CALL) : deskHours();
    }

    /// Something has to be done at the desk: now, else at the next desk hours, else by phone.
    Step desk() {
        if (mode == OpeningMode.STAFFED) {
            return new Step(NextStep.ASK_AT_DESK);
        }
        Step later = deskHours();
        return later.next() != NextStep.COME_BACK && centre.phone() != null
                ? new Step(NextStep.CALL)
                : later;
    }

    /// When the centre opens next and until when it then is open; where none is planned, help.
    Step nextOpening() {
        return mode == null
                ? help()
                : hours.open(at)
                        .map(next -> Step.comeBack(next.from()).until(next.until()))
                        .orElseGet(this::help);
    }

    private Step deskHours() {
        return mode == null
                ? new Step(NextStep.SHOW_AGAIN)
                : hours.staffedPeriod(at)
                        .map(desk -> Step.comeBack(desk.from()).until(desk.until()))
                        .orElseGet(() -> new Step(NextStep.SHOW_AGAIN));
    }
}
