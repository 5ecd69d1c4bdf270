package se.troskel.controller.access;

import static org.assertj.core.api.Assertions.assertThat;
import static se.troskel.controller.access.Scene.local;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import se.troskel.config.AccessRules;

/// Goal: PINs cannot be guessed, and a right one forgives. Method: tries in a row.
class PinRuleTest {
    private final AccessRules rules = new Scene().config().access();
    private final Instant at = local(Scene.TUESDAY);

    @Test
    void theThirdWrongPinPauses() {
        PinState first = PinRule.after(PinState.CLEAR, false, at, rules);
        PinState second = PinRule.after(first, false, at, rules);
        PinState third = PinRule.after(second, false, at, rules);
        assertThat(PinRule.triesLeft(first, rules)).isEqualTo(2);
        assertThat(PinRule.triesLeft(second, rules)).isEqualTo(1);
        assertThat(PinRule.pausedUntil(third, at)).isEqualTo(at.plusSeconds(900));
    }

    @Test
    void aRightPinForgivesTheWrongOnes() {
        assertThat(PinRule.after(new PinState(2, null), true, at, rules)).isEqualTo(PinState.CLEAR);
    }

    @Test
    void aPauseIsNeitherEndedNorLengthenedByTries() {
        PinState paused = new PinState(0, at.plusSeconds(1));
        assertThat(PinRule.after(paused, true, at, rules)).isEqualTo(paused);
        assertThat(PinRule.after(paused, false, at, rules)).isEqualTo(paused);
    }

    @Test
    void afterThePauseThereAreAllTriesAgain() {
        PinState over = new PinState(0, at);
        assertThat(PinRule.pausedUntil(over, at)).isNull();
        assertThat(PinRule.after(over, false, at, rules)).isEqualTo(new PinState(1, null));
    }
}
