package se.troskel.controller.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.troskel.controller.access.Claim;
import se.troskel.controller.exam.ApprovalEntry;
import se.troskel.controller.exam.Candidate.Stage;
import se.troskel.controller.exam.ExamDecision;
import se.troskel.controller.exam.ExamEntry;
import se.troskel.controller.exam.ExamFact;
import se.troskel.controller.exam.Progress;
import se.troskel.controller.staff.Done;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.DocumentType;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.event.ClockTrust;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.exam.ErrandKind;
import se.troskel.protocol.kiosk.Answer;
import se.troskel.protocol.kiosk.DocumentShown;
import se.troskel.protocol.kiosk.ExamAnswer;
import se.troskel.protocol.kiosk.ExamAsk;
import se.troskel.protocol.kiosk.ExamChoice;
import se.troskel.protocol.kiosk.Presentation;

/// Whoever has an exam now is told about it wherever they check in, is asked for the document, and
/// is noted as having come. Steps a site by hand on the morning of an exam at 11.00.
class ExamArrivalTest {
    private final SiteRig rig = new SiteRig(SiteRig.STAFFED).withExam();

    @Test
    void aCardAtTheTerminalIsDirectedToTheRoomAndAskedForTheDocument() {
        admission();
        ExamAnswer exam = exam(rig.tap(SiteRig.CARD).join());
        assertThat(exam.reason()).isEqualTo(ExamReason.MANUAL_ID);
        assertThat(exam.details().room()).isEqualTo("exam-1");
        assertThat(exam.details().seat()).isEqualTo("7");
        assertThat(exam.ask()).isEqualTo(ExamAsk.DOCUMENT);
        assertThat(progress().candidate().stage()).isEqualTo(Stage.ARRIVED);
        assertThat(rig.recorded(EventBody.CheckIn.class)).as("it is a check-in too").hasSize(1);
    }

    @Test
    void longBeforeTheExamACardIsACardAsAlways() {
        rig.jump(SiteRig.STAFFED.minus(Duration.ofMinutes(20)));
        assertThat(rig.tap(SiteRig.CARD).join().reason()).isEqualTo(CheckInReason.CHECKED_IN);
        assertThat(progress()).isEqualTo(Progress.NONE);
    }

    @Test
    void halfAnHourBeforeAdmissionTheTimeIsTold() {
        rig.pass(Duration.ofMinutes(15));
        ExamAnswer exam = exam(rig.tap(SiteRig.CARD).join());
        assertThat(exam.reason()).isEqualTo(ExamReason.TOO_EARLY);
        assertThat(progress()).isEqualTo(Progress.NONE);
    }

    @Test
    void theDocumentIsAnsweredForTheSamePresentation() {
        admission();
        Answer first = rig.tap(SiteRig.CARD).join();
        assertThat(exam(choose(first, DocumentShown.STUDENT_CARD)).reason())
                .isEqualTo(ExamReason.DOC_TYPE_NOT_ACCEPTED);
        ExamAnswer none = exam(choose(first, DocumentShown.NONE));
        assertThat(none.reason()).isEqualTo(ExamReason.NO_ID_CAN_FETCH);
        assertThat(progress().candidate().isOnErrand(rig.now().at())).isTrue();
        assertThat(exam(rig.tap(SiteRig.CARD).join()).ask())
                .as("back with the document")
                .isEqualTo(ExamAsk.DOCUMENT);
    }

    @Test
    void aChoiceOfAnotherTerminalOrAfterTwoMinutesIsShownAgain() {
        admission();
        Answer first = rig.tap(SiteRig.CARD).join();
        assertThat(choose("kiosk2", first, DocumentShown.SWEDISH_PASSPORT).exam()).isNull();
        rig.pass(Duration.ofMinutes(2));
        assertThat(choose(first, DocumentShown.SWEDISH_PASSPORT).exam()).isNull();
    }

    @Test
    void aNumberFindsTheExamAndOpensNoDoor() {
        admission();
        ExamAnswer exam = exam(present(new Claim.Candidate(Set.of(SiteRig.PERSON))));
        assertThat(exam.reason()).isEqualTo(ExamReason.MANUAL_ID);
        assertThat(rig.unlocked()).isEmpty();
        assertThat(rig.view().muster().known())
                .extracting(Muster.Known::person)
                .containsExactly(SiteRig.PERSON);
    }

    @Test
    void aNumberOnNoListIsToldSoAndSeenByTheInvigilator() {
        admission();
        ExamAnswer exam = exam(present(new Claim.Candidate(Set.of())));
        assertThat(exam.reason()).isIn(ExamReason.WAITLIST, ExamReason.NOT_REGISTERED);
        assertThat(rig.view().exams().log().notes())
                .singleElement()
                .matches(note -> note.fact() instanceof ExamFact.CameUnlisted);
    }

    @Test
    void guessingNumbersIsPaused() {
        admission();
        Answer last = present(new Claim.Candidate(Set.of()));
        for (int i = 0; i < 20 && last.reason() != CheckInReason.CODE_PAUSED; i++) {
            last = present(new Claim.Candidate(Set.of()));
        }
        assertThat(last.reason()).isEqualTo(CheckInReason.CODE_PAUSED);
    }

    @Test
    void theWayBackFromAnErrandIsNotedByTheCard() {
        admission();
        admit();
        note(new ExamFact.WentOut(SiteRig.SEAT, ErrandKind.RESTROOM, null));
        assertThat(exam(rig.tap(SiteRig.CARD).join()).reason()).isEqualTo(ExamReason.BACK_IN);
        assertThat(progress().isInRoom()).isTrue();
        assertThat(exam(rig.tap(SiteRig.CARD).join()).reason()).isEqualTo(ExamReason.DUPLICATE);
    }

    @Test
    void theReaderAtTheDoorNotesWhoComesThroughIt() {
        admission();
        rig.step(new SiteInput.CardAtDoor("exam-1-reader", new Claim.Card(SiteRig.CARD)));
        assertThat(progress().candidate().stage()).isEqualTo(Stage.ARRIVED);
    }

    @Test
    void aTicketThatIsOverStillSaysWhoseItIsAndOpensNothing() {
        admission();
        Instant at = rig.now().at();
        Claim.Ticket over = new Claim.Ticket(Medium.QR, "00ab", SiteRig.PERSON, null, at, at);
        assertThat(exam(rig.present(new UUID(3, 3), over).join()).reason())
                .isEqualTo(ExamReason.MANUAL_ID);
        assertThat(rig.unlocked()).isEmpty();
    }

    @Test
    void withoutAClockTheInvigilatorDecides() {
        admission();
        rig.clock = ClockTrust.UNTRUSTED;
        rig.pass(Duration.ofSeconds(1));
        assertThat(exam(rig.tap(SiteRig.CARD).join()).reason())
                .isIn(ExamReason.INVIGILATOR_DECIDES, ExamReason.OFFLINE_UNKNOWN);
    }

    @Test
    void aJournalThatRefusesLeavesNoArrival() {
        admission();
        rig.journalIs = SiteRig.JournalIs.REFUSING;
        assertThat(rig.tap(SiteRig.CARD).join().reason()).isEqualTo(CheckInReason.NOT_RECORDED);
        assertThat(progress()).isEqualTo(Progress.NONE);
    }

    @Test
    void leavingSaysNothingOfExams() {
        admission();
        CompletableFuture<Answer> reply = new CompletableFuture<>();
        rig.step(
                new SiteInput.Presented(
                        new Presentation(
                                new UUID(1, 1), SiteRig.KIOSK, Medium.CARD, "-", Intent.LEAVE),
                        new Claim.Card(SiteRig.CARD),
                        reply));
        assertThat(reply.join().exam()).isNull();
        assertThat(progress()).isEqualTo(Progress.NONE);
    }

    /// 10.45, three quarters of an hour after ten.
    private void admission() {
        rig.pass(Duration.ofMinutes(40));
    }

    private Answer present(Claim claim) {
        CompletableFuture<Answer> reply = new CompletableFuture<>();
        rig.step(
                new SiteInput.Presented(
                        new Presentation(
                                UUID.randomUUID(), SiteRig.KIOSK, Medium.NUMBER, "-", Intent.EXAM),
                        claim,
                        reply));
        return reply.join();
    }

    private Answer choose(Answer asked, DocumentShown document) {
        return choose(SiteRig.KIOSK, asked, document);
    }

    private Answer choose(String kiosk, Answer asked, DocumentShown document) {
        ExamChoice choice = new ExamChoice(asked.presentation(), kiosk, null, document, null);
        return rig.<Answer>ask(reply -> new SiteInput.ExamChosen(choice, reply)).join();
    }

    private void admit() {
        rig.<ExamDecision>ask(reply ->
                        new SiteInput.ApprovalAsked(
                                SiteRig.STAFF,
                                new ApprovalEntry(
                                        SiteRig.SEAT,
                                        true,
                                        DocumentType.SWEDISH_PASSPORT,
                                        null,
                                        false,
                                        null),
                                reply))
                .join();
    }

    private void note(ExamFact fact) {
        Done done =
                rig.<Done>ask(reply ->
                                new SiteInput.ExamAsked(
                                        SiteRig.STAFF,
                                        new ExamEntry(SiteRig.EXAM, null, fact),
                                        reply))
                        .join();
        assertThat(done.done()).isTrue();
    }

    private Progress progress() {
        return rig.view().exams().log().progress(SiteRig.SEAT);
    }

    private static ExamAnswer exam(Answer answer) {
        @Nullable ExamAnswer exam = answer.exam();
        if (exam == null) {
            throw new AssertionError("no exam in " + answer.reason());
        }
        assertThat(answer.reason()).isEqualTo(CheckInReason.EXAM);
        return exam;
    }
}
