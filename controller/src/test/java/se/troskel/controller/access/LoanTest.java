package se.troskel.controller.access;

import static org.assertj.core.api.Assertions.assertThat;
import static se.troskel.controller.access.Scene.ENTRANCE;
import static se.troskel.controller.access.Scene.TUESDAY_EVENING;
import static se.troskel.controller.access.Scene.TUESDAY_NIGHT;
import static se.troskel.controller.access.Scene.local;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.controller.register.Credential;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.decision.VisitKind;

/// Goal: a lent card is the person's own card until midnight on the wall clock, and nothing after.
/// Method: a table of days with both clock changes, and decisions with a lent card.
class LoanTest {
    private final Scene scene = new Scene();

    @BeforeEach
    void aCardIsLent() {
        lend("alva");
    }

    private void lend(String person) {
        scene.credentials.put(
                "spare",
                new Credential(
                        "spare",
                        person,
                        "$argon2id$",
                        LoanEnd.of(local("2026-03-03T09:00"), Scene.ZONE),
                        false,
                        "1"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T08:14:00Z, Europe/Stockholm, 2026-03-03T23:00:00Z",
        "2026-03-03T22:59:59Z, Europe/Stockholm, 2026-03-03T23:00:00Z",
        "2026-03-03T23:00:00Z, Europe/Stockholm, 2026-03-04T23:00:00Z",
        "2026-03-28T23:30:00Z, Europe/Stockholm, 2026-03-29T22:00:00Z",
        "2026-10-24T22:30:00Z, Europe/Stockholm, 2026-10-25T23:00:00Z",
        "2026-12-31T22:59:59Z, Europe/Stockholm, 2026-12-31T23:00:00Z",
        // there the clock skips from 00:00 to 01:00
        "2018-11-03T20:00:00Z, America/Sao_Paulo, 2018-11-04T03:00:00Z"
    })
    void endsAtTheNextMidnightOnTheWallClock(Instant lent, ZoneId zone, Instant end) {
        assertThat(LoanEnd.of(lent, zone)).isEqualTo(end);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29T00:30, PT22H30M", "2026-10-25T00:30, PT24H30M"})
    void isAnHourShorterOrLongerOnDaysOfAClockChange(String lent, Duration length) {
        Instant from = local(lent);
        assertThat(Duration.between(from, LoanEnd.of(from, Scene.ZONE))).isEqualTo(length);
    }

    @Test
    void opensWhatThePersonsOwnCardOpensWithTheSamePin() {
        AccessDecision own = scene.at(TUESDAY_EVENING).pin(PinEntered.RIGHT).card("alva");
        assertThat(own.unlock()).containsExactly(ENTRANCE);
        assertThat(scene.card("spare")).isEqualTo(own);
        AccessDecision asked = scene.pin(PinEntered.NOT_YET).card("spare");
        assertThat(asked.reason()).isEqualTo(CheckInReason.PIN_REQUIRED);
    }

    @Test
    void isRefusedAfterMidnightWithAReasonOfItsOwn() {
        AccessDecision decision = scene.at("2026-03-04T10:00").card("spare");
        assertThat(decision.reason()).isEqualTo(CheckInReason.LOAN_OVER);
        assertThat(decision.next()).isEqualTo(NextStep.ASK_AT_DESK);
        assertThat(decision.rules()).containsExactly("card.loan-over");
        assertThat(decision.unlock()).isEmpty();
        assertThat(scene.card("alva").unlock()).containsExactly(ENTRANCE);
    }

    @Test
    void endsAtMidnightAndNotAMomentEarlier() {
        scene.person("vakt", VisitKind.WORKER, null, null);
        lend("vakt");
        scene.pin(PinEntered.RIGHT).at = local("2026-03-04T00:00").minusNanos(1);
        assertThat(scene.card("spare").unlock()).containsExactly(ENTRANCE);
        scene.at = local("2026-03-04T00:00");
        assertThat(scene.card("spare").reason()).isEqualTo(CheckInReason.LOAN_OVER);
    }

    @Test
    void doesNotOpenWithoutAClock() {
        scene.clockTrusted = false;
        assertThat(scene.at("2026-03-04T10:00").card("spare").rules())
                .containsExactly("clock.untrusted");
    }

    @Test
    void isBlockedLikeAnyCard() {
        scene.blocked.add("spare");
        assertThat(scene.at(TUESDAY_NIGHT).card("spare").reason()).isEqualTo(CheckInReason.BLOCKED);
    }

    @Test
    void givesNoRightThatThePersonLost() {
        scene.valid("alva", "2026-01-01T00:00", "2026-03-03T10:00");
        assertThat(scene.at("2026-03-03T11:00").card("spare").reason())
                .isEqualTo(CheckInReason.EXPIRED);
    }
}
