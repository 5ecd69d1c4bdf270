package se.troskel.controller.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.troskel.controller.exam.ExamScene.local;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.troskel.config.ExamRules.ExceptionApproval;
import se.troskel.controller.exam.Approval.Approver;
import se.troskel.controller.exam.Candidate.Errand;
import se.troskel.controller.exam.Candidate.Stage;
import se.troskel.controller.register.Registration.Accommodation;
import se.troskel.controller.register.Registration.Status;
import se.troskel.protocol.decision.ApprovalReason;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.InvigilatorTask;
import se.troskel.protocol.exam.ErrandKind;

/// Goal: staff decide, and an exception has a reason and as many people as the centre asks for.
/// Method: LTH's sitting, whose rules are confirmed, and each way of approving; a letter is a
/// member of staff: `a`, `b` here, `R` remote, `C` the coordinator, here.
class IdentityApprovalTest {
    private final ExamScene scene = new ExamScene();

    @ParameterizedTest
    @CsvSource({
        "TWO_PERSONS, a, SECOND_APPROVAL_NEEDED",
        "TWO_PERSONS, aa, SECOND_APPROVAL_NEEDED",
        "TWO_PERSONS, aR, SECOND_APPROVAL_NEEDED",
        "TWO_PERSONS, RS, SECOND_APPROVAL_NEEDED",
        "TWO_PERSONS, ab, ADMITTED",
        "TWO_PERSONS, aC, ADMITTED",
        "REMOTE_SECOND, a, SECOND_APPROVAL_NEEDED",
        "REMOTE_SECOND, RS, SECOND_APPROVAL_NEEDED",
        "REMOTE_SECOND, R, SECOND_APPROVAL_NEEDED",
        "REMOTE_SECOND, aR, ADMITTED",
        "REMOTE_SECOND, ab, ADMITTED",
        "ALONE_FLAGGED, R, SECOND_APPROVAL_NEEDED",
        "ALONE_FLAGGED, a, ADMITTED",
        "ALONE_FLAGGED, ab, ADMITTED"
    })
    void withoutAValidDocumentItTakesAsManyAsTheCentreAsks(
            ExceptionApproval asked, String by, ExamReason reason) {
        scene.rules = Houses.withExceptions(asked);
        ExamDecision decision = approve("lth", false, ApprovalReason.KNOWN_TO_STAFF, by);
        assertThat(decision.reason()).isEqualTo(reason);
        assertThat(decision.draftsDeviation()).isTrue();
        assertThat(decision.unlock() != null).isEqualTo(reason == ExamReason.ADMITTED);
        boolean alone = reason == ExamReason.ADMITTED && by.length() == 1;
        assertThat(decision.also().contains(ExamReason.SECOND_APPROVAL_NEEDED))
                .as("to be countersigned")
                .isEqualTo(alone);
    }

    @ParameterizedTest
    @CsvSource({
        "a, COORDINATOR_NEEDED",
        "ab, COORDINATOR_NEEDED",
        "C, SECOND_APPROVAL_NEEDED",
        "aC, ADMITTED"
    })
    void row19_afterTheLastEntryItTakesTheCoordinator(String by, ExamReason reason) {
        scene.at("09:12");
        ExamDecision decision = approve("lth", true, ApprovalReason.WEATHER, by);
        assertThat(decision.reason()).isEqualTo(reason);
        assertThat(decision.lateMinutes()).isEqualTo(reason == ExamReason.ADMITTED ? 42 : 0);
        assertThat(decision.draftsDeviation()).isTrue();
    }

    @Test
    void anExceptionTakesAReasonFirst() {
        assertThat(approve("lth", false, null, "ab"))
                .returns(ExamReason.REASON_NEEDED, ExamDecision::reason)
                .returns(InvigilatorTask.GIVE_REASON, ExamDecision::task);
        assertThat(scene.at("09:12").approve(approval("lth", true, true, null, "aC")).reason())
                .isEqualTo(ExamReason.REASON_NEEDED);
    }

    @Test
    void byRulesThatNobodyConfirmedTheInvigilatorDecidesAlone() {
        scene.at("11:00");
        assertThat(approve("mdu", true, null, "a"))
                .returns(ExamReason.ADMITTED, ExamDecision::reason)
                .returns(150, ExamDecision::lateMinutes)
                .returns(false, ExamDecision::draftsDeviation);
    }

    @Test
    void beforeTheNextAdmissionTheInvigilatorMayApproveAlready() {
        scene.at("08:42");
        assertThat(approve("lth", true, null, "a").reason()).isEqualTo(ExamReason.ADMITTED);
    }

    @Test
    void aRegistrationThatDoesNotStandHereTakesAReason() {
        scene.change("lth", one -> ExamScene.with(one, Status.CANCELLED, null));
        assertThat(approve("lth", true, null, "a").reason()).isEqualTo(ExamReason.REASON_NEEDED);
        assertThat(approve("lth", true, ApprovalReason.SEAT_AND_PAPER_LEFT, "a"))
                .returns(ExamReason.ADMITTED, ExamDecision::reason)
                .returns(true, ExamDecision::draftsDeviation);
        scene.change("lth", one -> ExamScene.with(one, Status.REGISTERED, "NYK"));
        assertThat(approve("lth", true, null, "a").reason()).isEqualTo(ExamReason.REASON_NEEDED);
    }

    @Test
    void whoWasLetInIsNotLetInTwice() {
        scene.candidates.put("lth", new Candidate(Stage.ADMITTED, null, true, false));
        assertThat(approve("lth", true, null, "a"))
                .returns(ExamReason.DUPLICATE, ExamDecision::reason)
                .returns(null, ExamDecision::unlock)
                .returns(true, ExamDecision::alert);
        scene.candidates.put(
                "lth",
                new Candidate(Stage.ADMITTED, new Errand(ErrandKind.FETCH_ID, null), false, false));
        assertThat(scene.at("09:30").approve(approval("lth", true, true, null, "a")).reason())
                .as("back with the document, after the last entry")
                .isEqualTo(ExamReason.ADMITTED);
    }

    @Test
    void whoWasLetInCanStillBeRejected() {
        scene.candidates.put("lth", new Candidate(Stage.ADMITTED, null, true, false));
        Approval rejection = approval("lth", false, true, ApprovalReason.FACE_DIFFERS, "a");
        assertThat(scene.approve(rejection).reason()).isEqualTo(ExamReason.ID_REJECTED);
    }

    @Test
    void aRoomFullByCountedHeadsTakesNobodyMore() {
        scene.counted.put(ExamScene.ROOM, ExamScene.MAX_PERSONS);
        assertThat(approve("lth", true, null, "a"))
                .returns(ExamReason.ROOM_FULL, ExamDecision::reason)
                .returns(null, ExamDecision::unlock)
                .returns(true, ExamDecision::alert);
        scene.counted.put(ExamScene.ROOM, ExamScene.MAX_PERSONS - 1);
        assertThat(approve("lth", true, null, "a").reason()).isEqualTo(ExamReason.ADMITTED);
    }

    @Test
    void withoutASeatNoDoorIsUnlockedAndTheInvigilatorLooks() {
        scene.change("lth", one -> ExamScene.with(one, null, Accommodation.NONE));
        assertThat(approve("lth", true, null, "a"))
                .returns(ExamReason.ADMITTED, ExamDecision::reason)
                .returns(null, ExamDecision::unlock)
                .returns(true, ExamDecision::alert)
                .returns(List.of("seat.none", "identity.approved"), ExamDecision::rules);
    }

    @Test
    void whenTheClockCannotBeBelievedNoLatenessIsTold() {
        scene.clockTrusted = false;
        scene.at("11:00");
        assertThat(approve("lth", true, null, "a"))
                .returns(ExamReason.ADMITTED, ExamDecision::reason)
                .returns(0, ExamDecision::lateMinutes);
    }

    @Test
    void somebodyWhomNobodyKnowsIsNotAdmitted() {
        assertThat(approve("nobody", true, ApprovalReason.OTHER, "aC"))
                .returns(ExamReason.NOT_REGISTERED, ExamDecision::reason)
                .returns(null, ExamDecision::unlock);
    }

    @ParameterizedTest
    @EnumSource(ApprovalReason.class)
    void anyReasonRejects(ApprovalReason reason) {
        assertThat(scene.approve(approval("lth", false, true, reason, "a")).reason())
                .isEqualTo(ExamReason.ID_REJECTED);
    }

    @Test
    void anApprovalIsBySomebody() {
        assertThatThrownBy(() -> approval("lth", true, true, null, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theInstantOfTheLastEntryStillCounts() {
        scene.at = local("09:01").minusNanos(1);
        assertThat(approve("lth", true, null, "a").reason()).isEqualTo(ExamReason.ADMITTED);
        scene.at = local("09:01");
        assertThat(approve("lth", true, null, "a").reason()).isEqualTo(ExamReason.REASON_NEEDED);
    }

    private ExamDecision approve(
            String id, boolean validDocument, @Nullable ApprovalReason reason, String by) {
        return scene.approve(approval(id, true, validDocument, reason, by));
    }

    private static Approval approval(
            String id,
            boolean approved,
            boolean validDocument,
            @Nullable ApprovalReason reason,
            String by) {
        List<Approver> approvers =
                Arrays.stream(by.split("", -1))
                        .filter(letter -> !letter.isEmpty())
                        .map(letter ->
                                new Approver(
                                        letter,
                                        letter.equals("C"),
                                        letter.equals("R") || letter.equals("S")))
                        .toList();
        return new Approval(id, approved, validDocument, reason, approvers);
    }
}
