package se.troskel.controller.access;

import static org.assertj.core.api.Assertions.assertThat;
import static se.troskel.controller.access.Scene.CHRISTMAS;
import static se.troskel.controller.access.Scene.ENTRANCE;
import static se.troskel.controller.access.Scene.GROUP_DOOR;
import static se.troskel.controller.access.Scene.TUESDAY;
import static se.troskel.controller.access.Scene.TUESDAY_EVENING;
import static se.troskel.controller.access.Scene.TUESDAY_NIGHT;
import static se.troskel.controller.access.Scene.local;
import static se.troskel.controller.access.Scene.ticketFor;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.door.DoorMode;

/// Goal: every row of the everyday decision table (DOMAIN 5.1) holds. Method: one test or more per
/// row, named after it; what a row leaves open (a PIN at a terminal, a worker) follows after row
/// 20.
class EverydayTableTest {
    private final Scene scene = new Scene();

    @Test
    void row01_validCardWhileStaffedIsCheckedInAndTheOpenEntranceIsLeftAlone() {
        scene.doorModes.put(ENTRANCE, DoorMode.UNLOCKED);
        AccessDecision decision = scene.at(TUESDAY).card("alva");
        assertThat(decision.reason()).isEqualTo(CheckInReason.CHECKED_IN);
        assertThat(decision.next()).isEqualTo(NextStep.SIT_DOWN);
        assertThat(decision.unlock()).isEmpty();
        assertThat(decision.mode()).isEqualTo(OpeningMode.STAFFED);
        assertThat(decision.person()).isEqualTo("alva");
        assertThat(decision.kind()).isEqualTo(VisitKind.STUDENT);
        assertThat(decision.details().until()).isEqualTo(local("2026-03-03T22:00"));
    }

    @Test
    void row01_validCardWhileStaffedOpensALockedDoorWhoseAssuranceIsTheCard() {
        AccessDecision decision = scene.at(TUESDAY).card("alva");
        assertThat(decision.reason()).isEqualTo(CheckInReason.CHECKED_IN);
        assertThat(decision.next()).isEqualTo(NextStep.GO_IN);
        assertThat(decision.unlock()).containsExactly(ENTRANCE);
        assertThat(decision.details().unlockSeconds()).isEqualTo(5);
    }

    @Test
    void row02_rightPinWhileUnstaffedOpensTheDoor() {
        AccessDecision asked = scene.at(TUESDAY_EVENING).card("alva");
        assertThat(asked.reason()).isEqualTo(CheckInReason.PIN_REQUIRED);
        assertThat(asked.unlock()).isEmpty();
        assertThat(asked.details().triesLeft()).isEqualTo(3);

        AccessDecision decision = scene.pin(PinEntered.RIGHT).card("alva");
        assertThat(decision.reason()).isEqualTo(CheckInReason.CHECKED_IN);
        assertThat(decision.unlock()).containsExactly(ENTRANCE);
        assertThat(decision.details().until()).isEqualTo(local("2026-03-03T22:00"));
    }

    @Test
    void row03_noAgreementWhileUnstaffedIsSentToTheDeskHours() {
        scene.person("nils", VisitKind.STUDENT, LocalDate.of(1999, 1, 1), null);
        AccessDecision decision = scene.at(TUESDAY_EVENING).pin(PinEntered.RIGHT).card("nils");
        assertThat(decision.reason()).isEqualTo(CheckInReason.AGREEMENT_MISSING);
        assertThat(decision.unlock()).isEmpty();
        assertThat(decision.next()).isEqualTo(NextStep.COME_BACK);
        assertThat(decision.details().from()).isEqualTo(local("2026-03-04T08:00"));
        assertThat(decision.details().until()).isEqualTo(local("2026-03-04T17:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2008-03-03, CHECKED_IN, the birthday itself",
        "2008-03-04, AGREEMENT_MISSING, the day before",
        "2015-01-01, AGREEMENT_MISSING, a child",
        ", CHECKED_IN, no birth date but the agreement was accepted at the desk"
    })
    void row03_ofAgeByBirthDateInTheCentresZone(
            LocalDate born, CheckInReason expected, String why) {
        scene.student("nils", born);
        assertThat(scene.at(TUESDAY_EVENING).pin(PinEntered.RIGHT).card("nils").reason())
                .as(why)
                .isEqualTo(expected);
    }

    @Test
    void row03_bornOn29FebruaryIsOfAgeOn1March() {
        scene.student("nils", LocalDate.of(2008, 2, 29));
        scene.pin(PinEntered.RIGHT);
        assertThat(scene.at("2026-02-28T10:00").card("nils").reason())
                .isEqualTo(CheckInReason.AGREEMENT_MISSING);
        assertThat(scene.at("2026-03-02T19:00").card("nils").reason())
                .isEqualTo(CheckInReason.CHECKED_IN);
    }

    @Test
    void row03_neitherAgreementNorAgeIsAskedForWhileStaffed() {
        scene.person("nils", VisitKind.STUDENT, LocalDate.of(2015, 1, 1), null);
        assertThat(scene.at(TUESDAY).card("nils").reason()).isEqualTo(CheckInReason.CHECKED_IN);
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 1"})
    void row04_wrongPinSaysHowManyTriesAreLeft(int wrongBefore, int left) {
        scene.pins.put("alva", new PinState(wrongBefore, null));
        AccessDecision decision = scene.at(TUESDAY_EVENING).pin(PinEntered.WRONG).card("alva");
        assertThat(decision.reason()).isEqualTo(CheckInReason.PIN_WRONG);
        assertThat(decision.details().triesLeft()).isEqualTo(left);
        assertThat(decision.unlock()).isEmpty();
        assertThat(decision.alert()).isFalse();
    }

    @Test
    void row05_thirdWrongPinPausesAndAlerts() {
        scene.pins.put("alva", new PinState(2, null));
        AccessDecision decision = scene.at(TUESDAY_EVENING).pin(PinEntered.WRONG).card("alva");
        assertThat(decision.reason()).isEqualTo(CheckInReason.PIN_LOCKED);
        assertThat(decision.details().until()).isEqualTo(local("2026-03-03T19:15"));
        assertThat(decision.next()).isEqualTo(NextStep.CALL);
        assertThat(decision.alert()).isTrue();
        assertThat(decision.unlock()).isEmpty();
    }

    @Test
    void row05_pausedRefusesTheRightPinTooUntilThePauseIsOver() {
        scene.pins.put("alva", new PinState(0, local("2026-03-03T19:15")));
        scene.pin(PinEntered.RIGHT);
        assertThat(scene.at("2026-03-03T19:14").card("alva").reason())
                .isEqualTo(CheckInReason.PIN_LOCKED);
        assertThat(scene.at("2026-03-03T19:15").card("alva").reason())
                .isEqualTo(CheckInReason.CHECKED_IN);
    }

    @ParameterizedTest
    @ValueSource(strings = {TUESDAY, TUESDAY_EVENING, TUESDAY_NIGHT, CHRISTMAS})
    void row06_blockedCardIsWordedAsUnknownAndAlerts(String at) {
        AccessDecision unknown = scene.at(at).card("nobodys");
        scene.card("alva", "$argon2id$", null, true);
        AccessDecision byRegister = scene.card("alva");
        scene.card("alva", "$argon2id$", null, false);
        scene.blocked.add("alva");
        AccessDecision byJournal = scene.card("alva");
        for (AccessDecision decision : new AccessDecision[] {byRegister, byJournal}) {
            assertThat(decision.reason()).isEqualTo(CheckInReason.BLOCKED);
            assertThat(decision.next()).isEqualTo(unknown.next());
            assertThat(decision.details()).isEqualTo(unknown.details());
            assertThat(decision.alert()).isTrue();
            assertThat(decision.unlock()).isEmpty();
        }
        assertThat(unknown.alert()).isFalse();
    }

    @Test
    void row06_aBlockWinsOverEverythingElseThatIsWrong() {
        scene.valid("alva", "2026-01-01T00:00", "2026-02-01T00:00");
        scene.blocked.add("alva");
        scene.clockTrusted = false;
        scene.doorModes.put(ENTRANCE, DoorMode.BLOCKED);
        assertThat(scene.at(CHRISTMAS).card("alva").reason()).isEqualTo(CheckInReason.BLOCKED);
    }

    @ParameterizedTest
    @CsvSource({
        TUESDAY + ", ASK_AT_DESK",
        TUESDAY_EVENING + ", COME_BACK",
        TUESDAY_NIGHT + ", COME_BACK",
        CHRISTMAS + ", COME_BACK"
    })
    void row07_expiredRightIsRenewedAtTheDesk(String at, NextStep next) {
        scene.valid("alva", "2025-01-01T00:00", "2026-02-01T00:00");
        AccessDecision decision = scene.at(at).card("alva");
        assertThat(decision.reason()).isEqualTo(CheckInReason.EXPIRED);
        assertThat(decision.next()).isEqualTo(next);
        assertThat(decision.unlock()).isEmpty();
    }

    @Test
    void row07_theCardsOwnEndCountsAndIsExclusive() {
        scene.card("alva", "$argon2id$", TUESDAY, false);
        assertThat(scene.at("2026-03-03T09:59").card("alva").reason())
                .isEqualTo(CheckInReason.CHECKED_IN);
        assertThat(scene.at(TUESDAY).card("alva").reason()).isEqualTo(CheckInReason.EXPIRED);
    }

    @Test
    void row08_outsideTheHoursSaysWhenTheCardWorks() {
        AccessDecision decision = scene.at(TUESDAY_NIGHT).pin(PinEntered.RIGHT).card("alva");
        assertThat(decision.reason()).isEqualTo(CheckInReason.OUT_OF_HOURS);
        assertThat(decision.next()).isEqualTo(NextStep.COME_BACK);
        assertThat(decision.details().from()).isEqualTo(local("2026-03-04T06:00"));
        assertThat(decision.details().until()).isEqualTo(local("2026-03-04T22:00"));
        assertThat(decision.unlock()).isEmpty();
    }

    @Test
    void row09_closedDaySaysWhenTheCentreOpens() {
        AccessDecision decision = scene.at(CHRISTMAS).pin(PinEntered.RIGHT).card("alva");
        assertThat(decision.reason()).isEqualTo(CheckInReason.CLOSED);
        assertThat(decision.details().from()).isEqualTo(local("2026-12-28T06:00"));
        assertThat(decision.unlock()).isEmpty();
    }

    @Test
    void row10_ticketInTimeIsCheckedInOnce() {
        AccessDecision decision = scene.at(TUESDAY).ticket(ticketFor(null, null));
        assertThat(decision.reason()).isEqualTo(CheckInReason.CHECKED_IN);
        assertThat(decision.ticket()).isEqualTo("00aa");
        assertThat(decision.kind()).isEqualTo(VisitKind.GUEST);
        assertThat(decision.person()).isNull();
        assertThat(decision.unlock()).containsExactly(ENTRANCE);
        assertThat(decision.details().until())
                .as("when the centre closes, not when the ticket ends")
                .isEqualTo(scene.at(TUESDAY).card("alva").details().until());
    }

    @Test
    void row10_ticketForARoomUnlocksThatRoomToo() {
        AccessDecision decision = scene.at(TUESDAY_EVENING).ticket(ticketFor("alva", "group"));
        assertThat(decision.reason()).isEqualTo(CheckInReason.ROOM_GRANTED);
        assertThat(decision.unlock()).containsExactly(ENTRANCE, GROUP_DOOR);
        assertThat(decision.room()).isEqualTo("group");
        assertThat(decision.next()).isEqualTo(NextStep.GO_TO_ROOM);
        assertThat(decision.kind()).isEqualTo(VisitKind.STUDENT);
    }

    @Test
    void row11_ticketOfAnotherCentreIsNamedAndNotUsedUp() {
        Map<String, String> name = Map.of("sv", "Campus Nyköping", "en", "Nyköping Campus");
        AccessDecision decision =
                scene.at(TUESDAY).ask(new Claim.OtherCentre(Medium.QR, name), Intent.ENTER);
        assertThat(decision.reason()).isEqualTo(CheckInReason.WRONG_SITE);
        assertThat(decision.details().centreName()).isEqualTo(name);
        assertThat(decision.ticket()).isNull();
        assertThat(decision.unlock()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T08:59, TOKEN_EARLY",
        "2026-03-03T09:00, CHECKED_IN",
        "2026-03-03T20:59, CHECKED_IN",
        "2026-03-03T21:00, TOKEN_EXPIRED"
    })
    void row11_ticketHoldsInItsWindowOnly(String at, CheckInReason expected) {
        assertThat(scene.at(at).ticket(ticketFor(null, null)).reason()).isEqualTo(expected);
    }

    @Test
    void row11_usedTicketIsRefused() {
        scene.usedTickets.add("00aa");
        AccessDecision decision = scene.at(TUESDAY).ticket(ticketFor(null, null));
        assertThat(decision.reason()).isEqualTo(CheckInReason.TOKEN_USED);
        assertThat(decision.next()).isEqualTo(NextStep.SHOW_LATEST_CODE);
        assertThat(decision.unlock()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-03T09:50, ROOM_GRANTED",
        "2026-03-03T10:14, ROOM_GRANTED",
        "2026-03-03T09:49, CHECKED_IN"
    })
    void row12_bookingOpensItsRoomFromTheTerminal(String at, CheckInReason expected) {
        scene.booking("b1", "group", "2026-03-03T10:00", "2026-03-03T12:00");
        scene.doorModes.put(ENTRANCE, DoorMode.UNLOCKED);
        AccessDecision decision = scene.at(at).card("alva");
        assertThat(decision.reason()).isEqualTo(expected);
        if (expected == CheckInReason.ROOM_GRANTED) {
            assertThat(decision.unlock()).containsExactly(GROUP_DOOR);
            assertThat(decision.booking()).isEqualTo("b1");
            assertThat(decision.details().until()).isEqualTo(local("2026-03-03T12:00"));
            assertThat(decision.details().roomName()).isEqualTo("Rum group");
            assertThat(decision.details().unlockSeconds()).isEqualTo(5);
        }
    }

    @Test
    void row13_bookingNotStartedIsTooEarlyAtItsDoor() {
        scene.booking("b1", "group", "2026-03-03T10:00", "2026-03-03T12:00");
        AccessDecision decision = scene.at(GROUP_DOOR, "2026-03-03T09:49").card("alva");
        assertThat(decision.reason()).isEqualTo(CheckInReason.ROOM_EARLY);
        assertThat(decision.details().from()).isEqualTo(local("2026-03-03T10:00"));
        assertThat(decision.next()).isEqualTo(NextStep.COME_BACK);
        assertThat(decision.unlock()).isEmpty();
    }

    @Test
    void row14_bookingIsReleasedWhenNobodyHasCome() {
        scene.booking("b1", "group", "2026-03-03T10:00", "2026-03-03T12:00");
        assertThat(scene.at(GROUP_DOOR, "2026-03-03T10:15").card("alva").reason())
                .isEqualTo(CheckInReason.UNKNOWN);
        scene.startedBookings.add("b1");
        assertThat(scene.card("alva").reason()).isEqualTo(CheckInReason.ROOM_GRANTED);
        assertThat(scene.at("2026-03-03T12:00").card("alva").reason())
                .isEqualTo(CheckInReason.UNKNOWN);
    }

    @Test
    void row15_guestWithoutCardIsCountedWhileStaffedOnly() {
        AccessDecision counted = Visits.decide(scene.snapshot(), VisitKind.GUEST, local(TUESDAY));
        assertThat(counted.reason()).isEqualTo(CheckInReason.VISIT_COUNTED);
        assertThat(counted.unlock()).isEmpty();
        AccessDecision refused =
                Visits.decide(scene.snapshot(), VisitKind.GUEST, local(TUESDAY_EVENING));
        assertThat(refused.reason()).isEqualTo(CheckInReason.GUEST_NEEDS_STAFF);
        assertThat(refused.details().from()).isEqualTo(local("2026-03-04T08:00"));
    }

    @ParameterizedTest
    @CsvSource({TUESDAY + ", ASK_AT_DESK", TUESDAY_EVENING + ", CALL"})
    void row16_unknownCardIsHelpedByWhoeverCan(String at, NextStep next) {
        AccessDecision decision = scene.at(at).card("nobodys");
        assertThat(decision.reason()).isEqualTo(CheckInReason.UNKNOWN);
        assertThat(decision.next()).isEqualTo(next);
        assertThat(decision.unlock()).isEmpty();
        assertThat(decision.person()).isNull();
    }

    @Test
    void row17_withoutAnUpstreamARightDoesNotAge() {
        scene.valid("alva", "2026-01-01T00:00", null);
        assertThat(scene.at("2046-03-06T10:00").card("alva").reason())
                .isEqualTo(CheckInReason.CHECKED_IN);
    }

    @Test
    void row18_roomFullByCountedHeadsProposesOneWithSpace() {
        scene.counted.put("quiet", 8);
        scene.estimated.put("study", 3);
        AccessDecision decision = scene.at(Scene.QUIET_DOOR, TUESDAY).card("alva");
        assertThat(decision.reason()).isEqualTo(CheckInReason.FULL);
        assertThat(decision.next()).isEqualTo(NextStep.GO_TO_OTHER_ROOM);
        assertThat(decision.details().roomName()).isEqualTo("Rum quiet");
        assertThat(decision.details().otherRoom()).isEqualTo("study");
        assertThat(decision.details().otherRoomName()).isEqualTo("Rum study");
        assertThat(decision.unlock()).isEmpty();
    }

    @Test
    void row18_noRoomIsProposedWithoutKnowingThatItHasSpace() {
        scene.counted.put("quiet", 8);
        assertThat(scene.at(Scene.QUIET_DOOR, TUESDAY).card("alva").next())
                .isEqualTo(NextStep.ASK_AT_DESK);
    }

    @Test
    void row18_anEstimateTurnsNobodyAway() {
        scene.estimated.put("quiet", 80);
        assertThat(scene.at(Scene.QUIET_DOOR, TUESDAY).card("alva").reason())
                .isEqualTo(CheckInReason.CHECKED_IN);
    }

    @Test
    void row18_theCentreIsFullWhenEveryOpenRoomIs() {
        scene.counted.put("quiet", 8);
        assertThat(scene.at(TUESDAY).card("alva").reason()).isEqualTo(CheckInReason.CHECKED_IN);
        scene.counted.put("study", 12);
        assertThat(scene.card("alva").reason()).isEqualTo(CheckInReason.FULL);
    }

    @ParameterizedTest
    @ValueSource(strings = {TUESDAY, TUESDAY_EVENING, TUESDAY_NIGHT, CHRISTMAS})
    void row19_leavingIsNeverRefused(String at) {
        scene.at(at);
        scene.blocked.add("lost");
        scene.card("lost", null, "2026-01-02T00:00", true);
        scene.doorModes.put(ENTRANCE, DoorMode.BLOCKED);
        scene.clockTrusted = false;
        Claim[] claims = {
            new Claim.Card("alva"),
            new Claim.Card("lost"),
            new Claim.Card("nobodys"),
            ticketFor("alva", null),
            ticketFor(null, "group"),
            new Claim.Unreadable(Medium.QR, true)
        };
        for (Claim claim : claims) {
            AccessDecision decision = scene.leave(claim);
            assertThat(decision.reason()).isEqualTo(CheckInReason.CHECKED_OUT);
            assertThat(decision.unlock()).isEmpty();
        }
        assertThat(scene.leave(claims[0]).person()).isEqualTo("alva");
        assertThat(scene.leave(claims[1]).alert()).isTrue();
    }

    @Test
    void row20_warningsOfClosingFallDueBeforeUnstaffedClosing() {
        ClosingWarning warning = new ClosingWarning(scene.config());
        assertThat(warning.at(local("2026-03-03T21:44:59"))).isEmpty();
        assertThat(warning.at(local("2026-03-03T21:45:00"))).hasValue(due(15, 15));
        assertThat(warning.at(local("2026-03-03T21:45:59"))).hasValue(due(15, 15));
        assertThat(warning.at(local("2026-03-03T21:46:00"))).hasValue(due(14, 15));
        assertThat(warning.at(local("2026-03-03T21:54:59"))).hasValue(due(6, 15));
        assertThat(warning.at(local("2026-03-03T21:55:00"))).hasValue(due(5, 5));
        assertThat(warning.at(local("2026-03-03T21:59:59"))).hasValue(due(1, 5));
        assertThat(warning.at(local("2026-03-03T22:00:00"))).hasValue(due(0, 0));
        assertThat(warning.at(local("2026-03-03T22:00:59"))).hasValue(due(0, 0));
        assertThat(warning.at(local("2026-03-03T22:01:00"))).isEmpty();
    }

    private static ClosingWarning.Due due(int inMinutes, int warning) {
        return new ClosingWarning.Due(inMinutes, warning);
    }
}
