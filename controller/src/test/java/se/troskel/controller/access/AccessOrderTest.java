package se.troskel.controller.access;

import static org.assertj.core.api.Assertions.assertThat;
import static se.troskel.controller.access.Scene.CHRISTMAS;
import static se.troskel.controller.access.Scene.ENTRANCE;
import static se.troskel.controller.access.Scene.GROUP_DOOR;
import static se.troskel.controller.access.Scene.QUIET_DOOR;
import static se.troskel.controller.access.Scene.TUESDAY;
import static se.troskel.controller.access.Scene.TUESDAY_EVENING;
import static se.troskel.controller.access.Scene.TUESDAY_NIGHT;
import static se.troskel.controller.access.Scene.local;
import static se.troskel.controller.access.Scene.ticketFor;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.controller.register.Booking;
import se.troskel.controller.register.Credential;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.door.DoorMode;

/// Goal: what the everyday table leaves open is decided as [Access] documents it. Method: single
/// cases, the refusals first.
class AccessOrderTest {
    private final Scene scene = new Scene();

    @ParameterizedTest
    @ValueSource(strings = {TUESDAY, TUESDAY_NIGHT})
    void nobodyIsLetInDuringEvacuation(String at) {
        scene.evacuate = true;
        AccessDecision decision = scene.at(at).pin(PinEntered.RIGHT).card("alva");
        assertThat(decision.reason()).isEqualTo(CheckInReason.EVACUATE);
        assertThat(decision.next()).isEqualTo(NextStep.LEAVE_NOW);
        assertThat(decision.unlock()).isEmpty();
        assertThat(scene.leave(new Claim.Card("alva")).reason())
                .isEqualTo(CheckInReason.CHECKED_OUT);
        assertThat(Visits.decide(scene.snapshot(), VisitKind.GUEST, scene.at).reason())
                .isEqualTo(CheckInReason.EVACUATE);
    }

    @ParameterizedTest
    @EnumSource(
            value = DoorMode.class,
            names = {"BLOCKED", "LOCKED_DOWN", "UNKNOWN"})
    void aDoorThatRefusesEverybodyRefusesWorkersAndTicketsToo(DoorMode mode) {
        scene.person("vakt", VisitKind.WORKER, null, null);
        scene.doorModes.put(ENTRANCE, mode);
        scene.at(TUESDAY).pin(PinEntered.RIGHT);
        assertThat(scene.card("alva").reason()).isEqualTo(CheckInReason.DOOR_UNAVAILABLE);
        assertThat(scene.card("vakt").reason()).isEqualTo(CheckInReason.DOOR_UNAVAILABLE);
        assertThat(scene.ticket(ticketFor(null, null)).reason())
                .isEqualTo(CheckInReason.DOOR_UNAVAILABLE);
    }

    @Test
    void aReaderAtADoorThatIsNotConfiguredOpensNothing() {
        assertThat(scene.at("no-such-door", TUESDAY).card("alva").reason())
                .isEqualTo(CheckInReason.DOOR_UNAVAILABLE);
    }

    @Test
    void aBlockedRoomDoorRefusesTheBookingButNotTheCentre() {
        scene.booking("b1", "group", "2026-03-03T10:00", "2026-03-03T12:00");
        scene.doorModes.put(GROUP_DOOR, DoorMode.BLOCKED);
        assertThat(scene.at(TUESDAY).card("alva").reason())
                .isEqualTo(CheckInReason.DOOR_UNAVAILABLE);
        scene.bookings.clear();
        assertThat(scene.card("alva").reason()).isEqualTo(CheckInReason.CHECKED_IN);
    }

    @Test
    void aRightThatHasNotBegunIsWordedAsUnknown() {
        scene.valid("alva", "2026-04-01T00:00", null);
        AccessDecision decision = scene.at(TUESDAY).card("alva");
        assertThat(decision.reason()).isEqualTo(CheckInReason.UNKNOWN);
        assertThat(decision.rules()).containsExactly("person.not-yet-valid");
    }

    @Test
    void aCardOfNobodyIsUnknown() {
        scene.credentials.put("stray", new Credential("stray", "gone", null, null, false));
        assertThat(scene.at(TUESDAY).card("stray").reason()).isEqualTo(CheckInReason.UNKNOWN);
    }

    @Test
    void aWorkerOpensDoorsAtEveryHourWithPinAndCountsAsWorker() {
        scene.person("vakt", VisitKind.WORKER, LocalDate.of(2010, 1, 1), null);
        scene.counted.put("quiet", 8);
        for (String at : new String[] {TUESDAY_EVENING, TUESDAY_NIGHT, CHRISTMAS}) {
            assertThat(scene.at(QUIET_DOOR, at).pin(PinEntered.NOT_YET).card("vakt").reason())
                    .isEqualTo(CheckInReason.PIN_REQUIRED);
            AccessDecision decision = scene.pin(PinEntered.RIGHT).card("vakt");
            assertThat(decision.reason()).isEqualTo(CheckInReason.CHECKED_IN);
            assertThat(decision.unlock()).containsExactly(QUIET_DOOR);
            assertThat(decision.kind()).isEqualTo(VisitKind.WORKER);
        }
        assertThat(scene.at(GROUP_DOOR, TUESDAY).pin(PinEntered.NOT_YET).card("vakt").unlock())
                .containsExactly(GROUP_DOOR);
    }

    @Test
    void anExpiredWorkerOpensNothing() {
        scene.person("vakt", VisitKind.WORKER, null, null);
        scene.valid("vakt", "2026-01-01T00:00", "2026-02-01T00:00");
        AccessDecision decision = scene.at(TUESDAY_NIGHT).pin(PinEntered.RIGHT).card("vakt");
        assertThat(decision.reason()).isEqualTo(CheckInReason.EXPIRED);
        assertThat(decision.unlock()).isEmpty();
    }

    @Test
    void aCardWithoutPinIsSentToTheDeskWhereOneIsNeeded() {
        scene.card("alva", null, null, false);
        AccessDecision decision = scene.at(TUESDAY_EVENING).card("alva");
        assertThat(decision.reason()).isEqualTo(CheckInReason.AGREEMENT_MISSING);
        assertThat(decision.rules()).containsExactly("pin.none-chosen");
        assertThat(scene.at(TUESDAY).card("alva").reason()).isEqualTo(CheckInReason.CHECKED_IN);
    }

    @Test
    void noPinIsAskedForAtATerminalThatOpensNoDoor() {
        AccessDecision decision = scene.at(null, TUESDAY_EVENING).card("alva");
        assertThat(decision.reason()).isEqualTo(CheckInReason.CHECKED_IN);
        assertThat(decision.unlock()).isEmpty();
    }

    @Test
    void aWrongPinRefusesEvenWhereNoneWasNeeded() {
        assertThat(scene.at(null, TUESDAY).pin(PinEntered.WRONG).card("alva").reason())
                .isEqualTo(CheckInReason.PIN_WRONG);
    }

    @Test
    void aRoomBookedByAnotherIsNotOpenedAndAnotherIsProposed() {
        scene.student("elis", LocalDate.of(1990, 1, 1));
        scene.bookings.add(
                new Booking(
                        "b2",
                        "quiet",
                        "elis",
                        local("2026-03-03T10:00"),
                        local("2026-03-03T12:00")));
        scene.estimated.put("study", 1);
        AccessDecision decision = scene.at(QUIET_DOOR, TUESDAY).card("alva");
        assertThat(decision.reason()).isEqualTo(CheckInReason.FULL);
        assertThat(decision.unlock()).isEmpty();
        assertThat(scene.card("elis").unlock()).containsExactly(QUIET_DOOR);
        assertThat(scene.at(QUIET_DOOR, "2026-03-03T10:15").card("alva").reason())
                .isEqualTo(CheckInReason.CHECKED_IN);
    }

    @Test
    void twoBookingsAtOnceAreRefusedNotGuessedAndTheRoomsDoorSettlesIt() {
        scene.booking("b1", "group", "2026-03-03T10:00", "2026-03-03T12:00");
        scene.booking("b2", "quiet", "2026-03-03T10:00", "2026-03-03T12:00");
        assertThat(scene.at(TUESDAY).card("alva").reason()).isEqualTo(CheckInReason.AMBIGUOUS);
        AccessDecision decision = scene.at(GROUP_DOOR, TUESDAY).card("alva");
        assertThat(decision.booking()).isEqualTo("b1");
        assertThat(decision.unlock()).containsExactly(GROUP_DOOR);
    }

    @Test
    void aRoomThatNeedsABookingIsNotOpenedWithoutOne() {
        AccessDecision decision = scene.at(GROUP_DOOR, TUESDAY).card("alva");
        assertThat(decision.reason()).isEqualTo(CheckInReason.UNKNOWN);
        assertThat(decision.rules()).containsExactly("room.no-right");
    }

    @Test
    void aTicketForAnotherRoomOpensNothingAndIsKept() {
        AccessDecision decision = scene.at(QUIET_DOOR, TUESDAY).ticket(ticketFor(null, "group"));
        assertThat(decision.reason()).isEqualTo(CheckInReason.UNKNOWN);
        assertThat(decision.ticket()).isNull();
        assertThat(decision.unlock()).isEmpty();
    }

    @Test
    void aTicketDoesNotOpenAClosedCentre() {
        Claim.Ticket christmas =
                new Claim.Ticket(
                        Medium.QR,
                        "00bb",
                        null,
                        null,
                        local("2026-12-24T00:00"),
                        local("2026-12-27T00:00"));
        assertThat(scene.at(CHRISTMAS).ticket(christmas).reason()).isEqualTo(CheckInReason.CLOSED);
    }

    @Test
    void aTicketOfAPersonFollowsThePersonsOwnRules() {
        scene.person("nils", VisitKind.STUDENT, LocalDate.of(2012, 1, 1), null);
        assertThat(scene.at(TUESDAY_EVENING).ticket(ticketFor("nils", null)).reason())
                .isEqualTo(CheckInReason.AGREEMENT_MISSING);
        assertThat(scene.at(TUESDAY).ticket(ticketFor("nils", null)).reason())
                .isEqualTo(CheckInReason.CHECKED_IN);
        scene.valid("nils", "2026-01-01T00:00", "2026-02-01T00:00");
        assertThat(scene.ticket(ticketFor("nils", null)).reason()).isEqualTo(CheckInReason.EXPIRED);
        assertThat(scene.ticket(ticketFor("gone", null)).reason())
                .isEqualTo(CheckInReason.TOKEN_EXPIRED);
        assertThat(scene.ticket(ticketFor(null, "no-such-room")).reason())
                .isEqualTo(CheckInReason.TOKEN_EXPIRED);
    }

    @Test
    void garbageIsUnreadableAndAForgeryAlerts() {
        scene.at(TUESDAY);
        AccessDecision garbage = scene.ask(new Claim.Unreadable(Medium.QR), enter());
        assertThat(garbage.reason()).isEqualTo(CheckInReason.TOKEN_UNREADABLE);
        assertThat(garbage.alert()).isFalse();
        assertThat(scene.ask(new Claim.Unreadable(Medium.QR, true), enter()).alert()).isTrue();
        assertThat(scene.ask(new Claim.Unreadable(Medium.CARD), enter()).reason())
                .isEqualTo(CheckInReason.UNKNOWN);
    }

    @Test
    void withoutATrustedClockNothingUnlocksAndNoHourIsPromised() {
        scene.clockTrusted = false;
        scene.at(TUESDAY).pin(PinEntered.RIGHT);
        for (AccessDecision decision :
                new AccessDecision[] {scene.card("alva"), scene.ticket(ticketFor(null, null))}) {
            assertThat(decision.reason()).isEqualTo(CheckInReason.DOOR_UNAVAILABLE);
            assertThat(decision.mode()).isNull();
            assertThat(decision.unlock()).isEmpty();
            assertThat(decision.next()).isEqualTo(NextStep.CALL);
        }
        assertThat(scene.card("nobodys").reason()).isEqualTo(CheckInReason.UNKNOWN);
        scene.usedTickets.add("00aa");
        assertThat(scene.ticket(ticketFor(null, null)).reason())
                .isEqualTo(CheckInReason.TOKEN_USED);
        scene.door = null;
        assertThat(scene.card("alva").reason()).isEqualTo(CheckInReason.CHECKED_IN);
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        scene.at(TUESDAY);
        assertThat(scene.card("alva")).isEqualTo(scene.card("alva"));
    }

    @Test
    void breakGlassUnlocksTheReadersDoorWhateverStandsAgainstIt() {
        scene.evacuate = true;
        scene.clockTrusted = false;
        scene.doorModes.put(ENTRANCE, DoorMode.LOCKED_DOWN);
        AccessDecision decision =
                scene.at(ENTRANCE, TUESDAY_NIGHT).ask(new Claim.BreakGlass("safe"), enter());
        assertThat(decision.reason()).isEqualTo(CheckInReason.BREAK_GLASS);
        assertThat(decision.unlock()).containsExactly(ENTRANCE);
        assertThat(decision.details().unlockSeconds()).isEqualTo(10);
        assertThat(decision.next()).isEqualTo(NextStep.GO_IN);
        assertThat(decision.alert()).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "no-such-door")
    void breakGlassWhereThereIsNoDoorUnlocksNothing(@Nullable String door) {
        AccessDecision decision = scene.at(door, TUESDAY).ask(new Claim.BreakGlass("x"), enter());
        assertThat(decision.unlock()).isEmpty();
        assertThat(decision.next()).isEqualTo(NextStep.ASK_AT_DESK);
    }

    @Test
    void whoLeavesIsKnownByCardOrTicketAndABlockedCardCallsStaff() {
        scene.at(TUESDAY);
        AccessDecision card = scene.leave(new Claim.Card("alva"));
        assertThat(card.person()).isEqualTo("alva");
        assertThat(card.alert()).isFalse();
        assertThat(card.next()).isEqualTo(NextStep.GOODBYE);
        assertThat(scene.leave(ticketFor("alva", null)).person()).isEqualTo("alva");
        assertThat(scene.leave(new Claim.Card("nobodys")).person()).isNull();
        scene.blocked.add("alva");
        assertThat(scene.leave(new Claim.Card("alva")).alert()).isTrue();
        scene.evacuate = true;
        assertThat(scene.leave(new Claim.Card("alva")).next()).isEqualTo(NextStep.LEAVE_NOW);
    }

    @Test
    void aBookingOfARoomThatIsGoneLeadsToTheCentre() {
        scene.booking("b1", "no-such-room", "2026-03-03T10:00", "2026-03-03T12:00");
        AccessDecision decision = scene.at(TUESDAY).card("alva");
        assertThat(decision.reason()).isEqualTo(CheckInReason.CHECKED_IN);
        assertThat(decision.booking()).isNull();
    }

    @Test
    void aBookingOfAnotherOpensNoRoomAndClosesNoOther() {
        scene.student("elis", LocalDate.of(1990, 1, 1));
        scene.bookings.add(
                new Booking(
                        "b1",
                        "group",
                        "elis",
                        local("2026-03-03T10:00"),
                        local("2026-03-03T12:00")));
        scene.bookings.add(
                new Booking(
                        "b2",
                        "group",
                        "elis",
                        local("2026-03-03T13:00"),
                        local("2026-03-03T14:00")));
        assertThat(scene.at(GROUP_DOOR, TUESDAY).card("alva").rules())
                .containsExactly("room.no-right");
        assertThat(scene.at(QUIET_DOOR, TUESDAY).card("alva").reason())
                .isEqualTo(CheckInReason.CHECKED_IN);
    }

    @Test
    void aRoomThatIsTakenIsNotProposedInItsOwnPlace() {
        scene.student("elis", LocalDate.of(1990, 1, 1));
        scene.bookings.add(
                new Booking(
                        "b1",
                        "quiet",
                        "elis",
                        local("2026-03-03T10:00"),
                        local("2026-03-03T12:00")));
        scene.estimated.put("quiet", 0);
        scene.estimated.put("study", 6);
        AccessDecision decision = scene.at(QUIET_DOOR, TUESDAY).card("alva");
        assertThat(decision.next()).isEqualTo(NextStep.GO_TO_OTHER_ROOM);
        assertThat(decision.details().otherRoomName()).isEqualTo("Rum study");
    }

    @Test
    void aDoorIntoTheHallLeadsToTheCentre() {
        scene.moreDoors.add(Scene.door("hall-door", "hall"));
        AccessDecision decision = scene.at("hall-door", TUESDAY).card("alva");
        assertThat(decision.reason()).isEqualTo(CheckInReason.CHECKED_IN);
        assertThat(decision.room()).isNull();
    }

    @Test
    void aTicketSaysWhereToGo() {
        scene.at(TUESDAY);
        assertThat(scene.ticket(ticketFor(null, "group")).next()).isEqualTo(NextStep.GO_TO_ROOM);
        assertThat(scene.ticket(ticketFor(null, null)).next()).isEqualTo(NextStep.GO_IN);
        scene.doorModes.put(ENTRANCE, DoorMode.UNLOCKED);
        AccessDecision unlocked = scene.ticket(ticketFor(null, null));
        assertThat(unlocked.next()).isEqualTo(NextStep.SIT_DOWN);
        assertThat(unlocked.details().unlockSeconds()).isNull();
    }

    @Test
    void aPausedCardIsToldWhenUnlessSomebodyCanHelpNow() {
        scene.pins.put("alva", new PinState(0, local("2026-03-03T19:10")));
        scene.at(TUESDAY_EVENING).pin(PinEntered.RIGHT);
        assertThat(scene.card("alva").next()).isEqualTo(NextStep.CALL);
        scene.phone = null;
        AccessDecision decision = scene.card("alva");
        assertThat(decision.next()).isEqualTo(NextStep.COME_BACK);
        assertThat(decision.details().from()).isEqualTo(local("2026-03-03T19:10"));
        assertThat(decision.unlock()).isEmpty();
    }

    @Test
    void aVisitIsOfItsKind() {
        assertThat(Visits.decide(scene.at(TUESDAY).snapshot(), VisitKind.GROUP, scene.at).kind())
                .isEqualTo(VisitKind.GROUP);
    }

    @Test
    void atAnotherHourNothingCountsThatIsTrueOnlyNow() {
        scene.at(TUESDAY).evacuate = true;
        scene.blocked.add("lost");
        AccessSnapshot other = scene.snapshot().atAnotherHour();
        assertThat(other.evacuate()).isFalse();
        assertThat(other.blocked()).containsExactly("lost");
        assertThat(other.register()).isEqualTo(scene.snapshot().register());
    }

    private static se.troskel.protocol.decision.Intent enter() {
        return se.troskel.protocol.decision.Intent.ENTER;
    }
}
