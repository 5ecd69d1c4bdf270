package se.troskel.controller.access;

import static org.assertj.core.api.Assertions.assertThat;
import static se.troskel.controller.access.Scene.ENTRANCE;
import static se.troskel.controller.access.Scene.GROUP_DOOR;
import static se.troskel.controller.access.Scene.QUIET_DOOR;
import static se.troskel.controller.access.Scene.TUESDAY;
import static se.troskel.controller.access.Scene.TUESDAY_EVENING;
import static se.troskel.controller.access.Scene.ticketFor;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.troskel.config.Door;
import se.troskel.controller.register.Role;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPosture;

/// Goal: what a door asks beyond a right to come in is asked of everybody, and refuses nobody who
/// fulfils it. Method: single cases, the refusals first.
class DoorRulesTest {
    private static final Door.Rules FOR_TWO = new Door.Rules(false, false, true, false, List.of());
    private static final Door.Rules NOTING = new Door.Rules(false, false, false, true, List.of());
    private static final String OTHER_QUIET_DOOR = "quiet-door-2";

    private final Scene scene = new Scene();

    @BeforeEach
    void peopleBesideAlva() {
        scene.student("elis", LocalDate.of(1990, 1, 1));
        scene.person("vakt", VisitKind.WORKER, null, null);
        scene.account("vakt", Role.INVIGILATOR.capabilities());
        scene.at(TUESDAY);
    }

    @Nested
    class UnderAnExamPosture {
        @ParameterizedTest
        @EnumSource(
                value = DoorPosture.class,
                names = {"EXAM_PREPARE", "EXAM_CLOSED", "EXAM_QUIET"})
        void onlyStaffIsLetIn(DoorPosture posture) {
            scene.at(QUIET_DOOR, TUESDAY).postures.put(QUIET_DOOR, posture);
            AccessDecision student = scene.card("alva");
            assertThat(student.reason()).isEqualTo(CheckInReason.DOOR_UNAVAILABLE);
            assertThat(student.rules()).containsExactly("door.staff-only");
            assertThat(student.unlock()).isEmpty();
            assertThat(student.cause()).isEqualTo(DoorCause.CREDENTIAL);
            assertThat(scene.ticket(ticketFor(null, null)).rules())
                    .containsExactly("door.staff-only");
            assertThat(scene.ticket(ticketFor("alva", null)).rules())
                    .containsExactly("door.staff-only");

            AccessDecision worker = scene.card("vakt");
            assertThat(worker.unlock()).containsExactly(QUIET_DOOR);
            assertThat(worker.cause()).isEqualTo(DoorCause.STAFF);
        }

        @Test
        void aStudentIsAdmittedWhileThereIsAdmissionAndNotAsStaff() {
            scene.at(QUIET_DOOR, TUESDAY).postures.put(QUIET_DOOR, DoorPosture.EXAM_ADMIT);
            AccessDecision decision = scene.card("alva");
            assertThat(decision.unlock()).containsExactly(QUIET_DOOR);
            assertThat(decision.cause()).isEqualTo(DoorCause.CREDENTIAL);
        }

        @ParameterizedTest
        @EnumSource(
                value = DoorPosture.class,
                names = {"BLOCKED", "ARMED", "LOCKED_DOWN", "FIRE"})
        void whatRefusesEverybodyRefusesStaffToo(DoorPosture posture) {
            scene.at(QUIET_DOOR, TUESDAY).postures.put(QUIET_DOOR, posture);
            AccessDecision worker = scene.card("vakt");
            assertThat(worker.unlock()).isEmpty();
            assertThat(worker.cause()).isEqualTo(DoorCause.CREDENTIAL);
            assertThat(worker.reason())
                    .isIn(CheckInReason.DOOR_UNAVAILABLE, CheckInReason.BUILDING_ARMED);
        }
    }

    @Nested
    class WhereTwoAreAskedFor {
        @BeforeEach
        void theEntranceIsForTwo() {
            scene.doorRules.put(ENTRANCE, FOR_TWO);
        }

        @Test
        void theFirstWaitsAndUnlocksNothing() {
            AccessDecision first = scene.card("alva");
            assertThat(first.reason()).isEqualTo(CheckInReason.SECOND_PERSON_NEEDED);
            assertThat(first.next()).isEqualTo(NextStep.SHOW_AGAIN);
            assertThat(first.unlock()).isEmpty();
            assertThat(first.secondPersonAt()).isEqualTo(ENTRANCE);
            assertThat(first.rules()).containsExactly("two-persons.first");
        }

        @Test
        void theSamePersonTwiceIsStillOneAlsoWithAnotherCard() {
            waits("alva");
            scene.card("second-card", "$argon2id$", null, false);
            assertThat(scene.card("alva").reason()).isEqualTo(CheckInReason.SECOND_PERSON_NEEDED);
            assertThat(scene.card("second-card").reason())
                    .isEqualTo(CheckInReason.SECOND_PERSON_NEEDED);
            assertThat(scene.ticket(ticketFor("alva", null)).reason())
                    .isEqualTo(CheckInReason.SECOND_PERSON_NEEDED);
        }

        @Test
        void afterAMinuteTheSecondIsTheFirstAgain() {
            waits("alva");
            scene.at = scene.at.plus(SecondPersonWait.LASTS);
            assertThat(scene.card("elis").reason()).isEqualTo(CheckInReason.SECOND_PERSON_NEEDED);
            scene.at = scene.at.minusMillis(1);
            assertThat(scene.card("elis").reason()).isEqualTo(CheckInReason.CHECKED_IN);
        }

        @Test
        void somebodyWithoutARightIsNoSecond() {
            waits("alva");
            scene.valid("elis", "2026-01-01T00:00", "2026-02-01T00:00");
            assertThat(scene.card("elis").reason()).isEqualTo(CheckInReason.EXPIRED);
            assertThat(scene.at(TUESDAY_EVENING).pin(PinEntered.WRONG).card("vakt").reason())
                    .isEqualTo(CheckInReason.PIN_WRONG);
        }

        @Test
        void aTicketThatNamesNobodyIsNeitherFirstNorSecondAndIsKept() {
            AccessDecision alone = scene.ticket(ticketFor(null, null));
            assertThat(alone.rules()).containsExactly("two-persons.nobody");
            assertThat(alone.ticket()).isNull();
            assertThat(alone.secondPersonAt()).isNull();
            waits("alva");
            assertThat(scene.ticket(ticketFor(null, null)).unlock()).isEmpty();
        }

        @Test
        void anotherPersonIsTheSecondByCardOrTicketAndOfAnyKind() {
            waits("alva");
            AccessDecision second = scene.card("elis");
            assertThat(second.reason()).isEqualTo(CheckInReason.CHECKED_IN);
            assertThat(second.unlock()).containsExactly(ENTRANCE);
            assertThat(second.rules()).containsExactly("two-persons.second", "person.visitor");
            assertThat(scene.card("vakt").unlock()).containsExactly(ENTRANCE);
            assertThat(scene.ticket(ticketFor("elis", null)).unlock()).containsExactly(ENTRANCE);
        }

        @Test
        void aWorkerAloneIsOneToo() {
            assertThat(scene.card("vakt").reason()).isEqualTo(CheckInReason.SECOND_PERSON_NEEDED);
        }

        @Test
        void aDoorThatStandsUnlockedAsksForNobody() {
            scene.doorModes.put(ENTRANCE, DoorMode.UNLOCKED);
            assertThat(scene.card("alva").reason()).isEqualTo(CheckInReason.CHECKED_IN);
        }

        @Test
        void leavingAloneIsFree() {
            assertThat(scene.leave(new Claim.Card("alva")).reason())
                    .isEqualTo(CheckInReason.CHECKED_OUT);
        }

        @Test
        void aRoomForTwoIsNotUnlockedFromAfarButAtItsOwnReader() {
            scene.doorRules.clear();
            scene.doorRules.put(GROUP_DOOR, FOR_TWO);
            scene.booking("b1", "group", "2026-03-03T10:00", "2026-03-03T12:00");
            assertThat(scene.card("alva").unlock()).containsExactly(ENTRANCE);
            assertThat(scene.at(GROUP_DOOR, TUESDAY).card("alva").secondPersonAt())
                    .isEqualTo(GROUP_DOOR);
            scene.secondPersons.put(
                    GROUP_DOOR,
                    new SecondPersonWait("vakt", scene.at.plus(SecondPersonWait.LASTS)));
            AccessDecision second = scene.card("alva");
            assertThat(second.reason()).isEqualTo(CheckInReason.ROOM_GRANTED);
            assertThat(second.unlock()).containsExactly(GROUP_DOOR);
        }

        private void waits(String person) {
            scene.secondPersons.put(
                    ENTRANCE, new SecondPersonWait(person, scene.at.plus(SecondPersonWait.LASTS)));
        }
    }

    @Nested
    class ComingInAgain {
        @Test
        void isOnlyRemarkedWhereTheDoorNotesIt() {
            scene.cameIn.put("alva", Set.of(ENTRANCE));
            assertThat(scene.card("alva").rules()).containsExactly("person.visitor");
            scene.doorRules.put(ENTRANCE, NOTING);
            AccessDecision again = scene.card("alva");
            assertThat(again.unlock()).containsExactly(ENTRANCE);
            assertThat(again.rules())
                    .containsExactly(AccessDecision.CAME_IN_AGAIN, "person.visitor");
        }

        @Test
        void byAnotherDoorOrForTheFirstTimeIsNot() {
            scene.doorRules.put(ENTRANCE, NOTING);
            assertThat(scene.card("alva").rules()).containsExactly("person.visitor");
            scene.cameIn.put("alva", Set.of(QUIET_DOOR));
            scene.cameIn.put("elis", Set.of(ENTRANCE));
            assertThat(scene.card("alva").rules()).containsExactly("person.visitor");
            assertThat(scene.ticket(ticketFor(null, null)).rules()).containsExactly("ticket.now");
        }
    }

    @Nested
    class WhoNeedsLonger {
        @Test
        void getsTheDoorsExtendedTimeAndNobodyElseDoes() {
            scene.longer("alva");
            AccessDecision elis = scene.card("elis");
            assertThat(elis.extendedTime()).isFalse();
            assertThat(elis.details().unlockSeconds()).isEqualTo(5);
            AccessDecision alva = scene.card("alva");
            assertThat(alva.extendedTime()).isTrue();
            assertThat(alva.details().unlockSeconds()).isEqualTo(10);
            assertThat(alva.rules()).containsExactly("person.extended-time", "person.visitor");
            AccessDecision ticket = scene.ticket(ticketFor("alva", null));
            assertThat(ticket.extendedTime()).isTrue();
            assertThat(ticket.rules()).containsExactly("person.extended-time", "ticket.now");
            scene.booking("b1", "group", "2026-03-03T10:00", "2026-03-03T12:00");
            assertThat(scene.card("alva").rules())
                    .containsExactly("person.extended-time", "booking.now");
        }

        @Test
        void isNotTreatedOtherwiseWhereNothingUnlocks() {
            scene.longer("alva");
            scene.doorModes.put(ENTRANCE, DoorMode.UNLOCKED);
            AccessDecision decision = scene.card("alva");
            assertThat(decision.extendedTime()).isFalse();
            assertThat(decision.rules()).containsExactly("person.visitor");
        }
    }

    @Nested
    class WhenADoorDoesNotOpen {
        @BeforeEach
        void theQuietRoomHasASecondDoor() {
            scene.moreDoors.add(Scene.door(OTHER_QUIET_DOOR, "quiet"));
            scene.at(QUIET_DOOR, TUESDAY).doorsInTrouble.add(QUIET_DOOR);
        }

        @Test
        void anotherToTheSameRoomIsTakenAndNamedAndStaffIsCalled() {
            AccessDecision decision = scene.card("alva");
            assertThat(decision.unlock()).containsExactly(OTHER_QUIET_DOOR);
            assertThat(decision.details().doorName()).isEqualTo(OTHER_QUIET_DOOR);
            assertThat(decision.rules()).containsExactly("door.another", "person.visitor");
            assertThat(decision.alert()).isTrue();
        }

        @Test
        void withoutAnotherItIsTriedAndStaffIsCalled() {
            scene.moreDoors.clear();
            AccessDecision decision = scene.card("alva");
            assertThat(decision.unlock()).containsExactly(QUIET_DOOR);
            assertThat(decision.details().doorName()).isNull();
            assertThat(decision.rules()).containsExactly("door.in-trouble", "person.visitor");
            assertThat(decision.alert()).isTrue();
        }

        @Test
        void anotherThatRefusesOrDoesNotOpenEitherIsNotTaken() {
            for (DoorMode mode : List.of(DoorMode.BLOCKED, DoorMode.LOCKED_DOWN)) {
                scene.doorModes.put(OTHER_QUIET_DOOR, mode);
                assertThat(scene.card("alva").unlock()).containsExactly(QUIET_DOOR);
            }
            scene.doorModes.clear();
            for (DoorPosture posture : List.of(DoorPosture.EXAM_CLOSED, DoorPosture.BLOCKED)) {
                scene.postures.put(OTHER_QUIET_DOOR, posture);
                assertThat(scene.card("alva").unlock()).containsExactly(QUIET_DOOR);
            }
            scene.postures.clear();
            scene.doorsInTrouble.add(OTHER_QUIET_DOOR);
            assertThat(scene.card("alva").unlock()).containsExactly(QUIET_DOOR);
        }

        @Test
        void anotherForTwoIsNotTaken() {
            scene.moreDoors.set(0, Scene.door(OTHER_QUIET_DOOR, "quiet", FOR_TWO));
            assertThat(scene.card("alva").unlock()).containsExactly(QUIET_DOOR);
        }

        @Test
        void anOrderForTheUsualDoorHoldsAtTheOtherOneToo() {
            scene.postures.put(QUIET_DOOR, DoorPosture.EXAM_CLOSED);
            assertThat(scene.card("alva").rules()).containsExactly("door.staff-only");
            assertThat(scene.card("vakt").unlock()).containsExactly(OTHER_QUIET_DOOR);
            scene.postures.put(QUIET_DOOR, DoorPosture.LOCKED_DOWN);
            assertThat(scene.card("vakt").rules()).containsExactly("door.unavailable");
            scene.postures.clear();
            scene.doorModes.put(QUIET_DOOR, DoorMode.BLOCKED);
            assertThat(scene.card("vakt").rules()).containsExactly("door.unavailable");
        }

        @Test
        void twoAreAskedForAtTheOtherDoorWhereBothAreForTwo() {
            scene.doorRules.put(QUIET_DOOR, FOR_TWO);
            scene.moreDoors.set(0, Scene.door(OTHER_QUIET_DOOR, "quiet", FOR_TWO));
            AccessDecision first = scene.card("alva");
            assertThat(first.secondPersonAt()).isEqualTo(OTHER_QUIET_DOOR);
            assertThat(first.details().doorName()).isEqualTo(OTHER_QUIET_DOOR);
        }

        @Test
        void theRoomsOtherDoorIsNamedAtTheEntranceOfABookedRoom() {
            scene.moreDoors.add(Scene.door("group-door-2", "group"));
            scene.doorsInTrouble.add(GROUP_DOOR);
            scene.booking("b1", "group", "2026-03-03T10:00", "2026-03-03T12:00");
            AccessDecision decision = scene.at(ENTRANCE, TUESDAY).card("alva");
            assertThat(decision.unlock()).containsExactly(ENTRANCE, "group-door-2");
            assertThat(decision.details().doorName()).isEqualTo("group-door-2");
        }

        @Test
        void aTicketTakesTheOtherDoorToo() {
            AccessDecision decision = scene.ask(ticketFor(null, null), Intent.ENTER);
            assertThat(decision.unlock()).containsExactly(OTHER_QUIET_DOOR);
            assertThat(decision.details().doorName()).isEqualTo(OTHER_QUIET_DOOR);
            assertThat(decision.alert()).isTrue();
        }
    }
}
