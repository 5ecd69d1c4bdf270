package se.troskel.controller.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.troskel.controller.access.Claim;
import se.troskel.controller.door.DoorOrders;
import se.troskel.controller.journal.LocalBody;
import se.troskel.controller.journal.RetentionClass;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.site.SiteRig.JournalIs;
import se.troskel.controller.staff.Enrolment;
import se.troskel.hardware.InputLine.Level;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.door.DoorAlarm;
import se.troskel.protocol.door.DoorHappening;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.DeviceHealth;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.VisitRequest;
import se.troskel.protocol.mqtt.DoorStatus;

/// Goal: a person is let in only by what is on disk, and nothing that fails opens a door or keeps
/// one shut from inside. Method: a whole site at Katrineholm stepped by hand, with a journal that
/// commits, refuses or waits as told.
class SiteTest {
    private static final String ENTRANCE_LOCK = "entrance-lock";
    private static final UUID VISIT = new UUID(9, 9);

    @Test
    void everyLockIsToldToLockBeforeAnythingIsHeard() {
        SiteRig rig = new SiteRig(SiteRig.UNSTAFFED);
        assertThat(rig.locks)
                .hasSameSizeAs(rig.config.doors())
                .allMatch(SiteEffect.Lock.class::isInstance);
    }

    @Test
    void aRightPinUnlocksTheEntranceOnlyOnceItIsRecorded() {
        SiteRig rig = new SiteRig(SiteRig.UNSTAFFED).withStudent("hash");
        Answer asked = rig.tap(SiteRig.CARD).join();
        assertThat(asked.reason()).isEqualTo(CheckInReason.PIN_REQUIRED);
        assertThat(asked.recorded()).isFalse();

        rig.journalIs = JournalIs.WAITING;
        var answer = rig.enterPin(challenge(asked), true);
        assertThat(rig.unlocked()).isEmpty();
        assertThat(answer).isNotDone();

        rig.journalAnswers(JournalIs.COMMITTING);
        assertThat(answer.join().reason()).isEqualTo(CheckInReason.CHECKED_IN);
        assertThat(answer.join().recorded()).isTrue();
        assertThat(rig.unlocked()).containsExactly(ENTRANCE_LOCK);
    }

    @Test
    void aJournalThatRefusesKeepsTheEntranceLockedAndSaysWhatCanBeDone() {
        SiteRig rig = new SiteRig(SiteRig.UNSTAFFED).withStudent("hash");
        Answer asked = rig.tap(SiteRig.CARD).join();
        rig.journalIs = JournalIs.REFUSING;
        Answer answer = rig.enterPin(challenge(asked), true).join();
        assertThat(answer.reason()).isEqualTo(CheckInReason.NOT_RECORDED);
        assertThat(answer.recorded()).isFalse();
        assertThat(rig.unlocked()).isEmpty();
    }

    @Test
    void aRecordThatComesTooLateUnlocksNothing() {
        SiteRig rig = new SiteRig(SiteRig.UNSTAFFED).withStudent("hash");
        Answer asked = rig.tap(SiteRig.CARD).join();
        rig.journalIs = JournalIs.WAITING;
        var answer = rig.enterPin(challenge(asked), true);
        rig.pass(Duration.ofNanos(Records.DEADLINE_NANOS));
        assertThat(answer.join().reason()).isEqualTo(CheckInReason.NOT_RECORDED);

        rig.journalAnswers(JournalIs.COMMITTING);
        assertThat(rig.unlocked()).isEmpty();
    }

    @Test
    void anUnknownCardChangesNoLockAndIsRecorded() {
        SiteRig rig = new SiteRig(SiteRig.UNSTAFFED).withStudent("hash");
        rig.locks.clear();
        assertThat(rig.tap("somebody-elses").join().reason()).isEqualTo(CheckInReason.UNKNOWN);
        assertThat(rig.locks).isEmpty();
        assertThat(rig.recorded(EventBody.CheckIn.class))
                .singleElement()
                .extracting(EventBody.CheckIn::reason)
                .isEqualTo(CheckInReason.UNKNOWN);
    }

    @Test
    void aDoorThatIsBlockedBetweenDecisionAndRecordStaysLocked() {
        SiteRig rig = new SiteRig(SiteRig.UNSTAFFED).withStudent("hash");
        Answer asked = rig.tap(SiteRig.CARD).join();
        rig.journalIs = JournalIs.WAITING;
        var answer = rig.enterPin(challenge(asked), true);
        var _ =
                rig.staff(reply ->
                        new SiteInput.DoorBlockAsked(SiteRig.STAFF, "entrance", true, reply));
        rig.journalAnswers(JournalIs.COMMITTING);
        assertThat(answer.join().reason()).isEqualTo(CheckInReason.DOOR_UNAVAILABLE);
        assertThat(rig.unlocked()).isEmpty();
    }

    @Test
    void theSamePresentationIsAnsweredAgainAndRecordedOnce() {
        SiteRig rig = new SiteRig(SiteRig.STAFFED).withStudent(null);
        Answer first = rig.present(VISIT, new Claim.Card(SiteRig.CARD)).join();
        Answer again = rig.present(VISIT, new Claim.Card(SiteRig.CARD)).join();
        assertThat(again).isEqualTo(first);
        assertThat(rig.recorded(EventBody.CheckIn.class)).hasSize(1);
    }

    @Test
    void twoTerminalsCannotBothAdmitOneTicket() {
        SiteRig rig = new SiteRig(SiteRig.STAFFED);
        Claim ticket = ticket();
        rig.journalIs = JournalIs.WAITING;
        var first = rig.present(new UUID(1, 1), ticket);
        var second = rig.present(new UUID(1, 2), ticket);
        rig.journalAnswers(JournalIs.COMMITTING);
        assertThat(List.of(first.join().reason(), second.join().reason()))
                .containsExactly(CheckInReason.CHECKED_IN, CheckInReason.TOKEN_USED);
    }

    @Test
    void aTicketWhoseAdmissionWasNotRecordedCanStillBeUsed() {
        SiteRig rig = new SiteRig(SiteRig.STAFFED);
        rig.journalIs = JournalIs.REFUSING;
        assertThat(rig.present(new UUID(1, 1), ticket()).join().reason())
                .isEqualTo(CheckInReason.NOT_RECORDED);
        rig.journalIs = JournalIs.COMMITTING;
        assertThat(rig.present(new UUID(1, 2), ticket()).join().reason())
                .isEqualTo(CheckInReason.CHECKED_IN);
    }

    @Test
    void whatWasUsedAndBlockedBeforeARestartStaysSo() {
        Restored before =
                new Restored(
                        Set.of("a1"),
                        Set.of(SiteRig.CARD),
                        Map.of("exam-1", DoorOrders.NONE.withBlock(true)),
                        Map.of(),
                        false,
                        false,
                        List.of(),
                        List.of(),
                        Muster.NOBODY,
                        List.of(),
                        false);
        SiteRig rig = new SiteRig(SiteRig.STAFFED, before).withStudent(null);
        assertThat(rig.present(new UUID(1, 1), ticket()).join().reason())
                .isEqualTo(CheckInReason.TOKEN_USED);
        assertThat(rig.tap(SiteRig.CARD).join().reason()).isEqualTo(CheckInReason.BLOCKED);
        assertThat(door(rig, "exam-1").mode()).isEqualTo(DoorMode.BLOCKED);
        assertThat(rig.recorded(EventBody.CentreStarted.class))
                .containsExactly(new EventBody.CentreStarted("test", false));
    }

    @Test
    void threeWrongPinsPauseTheCardAndARightOneDoesNotEndThePause() {
        SiteRig rig = new SiteRig(SiteRig.UNSTAFFED).withStudent("hash");
        assertThat(rig.tapWithPin(SiteRig.CARD, false).reason()).isEqualTo(CheckInReason.PIN_WRONG);
        Answer second = rig.tapWithPin(SiteRig.CARD, false);
        assertThat(Objects.requireNonNull(second.pin()).triesLeft()).isEqualTo(1);
        Answer third = rig.enterPin(challenge(second), false).join();
        assertThat(third.reason()).isEqualTo(CheckInReason.PIN_LOCKED);
        assertThat(rig.tap(SiteRig.CARD).join().reason()).isEqualTo(CheckInReason.PIN_LOCKED);

        rig.pass(Duration.ofMinutes(rig.config.access().pinPauseMinutes()));
        assertThat(rig.tapWithPin(SiteRig.CARD, true).reason()).isEqualTo(CheckInReason.CHECKED_IN);
    }

    @Test
    void guessingShortCodesPausesTheTerminal() {
        SiteRig rig = new SiteRig(SiteRig.STAFFED);
        Claim wrong = new Claim.Unreadable(Medium.SHORT_CODE);
        for (int tries = rig.config.access().shortCodeTries(); tries > 0; tries--) {
            assertThat(rig.present(new UUID(2, tries), wrong).join().reason())
                    .isEqualTo(CheckInReason.TOKEN_UNREADABLE);
        }
        Answer paused = rig.present(new UUID(3, 1), wrong).join();
        assertThat(paused.reason()).isEqualTo(CheckInReason.CODE_PAUSED);
        assertThat(paused.details().from()).isNotNull();
    }

    @Test
    void staffUnlocksForAWhileOnceItIsRecordedAndLocksAtOnce() {
        SiteRig rig = new SiteRig(SiteRig.STAFFED);
        var unlock =
                rig.staff(reply ->
                        new SiteInput.DoorUnlockAsked(
                                SiteRig.STAFF, "exam-1", Duration.ofMinutes(15), reply));
        assertThat(unlock.join().done()).isTrue();
        assertThat(rig.unlocked()).endsWith("exam-1-lock");

        rig.journalIs = JournalIs.REFUSING;
        rig.locks.clear();
        var lock = rig.staff(reply -> new SiteInput.DoorLockAsked(SiteRig.STAFF, "exam-1", reply));
        assertThat(lock.join().done()).isTrue();
        assertThat(rig.locks).contains(new SiteEffect.Lock("exam-1-lock"));
    }

    @Test
    void whatHappenedWhileTheJournalRefusedIsRecordedWhenItTakesRecordsAgain() {
        SiteRig rig = new SiteRig(SiteRig.STAFFED);
        rig.journalIs = JournalIs.REFUSING;
        rig.step(new SiteInput.LinkChanged(true));
        assertThat(rig.recorded(EventBody.LinkChanged.class)).isEmpty();
        rig.journalIs = JournalIs.COMMITTING;
        rig.pass(Duration.ofSeconds(1));
        assertThat(rig.recorded(EventBody.LinkChanged.class)).hasSize(1);
    }

    @Test
    void staffCannotUnlockForEver() {
        SiteRig rig = new SiteRig(SiteRig.STAFFED);
        rig.locks.clear();
        var asked =
                rig.staff(reply ->
                        new SiteInput.DoorUnlockAsked(
                                SiteRig.STAFF, "exam-1", Duration.ofDays(1), reply));
        assertThat(asked.join().done()).isFalse();
        assertThat(rig.unlocked()).isEmpty();
    }

    @Test
    void theEntranceStandsUnlockedInItsScheduledHoursOnly() {
        SiteRig rig = new SiteRig(SiteRig.STAFFED).withStudent(null);
        assertThat(rig.unlocked()).isEmpty();
        assertThat(rig.tap(SiteRig.CARD).join().reason().isGranted()).isTrue();
        rig.pass(Duration.ofMinutes(1));
        assertThat(door(rig, "entrance").told()).isEqualTo(LockCommand.UNLOCK);
        rig.pass(Duration.between(SiteRig.STAFFED, SiteRig.UNSTAFFED));
        assertThat(door(rig, "entrance").told()).isEqualTo(LockCommand.LOCK);
    }

    @Test
    void aClockThatCannotBeTrustedUnlocksNothingBySchedule() {
        SiteRig rig = new SiteRig(SiteRig.UNSTAFFED);
        rig.clock = ClockTrust.UNTRUSTED;
        rig.jump(SiteRig.STAFFED);
        assertThat(rig.unlocked()).isEmpty();
        assertThat(rig.view().mode()).isNull();
        assertThat(rig.recorded(EventBody.ClockChanged.class)).isNotEmpty();
    }

    @Test
    void aJumpOfTheWallClockIsRecorded() {
        SiteRig rig = new SiteRig(SiteRig.STAFFED);
        rig.jump(SiteRig.STAFFED.plus(Duration.ofHours(1)));
        assertThat(rig.recorded(EventBody.ClockChanged.class))
                .singleElement()
                .extracting(EventBody.ClockChanged::jumpMillis)
                .isEqualTo(3_600_000L);
    }

    @Test
    void aDoorForcedOpenRaisesItsAlarmAndClearsItWhenClosed() {
        SiteRig rig = new SiteRig(SiteRig.UNSTAFFED);
        rig.step(new SiteInput.LineChanged("entrance-contact", Level.REST));
        rig.step(new SiteInput.LineChanged("entrance-contact", Level.ACTIVE));
        assertThat(door(rig, "entrance").alarm()).isEqualTo(DoorAlarm.DOOR_FORCED_OPEN);
        rig.step(new SiteInput.LineChanged("entrance-contact", Level.REST));
        assertThat(door(rig, "entrance").alarm()).isEqualTo(DoorAlarm.NORMAL);
        assertThat(rig.recorded(EventBody.DoorChanged.class))
                .extracting(EventBody.DoorChanged::what)
                .contains(DoorHappening.FORCED_OPEN, DoorHappening.FORCED_OPEN_CLEARED);
    }

    @Test
    void aNewStudentIsEnrolledByCardNameAndPin() {
        SiteRig rig = new SiteRig(SiteRig.STAFFED);
        assertThat(
                        rig.staff(reply ->
                                        new SiteInput.EnrolmentStarted(
                                                SiteRig.STAFF, SiteRig.KIOSK, reply))
                                .join()
                                .done())
                .isTrue();
        assertThat(rig.tap("new-card").join().reason())
                .isEqualTo(CheckInReason.ENROLMENT_CARD_READ);
        var _ =
                rig.staff(reply ->
                        new SiteInput.EnrolmentNamed(
                                SiteRig.STAFF,
                                "Elis Prov",
                                null,
                                true,
                                Instant.parse("2027-06-10T22:00:00Z"),
                                false,
                                reply));
        Enrolment waiting = rig.view().enrolment().orElseThrow();
        assertThat(waiting.step()).isEqualTo(Enrolment.Step.WAITING_FOR_PIN);
        var candidate =
                rig.<Optional<Enrolments.Candidate>>ask(reply ->
                                new SiteInput.EnrolmentAsked(SiteRig.KIOSK, waiting.id(), reply))
                        .join();
        assertThat(candidate).map(Enrolments.Candidate::lookup).contains("new-card");
    }

    @Test
    void anEnrolmentLeftLyingIsForgotten() {
        SiteRig rig = new SiteRig(SiteRig.STAFFED);
        var _ =
                rig.staff(reply ->
                        new SiteInput.EnrolmentStarted(SiteRig.STAFF, SiteRig.KIOSK, reply));
        rig.pass(Enrolments.TIMEOUT);
        assertThat(rig.view().enrolment()).isEmpty();
        assertThat(rig.tap("new-card").join().reason()).isEqualTo(CheckInReason.UNKNOWN);
    }

    @Test
    void aTerminalThatComesAndGoesIsRecordedOnceEach() {
        SiteRig rig = new SiteRig(SiteRig.STAFFED);
        rig.step(new SiteInput.TerminalSeen(SiteRig.KIOSK, true));
        rig.step(new SiteInput.TerminalSeen(SiteRig.KIOSK, true));
        assertThat(rig.view().terminals()).containsExactly(SiteRig.KIOSK);
        rig.step(new SiteInput.TerminalSeen(SiteRig.KIOSK, false));
        rig.step(new SiteInput.TerminalSeen(SiteRig.KIOSK, false));
        assertThat(rig.view().terminals()).isEmpty();
        assertThat(rig.journal)
                .filteredOn(EventBody.DeviceChanged.class::isInstance)
                .containsExactly(
                        new EventBody.DeviceChanged(SiteRig.KIOSK, DeviceHealth.ONLINE),
                        new EventBody.DeviceChanged(SiteRig.KIOSK, DeviceHealth.OFFLINE));
    }

    @Test
    void headsCountedBeforeARestartAreNotTakenForCountedNow() {
        SiteRig rig = new SiteRig(SiteRig.STAFFED);
        rig.step(new SiteInput.RegisterChanged(counted(1, 8)));
        assertThat(people(rig, "group-1")).isNull();
        rig.step(new SiteInput.RegisterChanged(counted(2, 7)));
        assertThat(people(rig, "group-1")).isEqualTo(7);
    }

    private static RegisterContents counted(long version, int inTheGroupRoom) {
        return new RegisterContents(
                version,
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                Map.of("group-1", inTheGroupRoom),
                Map.of());
    }

    private static @Nullable Integer people(SiteRig rig, String room) {
        return rig.view().staffRooms().stream()
                .filter(state -> state.room().equals(room))
                .findFirst()
                .orElseThrow()
                .people();
    }

    @Test
    void aGuestIsCountedWhileSomebodyIsAtTheDesk() {
        SiteRig rig = new SiteRig(SiteRig.STAFFED);
        VisitRequest group =
                new VisitRequest(VISIT, SiteRig.KIOSK, VisitKind.GROUP, 12, null, null);
        Answer answer = rig.<Answer>ask(reply -> new SiteInput.VisitAsked(group, reply)).join();
        assertThat(answer.reason()).isEqualTo(CheckInReason.VISIT_COUNTED);
        assertThat(rig.recorded(EventBody.Visit.class))
                .containsExactly(new EventBody.Visit(VisitKind.GROUP, null, 12, SiteRig.KIOSK));
    }

    @Test
    void theHostOfAGroupIsNamedInTheLocalBodyOnly() {
        SiteRig rig = new SiteRig(SiteRig.STAFFED).withStudent(null);
        UUID host = rig.tap(SiteRig.CARD).join().presentation();
        assertThat(rig.askVisit(VISIT, host).reason()).isEqualTo(CheckInReason.VISIT_COUNTED);
        assertThat(rig.askVisit(VISIT, host).reason())
                .as("sent again")
                .isEqualTo(CheckInReason.VISIT_COUNTED);
        assertThat(rig.recorded(EventBody.Visit.class))
                .containsExactly(new EventBody.Visit(VisitKind.GROUP, null, 12, SiteRig.KIOSK));
        assertThat(rig.locals)
                .endsWith(
                        new LocalBody(
                                SiteRig.PERSON,
                                RetentionClass.ACCESS,
                                Map.of("host", host.toString())));
        assertThat(String.valueOf(rig.journal))
                .as("the public bodies")
                .doesNotContain(SiteRig.PERSON, host.toString());
    }

    @Test
    void aGroupWhoseHostWasNotLetInJustNowIsNotCounted() {
        SiteRig rig = new SiteRig(SiteRig.STAFFED).withStudent(null);
        UUID refused = rig.tap("lookup-of-no-card").join().presentation();
        UUID late = rig.tap(SiteRig.CARD).join().presentation();
        rig.pass(Duration.ofMinutes(1));
        for (UUID host : List.of(refused, late, new UUID(5, 5))) {
            Answer answer = rig.askVisit(VISIT, host);
            assertThat(answer.reason()).isEqualTo(CheckInReason.UNKNOWN);
            assertThat(answer.next()).isEqualTo(NextStep.SHOW_AGAIN);
            assertThat(answer.recorded()).isFalse();
        }
        assertThat(rig.recorded(EventBody.Visit.class)).isEmpty();
    }

    private static Claim ticket() {
        return new Claim.Ticket(
                Medium.QR,
                "a1",
                null,
                null,
                SiteRig.STAFFED.minusSeconds(3_600),
                SiteRig.STAFFED.plusSeconds(3_600));
    }

    private static String challenge(Answer answer) {
        return Objects.requireNonNull(answer.pin()).id();
    }

    private static DoorStatus door(SiteRig rig, String id) {
        return rig.view().doors().stream()
                .filter(door -> door.door().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
