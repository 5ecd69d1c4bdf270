package se.troskel.controller.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.troskel.controller.exam.ApprovalEntry;
import se.troskel.controller.exam.Candidate.Stage;
import se.troskel.controller.exam.ExamDecision;
import se.troskel.controller.exam.ExamEntry;
import se.troskel.controller.exam.ExamFact;
import se.troskel.controller.exam.ExamFact.InterruptionCause;
import se.troskel.controller.exam.ExamNote;
import se.troskel.controller.exam.Progress;
import se.troskel.controller.journal.LocalBody;
import se.troskel.controller.journal.RetentionClass;
import se.troskel.controller.register.SeatRight;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.register.StaffAccount.Capability;
import se.troskel.controller.staff.Done;
import se.troskel.hardware.InputLine.Level;
import se.troskel.protocol.decision.ApprovalReason;
import se.troskel.protocol.decision.DocumentType;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.IdentityMatch;
import se.troskel.protocol.decision.InvigilatorTask;
import se.troskel.protocol.event.EventBody;
import se.troskel.protocol.exam.ErrandKind;
import se.troskel.protocol.exam.ExamProtocol.PaperStep.PaperStage;

/// What invigilators decide and note is in the journal before it counts, opens the room's door only
/// then, and survives a restart. Steps a site by hand, with a journal that takes or refuses.
class ExamAtTheSiteTest {
    private static final StaffAccount OTHER =
            new StaffAccount(
                    "eva",
                    "Eva Provsson",
                    "-",
                    false,
                    Set.of(Capability.VIEW, Capability.EXAM_ROOMS));

    private final SiteRig rig = new SiteRig(SiteRig.STAFFED).withExam();

    @BeforeEach
    void itIsAdmissionTime() {
        rig.pass(Duration.ofMinutes(45));
    }

    @Test
    void whomTheInvigilatorApprovesIsLetInOnceThatIsRecorded() {
        rig.journalIs = SiteRig.JournalIs.WAITING;
        CompletableFuture<ExamDecision> reply =
                approve(SiteRig.STAFF, DocumentType.SWEDISH_PASSPORT);
        assertThat(reply).isNotDone();
        assertThat(rig.unlocked()).isEmpty();
        rig.journalAnswers(SiteRig.JournalIs.COMMITTING);

        assertThat(reply.join().reason()).isEqualTo(ExamReason.ADMITTED);
        assertThat(rig.unlocked()).containsExactly("exam-1-lock");
        assertThat(progress().candidate().stage()).isEqualTo(Stage.ADMITTED);
        assertThat(rig.view().muster().known())
                .extracting(Muster.Known::person, Muster.Known::room)
                .containsExactly(tuple(SiteRig.PERSON, "exam-1"));
        assertThat(rig.recorded(EventBody.ExamNoted.class))
                .containsExactly(new EventBody.ExamNoted("exam-1"));
    }

    @Test
    void aJournalThatRefusesLetsNobodyInAndForgetsTheTry() {
        rig.journalIs = SiteRig.JournalIs.REFUSING;
        ExamDecision decision = approve(SiteRig.STAFF, DocumentType.SWEDISH_PASSPORT).join();
        assertThat(decision.reason()).isEqualTo(ExamReason.DEVICE_FAULT);
        assertThat(rig.unlocked()).isEmpty();
        assertThat(progress()).isEqualTo(Progress.NONE);
        rig.journalIs = SiteRig.JournalIs.COMMITTING;
        assertThat(approve(SiteRig.STAFF, DocumentType.SWEDISH_PASSPORT).join().reason())
                .isEqualTo(ExamReason.ADMITTED);
    }

    @Test
    void twoPagesThatApproveAtOnceLetInOnce() {
        rig.journalIs = SiteRig.JournalIs.WAITING;
        var first = approve(SiteRig.STAFF, DocumentType.SWEDISH_PASSPORT);
        var second = approve(OTHER, DocumentType.SWEDISH_PASSPORT);
        rig.journalAnswers(SiteRig.JournalIs.COMMITTING);
        assertThat(Stream.of(first, second).map(CompletableFuture::join))
                .extracting(ExamDecision::reason)
                .containsExactly(ExamReason.ADMITTED, ExamReason.DUPLICATE);
        assertThat(rig.unlocked()).containsExactly("exam-1-lock");
    }

    @Test
    void anExceptionTakesTwoPeople() {
        assertThat(except(SiteRig.STAFF).reason()).isEqualTo(ExamReason.SECOND_APPROVAL_NEEDED);
        assertThat(except(SiteRig.STAFF).reason())
                .as("the same person once more")
                .isEqualTo(ExamReason.SECOND_APPROVAL_NEEDED);
        assertThat(rig.unlocked()).isEmpty();
        assertThat(except(OTHER).reason()).isEqualTo(ExamReason.ADMITTED);
        ExamFact.Admitted fact = admission();
        assertThat(fact.why()).isEqualTo(ApprovalReason.KNOWN_TO_STAFF);
        assertThat(fact.second()).isEqualTo("eva");
    }

    @Test
    void theFirstOfTwoIsForgottenAfterTenMinutes() {
        except(SiteRig.STAFF);
        rig.pass(Duration.ofMinutes(10));
        assertThat(except(OTHER).reason()).isEqualTo(ExamReason.SECOND_APPROVAL_NEEDED);
    }

    @Test
    void aDoorThatIsBlockedStaysLockedWhoeverIsApproved() {
        rig.staff(reply -> new SiteInput.DoorBlockAsked(SiteRig.STAFF, "exam-1", true, reply))
                .join();
        assertThat(approve(SiteRig.STAFF, DocumentType.SWEDISH_PASSPORT).join().reason())
                .isEqualTo(ExamReason.ADMITTED);
        assertThat(rig.unlocked()).isEmpty();
    }

    @Test
    void aRejectionTakesAReasonAndUnlocksNothing() {
        assertThat(decide(SiteRig.STAFF, false, null, null).join().reason())
                .isEqualTo(ExamReason.REASON_NEEDED);
        assertThat(decide(SiteRig.STAFF, false, null, ApprovalReason.FACE_DIFFERS).join().reason())
                .isEqualTo(ExamReason.ID_REJECTED);
        assertThat(progress().candidate().rejected()).isTrue();
        assertThat(rig.unlocked()).isEmpty();
    }

    @Test
    void whoWasRejectedHasNoRightToTheDoor() {
        assertThat(seats()).isNotEmpty();
        decide(SiteRig.STAFF, false, null, ApprovalReason.FACE_DIFFERS).join();
        assertThat(seats()).isEmpty();
    }

    @Test
    void whoWasRefusedHasNoRightToTheDoorUntilThatIsUndone() {
        Done refused = note(new ExamFact.Refused(SiteRig.SEAT, ExamReason.NO_ID_DENIED));
        assertThat(seats()).isEmpty();
        undo(refused);
        assertThat(seats()).isNotEmpty();
    }

    private List<SeatRight> seats() {
        return rig.<SnapshotAt>ask(SiteInput.SnapshotAsked::new)
                .join()
                .snapshot()
                .seats()
                .ofPerson(SiteRig.PERSON);
    }

    private void undo(Done noted) {
        UUID line = UUID.fromString(Objects.requireNonNull(noted.value()));
        Done done =
                rig.<Done>ask(reply ->
                                new SiteInput.ExamAsked(
                                        SiteRig.STAFF,
                                        new ExamEntry(null, null, new ExamFact.Undone(line)),
                                        reply))
                        .join();
        assertThat(done.done()).isTrue();
    }

    @Test
    void whatDoesNotFitIsToldAndNotNoted() {
        Done done = note(new ExamFact.CameBack(SiteRig.SEAT));
        assertThat(done.done()).isFalse();
        assertThat(done.key()).isEqualTo("exam.problem.NOT_OUT");
        assertThat(rig.recorded(EventBody.ExamNoted.class)).isEmpty();
    }

    @Test
    void fireInterruptsTheWritingAndSaysSoAtOnce() {
        approve(SiteRig.STAFF, DocumentType.SWEDISH_PASSPORT).join();
        rig.journalIs = SiteRig.JournalIs.REFUSING;
        rig.step(new SiteInput.LineChanged("fire-alarm", Level.ACTIVE));
        assertThat(rig.view().exams().log().interruptions()).hasSize(1);
        assertThat(progress().isInRoom()).isFalse();
        assertThat(approve(SiteRig.STAFF, DocumentType.SWEDISH_PASSPORT).join().reason())
                .isEqualTo(ExamReason.EVACUATE);
    }

    @Test
    void aRestartFindsEverybodyWhereTheyWere() {
        approve(SiteRig.STAFF, DocumentType.SWEDISH_PASSPORT).join();
        note(new ExamFact.WentOut(SiteRig.SEAT, ErrandKind.RESTROOM, null));
        List<ExamNote> lines =
                rig.locals.stream().flatMap(local -> ExamLines.note(local).stream()).toList();
        SiteRig again =
                new SiteRig(
                                rig.now().at(),
                                new Restored(
                                        Set.of(),
                                        Set.of(),
                                        Map.of(),
                                        Map.of(),
                                        false,
                                        false,
                                        List.of(),
                                        List.of(),
                                        Muster.NOBODY,
                                        lines,
                                        false))
                        .withExam();
        assertThat(again.view().exams().log().progress(SiteRig.SEAT)).isEqualTo(progress());
        assertThat(again.view().muster().known())
                .extracting(Muster.Known::person)
                .containsExactly(SiteRig.PERSON);
    }

    @Test
    void linesAboutACandidateAreKeptUnderTheirOwnKey() {
        approve(SiteRig.STAFF, DocumentType.SWEDISH_PASSPORT).join();
        assertThat(rig.locals.getLast().subject()).isEqualTo(SiteRig.PERSON);
        assertThat(rig.locals.getLast().retention()).isEqualTo(RetentionClass.EXAM);
    }

    static Stream<ExamFact> facts() {
        Instant at = SiteRig.STAFFED;
        UUID note = new UUID(4, 2);
        return Stream.of(
                new ExamFact.Arrived(
                        "r",
                        ExamReason.NO_ID_CAN_FETCH,
                        InvigilatorTask.KEEP_PAPER_UNSEEN,
                        DocumentType.OTHER,
                        IdentityMatch.DOB_NAME,
                        at),
                new ExamFact.Admitted(
                        "r",
                        DocumentType.SWEDISH_PASSPORT,
                        null,
                        ApprovalReason.WEATHER,
                        "eva",
                        12,
                        true),
                new ExamFact.Rejected("r", ApprovalReason.FACE_DIFFERS),
                new ExamFact.Refused("r", ExamReason.NO_ID_DENIED),
                new ExamFact.PaperSeen("r"),
                new ExamFact.WentOut("r", ErrandKind.RESTROOM, at),
                new ExamFact.CameBack("r"),
                new ExamFact.HandedIn("r", 4, false),
                new ExamFact.Deviated("r", "00ff"),
                new ExamFact.Papers(PaperStage.ISSUED, 12, "A-1"),
                new ExamFact.Interrupted(InterruptionCause.POWER),
                new ExamFact.Resumed(),
                new ExamFact.Signed(),
                new ExamFact.CameUnlisted("kiosk1", ExamReason.NOT_REGISTERED),
                new ExamFact.HelpAsked("exam-1"),
                new ExamFact.Seen(note),
                new ExamFact.Countersigned(note),
                new ExamFact.Undone(note));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void everyLineReadsBackAsItWasWritten(ExamFact fact) {
        ExamNote note =
                new ExamNote(new UUID(1, 2), "s", SiteRig.STAFFED, SiteRig.UNSTAFFED, "ada", fact);
        LocalBody kept = ExamLines.local(note, null);
        assertThat(ExamLines.note(kept)).contains(note);
    }

    @Test
    void everyKindOfLineHasAName() {
        assertThat(kinds(ExamFact.class))
                .containsExactlyInAnyOrderElementsOf(ExamLines.NAMES.values());
        assertThat(facts().map(ExamFact::getClass))
                .hasSize(ExamLines.NAMES.size())
                .doesNotHaveDuplicates();
    }

    private static List<Class<?>> kinds(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(one -> one.isSealed() ? kinds(one).stream() : Stream.of(one))
                .toList();
    }

    private CompletableFuture<ExamDecision> approve(StaffAccount by, DocumentType document) {
        return decide(by, true, document, null);
    }

    private ExamDecision except(StaffAccount by) {
        return decide(by, true, null, ApprovalReason.KNOWN_TO_STAFF).join();
    }

    private CompletableFuture<ExamDecision> decide(
            StaffAccount by,
            boolean approved,
            @Nullable DocumentType document,
            @Nullable ApprovalReason reason) {
        return rig.ask(reply ->
                new SiteInput.ApprovalAsked(
                        by,
                        new ApprovalEntry(SiteRig.SEAT, approved, document, reason, false, null),
                        reply));
    }

    private Done note(ExamFact fact) {
        return rig.<Done>ask(reply ->
                        new SiteInput.ExamAsked(
                                SiteRig.STAFF, new ExamEntry(SiteRig.EXAM, null, fact), reply))
                .join();
    }

    private Progress progress() {
        return rig.view().exams().log().progress(SiteRig.SEAT);
    }

    private ExamFact.Admitted admission() {
        var admission = progress().admission();
        if (admission == null) {
            throw new AssertionError("nobody was let in");
        }
        return admission.fact();
    }
}
