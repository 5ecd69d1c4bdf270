package se.troskel.controller.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.kiosk.AnswerDetails;

/// What somebody can do now who was neither let in nor refused: the terminal could not do its part.
///
/// @param next possible at that hour at that centre
public record Help(NextStep next, AnswerDetails details) {
    /// What help there is at an instant.
    ///
    /// @param mode null when the clock cannot be trusted
    public static Help at(
            CentreConfig config, OpeningHours hours, @Nullable OpeningMode mode, Instant at) {
        Step step = new Steps(config.centre(), hours, mode, at).help();
        return new Help(step.next(), step.details());
    }
}
