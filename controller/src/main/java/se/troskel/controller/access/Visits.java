package se.troskel.controller.access;

import java.time.Instant;
import se.troskel.controller.access.Deliberation.Admission;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.decision.VisitKind;

/// Visits without a card: a guest, a group, a child in company (DOMAIN 5.1 row 15). They are
/// counted while somebody is at the desk, and no door is unlocked for them.
public final class Visits {
    private Visits() {}

    /// Decides on a visit of this kind. Never throws.
    public static AccessDecision decide(AccessSnapshot snapshot, VisitKind kind, Instant at) {
        Deliberation deliberation = new Deliberation(snapshot, at);
        deliberation.countAs(kind);
        if (snapshot.evacuate()) {
            return deliberation.refuse(
                    CheckInReason.EVACUATE, "evacuate", new Step(NextStep.LEAVE_NOW));
        }
        if (deliberation.mode != OpeningMode.STAFFED) {
            return deliberation.refuse(
                    CheckInReason.GUEST_NEEDS_STAFF, "visit.unstaffed", atDeskHours(deliberation));
        }
        AccessDecision full = new Rights(deliberation).full(null);
        return full != null
                ? full
                : deliberation.grant(
                        CheckInReason.VISIT_COUNTED,
                        "visit.counted",
                        new Step(NextStep.SIT_DOWN).until(deliberation.closing()),
                        Admission.NONE);
    }

    /// A guest has no card to show again: where nothing else is possible, until next time.
    private static Step atDeskHours(Deliberation deliberation) {
        Step desk = deliberation.steps.desk();
        return desk.next() == NextStep.SHOW_AGAIN ? new Step(NextStep.GOODBYE) : desk;
    }
}
