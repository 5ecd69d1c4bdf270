package se.troskel.controller.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.troskel.config.Door;
import se.troskel.controller.access.Claim;
import se.troskel.controller.access.SecondPersonWait;
import se.troskel.controller.journal.RetentionClass;
import se.troskel.controller.register.BookingIndex;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.DayPass;
import se.troskel.controller.register.ExamLists;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.register.Role;
import se.troskel.controller.register.SeatRight;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.site.SiteRig.JournalIs;
import se.troskel.controller.staff.Done;
import se.troskel.hardware.InputLine.Level;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.door.DoorHappening;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.Presentation;

/// Goal: what the decision says of two people, re-entry, longer times and doors in trouble happens
/// at the door, and is kept no longer than it counts. Method: Katrineholm's site with other rules
/// for its entrance, stepped by hand in the evening, when a PIN is asked for.
class RightsAtTheDoorTest {
    private static final String LOCK = "entrance-lock";
    private static final Door.Rules FOR_TWO = new Door.Rules(false, false, true, false, List.of());
    private static final Door.Rules NOTING = new Door.Rules(false, false, false, true, List.of());

    private static final StaffAccount INVIGILATOR =
            new StaffAccount(
                    "vakt", "Ada Provsson", "-", false, Role.INVIGILATOR.capabilities(), "vakt");
    private static final StaffAccount CARETAKER =
            new StaffAccount("vm", "Bo Provsson", "-", false, Role.CARETAKER.capabilities());

    /// For one exam room, that day.
    private static final DayPass PASS =
            new DayPass(
                    "hired",
                    "hired",
                    "code",
                    Set.of(),
                    Set.of("exam-1"),
                    SiteRig.UNSTAFFED.minusSeconds(60),
                    SiteRig.UNSTAFFED.plusSeconds(3600));

    @Test
    void aDoorForTwoUnlocksForTheSecondPersonOnly() {
        SiteRig rig = rig(entrance(FOR_TWO));
        assertThat(tap(rig, "alva").reason()).isEqualTo(CheckInReason.SECOND_PERSON_NEEDED);
        assertThat(tap(rig, "alva").reason()).isEqualTo(CheckInReason.SECOND_PERSON_NEEDED);
        assertThat(rig.unlocked()).isEmpty();

        assertThat(tap(rig, "elis").reason()).isEqualTo(CheckInReason.CHECKED_IN);
        assertThat(rig.unlocked()).containsExactly(LOCK);

        assertThat(tap(rig, "alva").reason()).isEqualTo(CheckInReason.SECOND_PERSON_NEEDED);
        assertThat(rig.unlocked()).containsExactly(LOCK);
    }

    @Test
    void theFirstOfTwoIsForgottenAfterAMinute() {
        SiteRig rig = rig(entrance(FOR_TWO));
        tap(rig, "alva");
        rig.pass(SecondPersonWait.LASTS);
        assertThat(tap(rig, "elis").reason()).isEqualTo(CheckInReason.SECOND_PERSON_NEEDED);
        rig.pass(SecondPersonWait.LASTS.minusSeconds(1));
        assertThat(tap(rig, "alva").reason()).isEqualTo(CheckInReason.CHECKED_IN);
    }

    @Test
    void theFirstOfTwoCountsOnlyWhenRecorded() {
        SiteRig rig = rig(entrance(FOR_TWO));
        String challenge = challenge(rig.tap("alva").join());
        rig.journalIs = JournalIs.REFUSING;
        assertThat(rig.enterPin(challenge, true).join().reason())
                .isEqualTo(CheckInReason.NOT_RECORDED);
        rig.journalIs = JournalIs.COMMITTING;
        assertThat(tap(rig, "elis").reason()).isEqualTo(CheckInReason.SECOND_PERSON_NEEDED);
        assertThat(rig.unlocked()).isEmpty();
    }

    @Test
    void comingInAgainIsRecordedWithThePersonInTheLocalBodyOnly() {
        SiteRig rig = rig(entrance(NOTING));
        tap(rig, "alva");
        tap(rig, "elis");
        assertThat(cameInAgain(rig)).isEmpty();

        assertThat(tap(rig, "alva").reason()).isEqualTo(CheckInReason.CHECKED_IN);
        assertThat(rig.unlocked()).hasSize(3);
        assertThat(cameInAgain(rig))
                .containsExactly(
                        new EventBody.DoorChanged(
                                "entrance",
                                DoorHappening.CAME_IN_AGAIN,
                                DoorCause.CREDENTIAL,
                                null));
        assertThat(rig.locals)
                .filteredOn(local -> local.facts().keySet().equals(Set.of("presentation")))
                .singleElement()
                .satisfies(local -> {
                    assertThat(local.subject()).isEqualTo("alva");
                    assertThat(local.retention()).isEqualTo(RetentionClass.ACCESS);
                });
    }

    @Test
    void whoWentOutComesInForTheFirstTime() {
        SiteRig rig = rig(entrance(NOTING));
        tap(rig, "alva");
        leave(rig, "alva");
        tap(rig, "alva");
        assertThat(cameInAgain(rig)).isEmpty();
    }

    @Test
    void aDoorThatNotesNothingRecordsNoReentry() {
        SiteRig rig = rig(UnaryOperator.identity());
        tap(rig, "alva");
        tap(rig, "alva");
        assertThat(cameInAgain(rig)).isEmpty();
    }

    @Test
    void theLockIsToldTheTimeThatThePersonNeeds() {
        SiteRig rig = rig(UnaryOperator.identity());
        tap(rig, "elis");
        tap(rig, "slow");
        assertThat(rig.locks)
                .filteredOn(SiteEffect.Unlock.class::isInstance)
                .containsExactly(
                        new SiteEffect.Unlock(LOCK, Duration.ofSeconds(5)),
                        new SiteEffect.Unlock(LOCK, Duration.ofSeconds(20)));
    }

    @Test
    void duringAnExamTheDoorUnlocksForStaffAndSaysSo() {
        SiteRig rig = rig(UnaryOperator.identity());
        rig.staff(reply ->
                        new SiteInput.PostureAsked(
                                SiteRig.STAFF, "entrance", DoorPosture.EXAM_CLOSED, reply))
                .join();
        assertThat(rig.tap("alva").join().reason()).isEqualTo(CheckInReason.DOOR_UNAVAILABLE);
        assertThat(rig.unlocked()).isEmpty();

        assertThat(tap(rig, "vakt").reason()).isEqualTo(CheckInReason.CHECKED_IN);
        assertThat(rig.unlocked()).containsExactly(LOCK);
        assertThat(rig.recorded(EventBody.DoorChanged.class))
                .filteredOn(body -> body.what() == DoorHappening.UNLOCKED)
                .extracting(EventBody.DoorChanged::cause)
                .containsExactly(DoorCause.STAFF);
    }

    @Test
    void whoIsOutOnAnErrandComesBackIntoAClosedExamAgainAndAgainWithTheSameTicket() {
        SiteRig rig = rig(UnaryOperator.identity());
        rig.withSeats(List.of(seat("alva", true), seat("elis", false)));
        rig.staff(reply ->
                        new SiteInput.PostureAsked(
                                SiteRig.STAFF, "exam-1", DoorPosture.EXAM_CLOSED, reply))
                .join();
        for (int i = 1; i <= 2; i++) {
            Answer back = rig.present(UUID.randomUUID(), ticketOf("alva")).join();
            assertThat(back.reason()).isEqualTo(CheckInReason.ROOM_GRANTED);
            assertThat(rig.unlocked().stream().filter("exam-1-lock"::equals)).hasSize(i);
            rig.pass(Duration.ofSeconds(30));
        }
        assertThat(rig.recorded(EventBody.DoorChanged.class))
                .filteredOn(body -> body.what() == DoorHappening.UNLOCKED)
                .extracting(EventBody.DoorChanged::cause)
                .containsOnly(DoorCause.ERRAND);
        assertThat(rig.locals).noneMatch(local -> local.facts().containsKey("ticket"));

        Answer late = rig.present(UUID.randomUUID(), ticketOf("elis")).join();
        assertThat(late.reason()).as("into the building").isEqualTo(CheckInReason.CHECKED_IN);
        assertThat(rig.unlocked().stream().filter("exam-1-lock"::equals)).hasSize(2);
    }

    @Test
    void aSeatWhoseTimeEndsWhileItsRecordIsOnTheWayDoesNotOpenItsRoom() {
        SiteRig rig = rig(UnaryOperator.identity());
        rig.withSeats(List.of(seat("alva", false)));
        rig.journalIs = JournalIs.WAITING;
        var answer = rig.present(UUID.randomUUID(), ticketOf("alva"));
        assertThat(answer).isNotDone();
        rig.jump(SiteRig.UNSTAFFED.plusSeconds(1800));
        rig.journalAnswers(JournalIs.COMMITTING);
        assertThat(rig.unlocked()).containsExactly(LOCK);
    }

    private static SeatRight seat(String person, boolean errand) {
        return new SeatRight(
                person,
                person,
                "exam-1",
                SiteRig.UNSTAFFED.minusSeconds(60),
                SiteRig.UNSTAFFED.plusSeconds(1800),
                errand);
    }

    private static Claim ticketOf(String person) {
        return new Claim.Ticket(
                Medium.QR,
                "00" + person,
                person,
                null,
                SiteRig.UNSTAFFED.minusSeconds(3600),
                SiteRig.UNSTAFFED.plusSeconds(3600));
    }

    @Test
    void aDayPassOpensItsExamRoomFromTheTerminalAndIsNamedInTheLocalBodyOnly() {
        SiteRig rig = rig(UnaryOperator.identity());
        rig.staff(reply ->
                        new SiteInput.PostureAsked(
                                SiteRig.STAFF, "exam-1", DoorPosture.EXAM_CLOSED, reply))
                .join();
        Answer asked = showPass(rig);
        assertThat(asked.reason()).isEqualTo(CheckInReason.PIN_REQUIRED);
        assertThat(rig.enterPin(challenge(asked), false).join().reason())
                .isEqualTo(CheckInReason.PIN_WRONG);
        assertThat(rig.unlocked()).isEmpty();

        Answer answer = rig.enterPin(challenge(showPass(rig)), true).join();
        assertThat(answer.reason()).isEqualTo(CheckInReason.CHECKED_IN);
        assertThat(rig.unlocked()).containsExactly("exam-1-lock");
        assertThat(rig.recorded(EventBody.CheckIn.class))
                .last()
                .satisfies(body -> assertThat(body.toString()).doesNotContain("hired", "Test"));
        assertThat(rig.locals)
                .filteredOn(local -> "hired".equals(local.facts().get("credential")))
                .isNotEmpty()
                .allSatisfy(local -> {
                    assertThat(local.subject()).isEqualTo("hired");
                    assertThat(local.retention()).isEqualTo(RetentionClass.ACCESS);
                });
    }

    @Test
    void aDayPassPausesAfterThreeWrongPinsAndEndsAtOnce() {
        SiteRig rig = rig(UnaryOperator.identity());
        for (int i = 0; i < 3; i++) {
            rig.enterPin(challenge(showPass(rig)), false).join();
        }
        assertThat(showPass(rig).reason()).isEqualTo(CheckInReason.PIN_LOCKED);
        rig.staff(reply -> new SiteInput.CardBlockAsked(SiteRig.STAFF, "hired", true, reply))
                .join();
        assertThat(showPass(rig).reason()).isEqualTo(CheckInReason.TOKEN_EXPIRED);
        assertThat(rig.unlocked()).isEmpty();
    }

    private static Answer showPass(SiteRig rig) {
        return rig.present(UUID.randomUUID(), new Claim.Pass(Medium.QR, "hired")).join();
    }

    @Test
    void staffWithoutTheRightToExamRoomsUnlocksNoneOfThemUnderAnExamPosture() {
        SiteRig rig = rig(UnaryOperator.identity());
        for (DoorPosture posture :
                List.of(
                        DoorPosture.EXAM_PREPARE,
                        DoorPosture.EXAM_ADMIT,
                        DoorPosture.EXAM_CLOSED,
                        DoorPosture.EXAM_QUIET)) {
            rig.staff(reply -> new SiteInput.PostureAsked(SiteRig.STAFF, "exam-1", posture, reply))
                    .join();
            assertThat(unlock(rig, CARETAKER).key()).isEqualTo("door.exam");
        }
        assertThat(rig.unlocked()).isEmpty();
        assertThat(unlock(rig, INVIGILATOR).done()).isTrue();
        assertThat(rig.unlocked()).containsExactly("exam-1-lock");
    }

    private static Done unlock(SiteRig rig, StaffAccount by) {
        return rig.staff(reply ->
                        new SiteInput.DoorUnlockAsked(by, "exam-1", Duration.ofMinutes(1), reply))
                .join();
    }

    @Test
    void aDoorThatNobodyGotThroughTwiceIsLeftForAnother() {
        SiteRig rig = rig(door -> door.id().equals("exam-1") ? into(door, null) : door);
        rig.step(new SiteInput.LineChanged("entrance-contact", Level.REST));
        for (int i = 0; i < 2; i++) {
            assertThat(tap(rig, "alva").details().doorName()).isNull();
            rig.pass(Duration.ofSeconds(6));
        }
        assertThat(rig.unlocked()).containsExactly(LOCK, LOCK);

        Answer answer = tap(rig, "alva");
        assertThat(answer.details().doorName()).isEqualTo("Tentasal 1");
        assertThat(rig.unlocked()).containsExactly(LOCK, LOCK, "exam-1-lock");
    }

    private static List<EventBody.DoorChanged> cameInAgain(SiteRig rig) {
        return rig.recorded(EventBody.DoorChanged.class).stream()
                .filter(body -> body.what() == DoorHappening.CAME_IN_AGAIN)
                .toList();
    }

    private static Answer tap(SiteRig rig, String card) {
        return rig.tapWithPin(card, true);
    }

    private static void leave(SiteRig rig, String card) {
        Presentation shown =
                new Presentation(new UUID(5, 5), SiteRig.KIOSK, Medium.CARD, "-", Intent.LEAVE);
        rig.<Answer>ask(reply -> new SiteInput.Presented(shown, new Claim.Card(card), reply))
                .join();
    }

    private static String challenge(Answer answer) {
        return Objects.requireNonNull(answer.pin()).id();
    }

    private static SiteRig rig(UnaryOperator<Door> doors) {
        SiteRig rig = new SiteRig(SiteRig.UNSTAFFED, doors);
        Map<String, Person> people = new HashMap<>();
        Map<String, Credential> cards = new HashMap<>();
        for (String id : List.of("alva", "elis", "slow", "vakt", "hired")) {
            people.put(id, person(id));
            cards.put(id, new Credential(id, id, "hash", null, false));
        }
        rig.step(
                new SiteInput.RegisterChanged(
                        new RegisterContents(
                                1,
                                people,
                                cards,
                                BookingIndex.of(List.of()),
                                Map.of(),
                                Map.of(),
                                Map.of("vakt", INVIGILATOR),
                                Map.of("hired", PASS),
                                ExamLists.EMPTY)));
        return rig;
    }

    private static Person person(String id) {
        Instant termStart = Instant.parse("2026-08-20T08:00:00Z");
        return new Person(
                id,
                "Alva Testsson",
                id.equals("vakt") ? VisitKind.WORKER : VisitKind.STUDENT,
                LocalDate.of(1996, 10, 20),
                termStart,
                null,
                termStart,
                false,
                id.equals("slow"));
    }

    private static UnaryOperator<Door> entrance(Door.Rules rules) {
        return door -> door.id().equals("entrance") ? with(door, door.room(), rules) : door;
    }

    private static Door into(Door door, @Nullable String room) {
        return with(door, room, door.rules());
    }

    private static Door with(Door d, @Nullable String room, Door.Rules rules) {
        return new Door(
                d.id(),
                d.name(),
                d.kind(),
                room,
                d.lock(),
                d.egressHardware(),
                d.contact(),
                d.requestToExit(),
                d.lockMonitor(),
                d.reader(),
                d.tamper(),
                d.otherSystem(),
                d.area(),
                d.times(),
                rules,
                d.releaseOnFire(),
                d.openedOtherwise(),
                d.unlocked(),
                d.assurance());
    }
}
