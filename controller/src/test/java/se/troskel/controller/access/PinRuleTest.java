package se.troskel.controller.access;

import static org.assertj.core.api.Assertions.assertThat;
import static se.troskel.controller.access.Scene.local;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Goal: PINs cannot be guessed, and a right one forgives. Method: tries in a row.
class PinRuleTest {
    private final TryLimit limit = TryLimit.ofPins(new Scene().config().access());
    private final Instant at = local(Scene.TUESDAY);

    @Test
    void theThirdWrongPinPauses() {
        PinState first = PinRule.after(PinState.CLEAR, false, at, limit);
        PinState second = PinRule.after(first, false, at, limit);
        PinState third = PinRule.after(second, false, at, limit);
        assertThat(PinRule.triesLeft(first, limit)).isEqualTo(2);
        assertThat(PinRule.triesLeft(second, limit)).isEqualTo(1);
        assertThat(PinRule.pausedUntil(third, at)).isEqualTo(at.plusSeconds(900));
    }

    @Test
    void aRightPinForgivesTheWrongOnes() {
        assertThat(PinRule.after(new PinState(2, null), true, at, limit)).isEqualTo(PinState.CLEAR);
    }

    @Test
    void aPauseIsNeitherEndedNorLengthenedByTries() {
        PinState paused = new PinState(0, at.plusSeconds(1));
        assertThat(PinRule.after(paused, true, at, limit)).isEqualTo(paused);
        assertThat(PinRule.after(paused, false, at, limit)).isEqualTo(paused);
    }

    @Test
    void afterThePauseThereAreAllTriesAgain() {
        PinState over = new PinState(0, at);
        assertThat(PinRule.pausedUntil(over, at)).isNull();
        assertThat(PinRule.after(over, false, at, limit)).isEqualTo(new PinState(1, null));
    }
}
