package se.troskel.controller.access;

import static org.assertj.core.api.Assertions.assertThat;
import static se.troskel.controller.access.Scene.ENTRANCE;
import static se.troskel.controller.access.Scene.GROUP_DOOR;
import static se.troskel.controller.access.Scene.QUIET_DOOR;
import static se.troskel.controller.access.Scene.TUESDAY;
import static se.troskel.controller.access.Scene.local;
import static se.troskel.controller.access.Scene.ticketFor;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPosture;

/// Goal: a seat in a sitting opens the door of its room in its hours, and nothing else. Method: a
/// table of standing order by phase by what is shown, with every door and hour around it; then what
/// else may stand against somebody.
class SeatAtTheDoorTest {
    /// Alva's seat is in `group` from 09.30 until 10.10; Elis is out of it on an errand from 09.50
    /// until 10.40; Nils has none.
    private static final Map<String, String> WHO =
            Map.of("alva", "seated", "elis", "on an errand", "nils", "none");

    private static final List<String> HOURS =
            List.of(
                    "09:29:59",
                    "09:30",
                    "09:50",
                    "10:09:59",
                    "10:10",
                    "10:39:59",
                    "10:40",
                    "12:00");

    private final Scene scene = new Scene();

    @BeforeEach
    void candidates() {
        scene.student("elis", LocalDate.of(1990, 1, 1));
        scene.student("nils", LocalDate.of(1990, 1, 1));
        scene.seat("alva", "group", "09:30", "10:10");
        scene.errand("elis", "group", "09:50", "10:40");
        scene.at(GROUP_DOOR, TUESDAY);
    }

    @ParameterizedTest
    @CsvSource({
        // posture,   admission, errand
        "NORMAL,       true,  true",
        "EXAM_PREPARE, false, false",
        "EXAM_ADMIT,   true,  true",
        "EXAM_CLOSED,  false, true",
        "EXAM_QUIET,   false, true",
        "BLOCKED,      false, false",
        "ARMED,        false, false",
        "LOCKED_DOWN,  false, false",
        "FIRE,         false, false",
    })
    void unlocksUnderThePosturesThatAllowIt(
            DoorPosture posture, boolean admission, boolean errand) {
        scene.postures.put(GROUP_DOOR, posture);
        for (String hour : HOURS) {
            scene.at("2026-03-03T" + hour);
            boolean alva = admission && within("09:30", "10:10", hour);
            boolean elis = errand && within("09:50", "10:40", hour);
            for (String who : WHO.keySet()) {
                boolean opens = who.equals("alva") ? alva : who.equals("elis") && elis;
                for (Claim claim : List.of(new Claim.Card(who), ticketFor(who, null))) {
                    AccessDecision decision = scene.ask(claim, Intent.ENTER);
                    assertThat(decision.unlock())
                            .as("%s %s %s %s", posture, hour, WHO.get(who), claim)
                            .isEqualTo(opens ? List.of(GROUP_DOOR) : List.of());
                    if (opens) {
                        assertThat(decision.reason()).isEqualTo(CheckInReason.ROOM_GRANTED);
                        assertThat(decision.next()).isEqualTo(NextStep.GO_TO_ROOM);
                        assertThat(decision.room()).isEqualTo("group");
                        assertThat(decision.person()).isEqualTo(who);
                        assertThat(decision.kind()).isEqualTo(VisitKind.STUDENT);
                        assertThat(decision.ticket()).isNull();
                        assertThat(decision.booking()).isNull();
                        assertThat(decision.cause())
                                .isEqualTo(
                                        who.equals("elis")
                                                ? DoorCause.ERRAND
                                                : DoorCause.CREDENTIAL);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(DoorPosture.class)
    void opensNoOtherRoomThanItDoesForAnybody(DoorPosture posture) {
        scene.postures.put(QUIET_DOOR, posture);
        scene.at(QUIET_DOOR, "2026-03-03T10:00");
        AccessDecision nobody = scene.card("nils");
        for (String who : List.of("alva", "elis")) {
            assertThat(scene.card(who).unlock()).isEqualTo(nobody.unlock());
            assertThat(scene.card(who).reason()).isEqualTo(nobody.reason());
            assertThat(scene.card(who).rules()).isEqualTo(nobody.rules());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DoorMode.class,
            names = {"BLOCKED", "LOCKED_DOWN", "UNKNOWN"})
    void whatIsOutOfServiceStaysShut(DoorMode mode) {
        scene.doorModes.put(GROUP_DOOR, mode);
        assertThat(scene.card("alva").rules()).containsExactly("door.unavailable");
        assertThat(scene.card("elis").rules()).containsExactly("door.unavailable");
        scene.at(ENTRANCE, TUESDAY);
        assertThat(scene.card("alva").unlock()).isEmpty();
    }

    @Test
    void atTheEntranceItOpensTheWholeWay() {
        scene.at(ENTRANCE, TUESDAY);
        assertThat(scene.card("alva").unlock()).containsExactly(ENTRANCE, GROUP_DOOR);
        assertThat(scene.card("elis").unlock()).containsExactly(ENTRANCE, GROUP_DOOR);
        scene.at((@Nullable String) null, TUESDAY);
        assertThat(scene.card("alva").unlock()).containsExactly(GROUP_DOOR);
    }

    @Test
    void aRoomThatIsNotOpenToCandidatesKeepsNobodyOutOfTheBuilding() {
        scene.postures.put(GROUP_DOOR, DoorPosture.EXAM_PREPARE);
        scene.at(ENTRANCE, TUESDAY);
        AccessDecision decision = scene.card("alva");
        assertThat(decision.unlock()).containsExactly(ENTRANCE);
        assertThat(decision.reason()).isEqualTo(CheckInReason.CHECKED_IN);
        assertThat(decision.room()).isNull();
        assertThat(decision.rules()).containsExactly("seat.room-not-open");
        scene.postures.put(ENTRANCE, DoorPosture.EXAM_PREPARE);
        assertThat(scene.card("alva").unlock()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "09:00, ROOM_EARLY,       seat.later,   COME_BACK",
        "10:10, DOOR_UNAVAILABLE, seat.over,    ASK_AT_DESK",
        "16:00, DOOR_UNAVAILABLE, seat.over,    ASK_AT_DESK",
    })
    void atAnotherHourItSaysWhich(String hour, CheckInReason reason, String rule, NextStep next) {
        for (DoorPosture posture : List.of(DoorPosture.NORMAL, DoorPosture.EXAM_CLOSED)) {
            scene.postures.put(GROUP_DOOR, posture);
            scene.at("2026-03-03T" + hour);
            for (Claim claim : List.of(new Claim.Card("alva"), ticketFor("alva", null))) {
                AccessDecision decision = scene.ask(claim, Intent.ENTER);
                assertThat(decision.reason()).as("%s %s", posture, claim).isEqualTo(reason);
                assertThat(decision.rules()).containsExactly(rule);
                assertThat(decision.next()).isEqualTo(next);
                if (next == NextStep.COME_BACK) {
                    assertThat(decision.details().from()).isEqualTo(local("2026-03-03T09:30"));
                }
            }
        }
    }

    @Test
    void anotherDaysSeatIsNotSpokenOf() {
        scene.at("2026-03-04T10:00");
        assertThat(scene.card("alva").rules()).containsExactly("room.no-right");
    }

    @Test
    void betweenTwoAdmissionsTheNextOneIsNamed() {
        scene.seat("alva", "group", "11:00", "11:01");
        AccessDecision decision = scene.at("2026-03-03T10:30").card("alva");
        assertThat(decision.rules()).containsExactly("seat.later");
        assertThat(decision.details().from()).isEqualTo(local("2026-03-03T11:00"));
    }

    @Test
    void noHourOfTheCentreNorAgreementNorAgeStandsAgainstIt() {
        scene.person("unsigned", VisitKind.STUDENT, LocalDate.of(2012, 1, 1), null);
        scene.seat("unsigned", "group", "06:30", "07:00");
        scene.seat("unsigned", "group", "22:30", "23:30");
        scene.pin(PinEntered.RIGHT);
        for (String hour : List.of("06:45", "23:00")) {
            scene.at("2026-03-03T" + hour);
            assertThat(scene.card("unsigned").unlock()).as(hour).containsExactly(GROUP_DOOR);
        }
        assertThat(scene.at(ENTRANCE, "2026-03-03T06:15").card("unsigned").rules())
                .as("unstaffed")
                .containsExactly("seat.later");
        assertThat(scene.at(ENTRANCE, "2026-03-03T22:10").card("unsigned").rules())
                .as("closed for the day")
                .containsExactly("seat.later");
        assertThat(scene.at(ENTRANCE, "2026-03-03T23:40").card("unsigned").rules())
                .containsExactly("hours.not-open");
    }

    @Test
    void aDoorThatAsksForAPinAsksItOfACardAndNotOfATicket() {
        scene.seat("alva", "group", "18:00", "19:00");
        scene.at("2026-03-03T18:30");
        assertThat(scene.card("alva").reason()).isEqualTo(CheckInReason.PIN_REQUIRED);
        assertThat(scene.ticket(ticketFor("alva", null)).unlock()).containsExactly(GROUP_DOOR);
    }

    @Test
    void aTicketIsNotUsedUpAndOneThatIsStillShowsWhoItIs() {
        Claim.Ticket ticket = ticketFor("alva", null);
        assertThat(scene.ticket(ticket).ticket()).isNull();
        scene.usedTickets.add(ticket.id());
        assertThat(scene.ticket(ticket).unlock()).containsExactly(GROUP_DOOR);
        scene.at("2026-03-03T10:20");
        assertThat(scene.ticket(ticket).reason()).isEqualTo(CheckInReason.TOKEN_USED);
    }

    @Test
    void aTicketOfAnotherHourOrOfSomebodyGoneOpensNothing() {
        Claim.Ticket over =
                new Claim.Ticket(
                        Medium.QR,
                        "00bb",
                        "alva",
                        null,
                        local("2026-03-02T09:00"),
                        local("2026-03-03T09:40"));
        assertThat(scene.ticket(over).reason()).isEqualTo(CheckInReason.TOKEN_EXPIRED);
        scene.seat("gone", "group", "09:30", "10:10");
        assertThat(scene.ticket(ticketFor("gone", null)).rules())
                .containsExactly("ticket.holder-gone");
    }

    @Test
    void aTicketForAnotherRoomLeadsThereFromTheEntranceAndToTheSeatAtItsDoor() {
        scene.at(ENTRANCE, TUESDAY);
        assertThat(scene.ticket(ticketFor("alva", "quiet")).room()).isEqualTo("quiet");
        scene.at(GROUP_DOOR, TUESDAY);
        assertThat(scene.ticket(ticketFor("alva", "quiet")).rules()).containsExactly("seat.now");
    }

    @Test
    void aBlockedAnExpiredAndAnUntimedCardAreRefusedWhateverSeat() {
        scene.card("lost", "$argon2id$", null, true);
        scene.card("old", "$argon2id$", "2026-03-01T00:00", false);
        assertThat(scene.card("lost").reason()).isEqualTo(CheckInReason.BLOCKED);
        assertThat(scene.card("old").reason()).isEqualTo(CheckInReason.EXPIRED);
        scene.valid("alva", "2026-01-01T00:00", "2026-03-01T00:00");
        assertThat(scene.card("alva").reason()).isEqualTo(CheckInReason.EXPIRED);
        assertThat(scene.ticket(ticketFor("alva", null)).reason()).isEqualTo(CheckInReason.EXPIRED);
        scene.clockTrusted = false;
        assertThat(scene.card("elis").unlock()).isEmpty();
    }

    @Test
    void duringEvacuationNobodyComesBackIn() {
        scene.evacuate = true;
        assertThat(scene.card("alva").reason()).isEqualTo(CheckInReason.EVACUATE);
        assertThat(scene.card("elis").reason()).isEqualTo(CheckInReason.EVACUATE);
    }

    @Test
    void aFullRoomRefusesWhoComesAndNotWhoComesBack() {
        scene.counted.put("group", 6);
        AccessDecision full = scene.card("alva");
        assertThat(full.reason()).isEqualTo(CheckInReason.FULL);
        assertThat(full.next()).isEqualTo(NextStep.ASK_AT_DESK);
        assertThat(full.details().otherRoom()).isNull();
        assertThat(scene.card("elis").unlock()).containsExactly(GROUP_DOOR);
        scene.counted.clear();
        scene.estimated.put("group", 6);
        assertThat(scene.card("alva").unlock()).containsExactly(GROUP_DOOR);
    }

    @Test
    void seatsInTwoRoomsAtOnceAreNotGuessedBetween() {
        scene.seat("alva", "quiet", "09:30", "10:10");
        assertThat(scene.card("alva").unlock()).containsExactly(GROUP_DOOR);
        scene.at(ENTRANCE, TUESDAY);
        assertThat(scene.card("alva").reason()).isEqualTo(CheckInReason.AMBIGUOUS);
    }

    @Test
    void theWayBackComesBeforeAnAdmissionThatHoldsToo() {
        scene.seat("elis", "group", "09:30", "10:10");
        scene.postures.put(GROUP_DOOR, DoorPosture.EXAM_CLOSED);
        assertThat(scene.card("elis").rules()).containsExactly("seat.way-back");
    }

    /// Staff who write an exam themselves come as candidates where they have no right to exam
    /// rooms.
    @Test
    void staffIsACandidateOnlyAtTheDoorOfTheirSeat() {
        Map<DoorPosture, List<String>> opened = new EnumMap<>(DoorPosture.class);
        scene.person("vakt", VisitKind.WORKER, null, null);
        scene.account("vakt", Set.of());
        scene.seat("vakt", "group", "09:30", "10:10");
        for (DoorPosture posture : List.of(DoorPosture.EXAM_ADMIT, DoorPosture.EXAM_CLOSED)) {
            scene.postures.put(GROUP_DOOR, posture);
            opened.put(posture, scene.card("vakt").unlock());
        }
        assertThat(opened)
                .containsEntry(DoorPosture.EXAM_ADMIT, List.of(GROUP_DOOR))
                .containsEntry(DoorPosture.EXAM_CLOSED, List.of());
        scene.at(ENTRANCE, TUESDAY);
        assertThat(scene.card("vakt").rules()).containsExactly("person.worker");
    }

    private static boolean within(String from, String until, String hour) {
        return hour.compareTo(from) >= 0 && hour.compareTo(until) < 0;
    }
}
