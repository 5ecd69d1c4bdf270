package se.troskel.controller.access;

import static org.assertj.core.api.Assertions.assertThat;
import static se.troskel.controller.access.Scene.QUIET_DOOR;
import static se.troskel.controller.access.Scene.TUESDAY;
import static se.troskel.controller.access.Scene.TUESDAY_NIGHT;
import static se.troskel.controller.access.Scene.ticketFor;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.troskel.controller.register.Role;
import se.troskel.controller.register.StaffAccount.Capability;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.door.DoorPosture;

/// Goal: which staff enters under which posture is a capability, no rank and no kind of person
/// (DOMAIN 5.2). Method: a decision table over every role and posture at the door of a room, with
/// the person enrolled as a student or as a worker; then single cases, refusals first.
class StaffAtTheDoorTest {
    private static final String STAFF_ONLY = "door.staff-only";
    private static final String NO_EXAM_RIGHT = "door.no-exam-right";
    private final Scene scene = new Scene();

    @BeforeEach
    void people() {
        scene.person("ada", VisitKind.WORKER, null, null);
        scene.student("bo", LocalDate.of(1990, 1, 1));
        scene.at(QUIET_DOOR, TUESDAY);
    }

    /// `exam` is what comes of EXAM_PREPARE, EXAM_CLOSED and EXAM_QUIET, which let in staff only.
    @ParameterizedTest
    @CsvSource({
        // role,            worker, normal,         admit,               exam
        "none,              false,  person.visitor, person.visitor,      door.staff-only",
        "REGION_VIEWER,     false,  person.visitor, person.visitor,      door.staff-only",
        "none,              true,   person.worker,  door.no-exam-right,  door.no-exam-right",
        "REGION_VIEWER,     true,   person.worker,  door.no-exam-right,  door.no-exam-right",
        "CARETAKER,         false,  person.worker,  door.no-exam-right,  door.no-exam-right",
        "CARETAKER,         true,   person.worker,  door.no-exam-right,  door.no-exam-right",
        "STAFF,             false,  person.worker,  door.no-exam-right,  door.no-exam-right",
        "STAFF,             true,   person.worker,  door.no-exam-right,  door.no-exam-right",
        "INVIGILATOR,       false,  person.worker,  person.worker,       person.worker",
        "INVIGILATOR,       true,   person.worker,  person.worker,       person.worker",
        "EXAM_COORDINATOR,  false,  person.worker,  person.worker,       person.worker",
        "EXAM_COORDINATOR,  true,   person.worker,  person.worker,       person.worker",
        "ADMIN,             false,  person.worker,  person.worker,       person.worker",
        "ADMIN,             true,   person.worker,  person.worker,       person.worker"
    })
    void entersAsTheRoleMay(String role, boolean worker, String normal, String admit, String exam) {
        String who = worker ? "ada" : "bo";
        if (!role.equals("none")) {
            scene.account(who, Role.valueOf(role).capabilities());
        }
        for (DoorPosture posture : DoorPosture.values()) {
            scene.postures.put(QUIET_DOOR, posture);
            String expected =
                    switch (posture) {
                        case NORMAL -> normal;
                        case EXAM_ADMIT -> admit;
                        case EXAM_PREPARE, EXAM_CLOSED, EXAM_QUIET -> exam;
                        case ARMED -> "door.armed";
                        case BLOCKED, LOCKED_DOWN, FIRE -> "door.unavailable";
                    };
            AccessDecision decision = scene.card(who);
            assertThat(decision.rules()).as(role + " " + posture).containsExactly(expected);
            assertThat(decision.unlock().isEmpty())
                    .as(role + " " + posture)
                    .isEqualTo(expected.startsWith("door."));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DoorPosture.class,
            names = {"EXAM_PREPARE", "EXAM_ADMIT", "EXAM_CLOSED", "EXAM_QUIET"})
    void aCaretakerEntersOnlyWhenGivenTheRight(DoorPosture posture) {
        scene.postures.put(QUIET_DOOR, posture);
        scene.account("ada", Role.CARETAKER.capabilities());
        AccessDecision refused = scene.card("ada");
        assertThat(refused.reason()).isEqualTo(CheckInReason.DOOR_UNAVAILABLE);
        assertThat(refused.rules()).containsExactly(NO_EXAM_RIGHT);
        assertThat(refused.cause()).isEqualTo(DoorCause.CREDENTIAL);

        scene.account("ada", Set.of(Capability.VIEW, Capability.UNLOCK, Capability.EXAM_ROOMS));
        AccessDecision given = scene.card("ada");
        assertThat(given.unlock()).containsExactly(QUIET_DOOR);
        assertThat(given.cause()).isEqualTo(DoorCause.STAFF);
    }

    @Test
    void theRightToExamRoomsAloneMakesStaff() {
        scene.account("bo", Set.of(Capability.EXAM_ROOMS));
        scene.postures.put(QUIET_DOOR, DoorPosture.EXAM_CLOSED);
        assertThat(scene.card("bo").rules()).containsExactly("person.worker");
    }

    @Test
    void anAccountThatMovesNoDoorMakesNoStaff() {
        scene.account("bo", Set.of(Capability.VIEW, Capability.IMPORT, Capability.READ_JOURNAL));
        scene.at(QUIET_DOOR, TUESDAY_NIGHT).pin(PinEntered.RIGHT);
        assertThat(scene.card("bo").reason()).isEqualTo(CheckInReason.OUT_OF_HOURS);
        scene.account("bo", Role.CARETAKER.capabilities());
        assertThat(scene.card("bo").unlock()).containsExactly(QUIET_DOOR);
    }

    @Test
    void anotherPersonsAccountGivesNothing() {
        scene.account("ada", Role.ADMIN.capabilities());
        scene.postures.put(QUIET_DOOR, DoorPosture.EXAM_QUIET);
        assertThat(scene.card("bo").rules()).containsExactly(STAFF_ONLY);
    }

    @Test
    void aBlockedCardOfAnInvigilatorIsRefusedBeforeAnythingElse() {
        scene.account("ada", Role.INVIGILATOR.capabilities());
        scene.postures.put(QUIET_DOOR, DoorPosture.EXAM_CLOSED);
        scene.blocked.add("ada");
        assertThat(scene.card("ada").rules()).containsExactly("card.blocked");
    }

    @Test
    void aTicketOfStaffWithoutTheRightIsRefusedToo() {
        scene.postures.put(QUIET_DOOR, DoorPosture.EXAM_CLOSED);
        assertThat(scene.ticket(ticketFor("ada", null)).rules()).containsExactly(NO_EXAM_RIGHT);
    }

    @Test
    void whoEntersWithoutTheRightIsNotLetInAsExamStaffElsewhere() {
        assertThat(scene.card("ada").cause()).isEqualTo(DoorCause.CREDENTIAL);
        scene.account("ada", Role.INVIGILATOR.capabilities());
        assertThat(scene.card("ada").cause()).isEqualTo(DoorCause.STAFF);
    }
}
