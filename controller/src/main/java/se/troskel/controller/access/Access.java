package se.troskel.controller.access;

import java.time.Instant;
import java.util.List;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.kiosk.AnswerDetails;

/// The decision of everyday check-in and access (DOMAIN 5.1).
public final class Access {
    private Access() {}

    /// Decides. Never throws; the same for the same arguments.
    public static AccessDecision decide(
            AccessSnapshot snapshot, AccessQuestion question, Instant at) {
        return new AccessDecision(
                CheckInReason.UNKNOWN,
                NextStep.ASK_AT_DESK,
                null,
                AnswerDetails.NONE,
                List.of(),
                false,
                null,
                null,
                null,
                null,
                null,
                false,
                List.of());
    }
}
