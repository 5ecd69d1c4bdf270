package se.troskel.controller.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.access.Deliberation.Admission;
import se.troskel.controller.register.Credential;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.NextStep;

/// What a PIN does to a decision. It is asked for last, so that nobody types one for nothing; a
/// wrong one refuses even where none was needed, and a credential without a PIN gets one at the
/// desk.
final class PinQuestion {
    private final Deliberation deliberation;
    private final PinEntered pin;
    private final TryLimit limit;

    PinQuestion(Deliberation deliberation, PinEntered pin) {
        this.deliberation = deliberation;
        this.pin = pin;
        this.limit = TryLimit.ofPins(deliberation.rules());
    }

    /// What the PIN has against the person; null for nothing.
    @Nullable AccessDecision refusal(boolean needed, Credential credential) {
        if (!needed && pin != PinEntered.WRONG) {
            return null;
        }
        PinState state =
                deliberation.snapshot.pins().getOrDefault(credential.lookup(), PinState.CLEAR);
        Instant paused = PinRule.pausedUntil(state, deliberation.at);
        if (paused != null) {
            return paused(paused, false);
        }
        if (credential.pinHash() == null) {
            return new Rights(deliberation).atTheDesk("pin.none-chosen");
        }
        return switch (pin) {
            case RIGHT -> null;
            case NOT_YET ->
                    deliberation.refuse(
                            CheckInReason.PIN_REQUIRED,
                            "pin.required",
                            enterPin(PinRule.triesLeft(state, limit)));
            case WRONG -> wrong(PinRule.after(state, false, deliberation.at, limit));
        };
    }

    private AccessDecision wrong(PinState after) {
        Instant paused = PinRule.pausedUntil(after, deliberation.at);
        return paused != null
                ? paused(paused, true)
                : deliberation.refuse(
                        CheckInReason.PIN_WRONG,
                        "pin.wrong",
                        enterPin(PinRule.triesLeft(after, limit)));
    }

    private AccessDecision paused(Instant until, boolean justNow) {
        Step help = deliberation.steps.help();
        boolean now = help.next() == NextStep.ASK_AT_DESK || help.next() == NextStep.CALL;
        Step step = now ? help : Step.comeBack(until);
        return deliberation.decided(
                CheckInReason.PIN_LOCKED, "pin.paused", step.until(until), Admission.NONE, justNow);
    }

    private static Step enterPin(int triesLeft) {
        return new Step(NextStep.ENTER_PIN).triesLeft(triesLeft);
    }
}
