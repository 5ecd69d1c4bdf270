package se.troskel.controller.access;

import static org.assertj.core.api.Assertions.assertThat;
import static se.troskel.controller.access.Scene.local;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.config.Door.Assurance.Require;

/// Goal: what a door asks for, when it stands unlocked and when another opening is no alarm follow
/// the wall clock. Method: tables around the edges of configured hours.
class DoorHoursTest {
    private final DoorHours hours =
            new DoorHours(
                    Scene.door("entrance", null),
                    new OpeningHours(Scene.opening(), Scene.ZONE),
                    Scene.ZONE);

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T07:59:59, CARD_AND_PIN",
        "2026-03-03T08:00, CARD",
        "2026-03-03T16:59:59, CARD",
        "2026-03-03T17:00, CARD_AND_PIN",
        "2026-03-07T10:00, CARD_AND_PIN"
    })
    void outsideItsHoursTheDoorAsksForAPin(String at, Require require) {
        assertThat(hours.requires(local(at))).isEqualTo(require);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-08T07:59:59, false",
        "2026-03-08T08:00, true",
        "2026-03-08T23:59:59, true",
        "2026-03-09T00:00, false"
    })
    void anotherOpeningIsAllowedUntilMidnight(String at, boolean allowed) {
        assertThat(hours.openedOtherwiseAllowed(local(at))).isEqualTo(allowed);
    }

    @Test
    void theScheduleUnlocksInItsHoursButNeverOnAClosedDay() {
        assertThat(hours.unlocked(local("2026-03-03T08:00")))
                .map(OpeningHours.Stretch::until)
                .hasValue(local("2026-03-03T17:00"));
        assertThat(hours.unlocked(local("2026-03-03T17:00"))).isEmpty();
        assertThat(hours.unlocked(local("2026-05-01T10:00"))).isEmpty();
    }
}
