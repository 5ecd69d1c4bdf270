package se.troskel.controller.exam;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.troskel.config.ExamRules.ExceptionApproval;
import se.troskel.config.Room;
import se.troskel.controller.exam.Admission.Phase;
import se.troskel.controller.exam.Approval.Approver;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Registration.Seat;
import se.troskel.controller.register.Sitting;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.InvigilatorTask;

/// What becomes of the invigilator's own decision about a candidate (DOMAIN 4.5 rows 2, 3, 19):
/// they decide, this holds them to the form. Refusals override: evacuation; a candidate whom nobody
/// knows; a rejection, which takes a reason; one who was let in already; an exception - without a
/// valid document, after the last entry, without a registration that stands here - which takes a
/// reason, after the last entry the exam coordinator, and a second person where the centre asks for
/// one; the room full by counted heads.
public final class IdentityApproval {
    private final ExamSnapshot snapshot;
    private final Approval approval;
    private final Instant at;
    private final Draft draft;

    private IdentityApproval(ExamSnapshot snapshot, Approval approval, Instant at) {
        this.snapshot = snapshot;
        this.approval = approval;
        this.at = at;
        this.draft = new Draft(snapshot);
    }

    /// Decides. Never throws; the same for the same arguments.
    public static ExamDecision decide(ExamSnapshot snapshot, Approval approval, Instant at) {
        return new IdentityApproval(snapshot, approval, at).decide();
    }

    private ExamDecision decide() {
        if (snapshot.evacuate()) {
            return draft.rule("evacuate")
                    .decide(ExamReason.EVACUATE, InvigilatorTask.LEAVE_BUILDING);
        }
        Registration registration =
                snapshot.plan().registration(approval.registration()).orElse(null);
        if (registration == null) {
            return draft.rule("list.not-on-it")
                    .decide(ExamReason.NOT_REGISTERED, InvigilatorTask.CHOOSE);
        }
        Sitting sitting = snapshot.plan().sittingOf(registration);
        draft.about(registration, snapshot.plan().policy(sitting)).byStaff();
        if (!approval.approved()) {
            return rejected();
        }
        Candidate candidate = snapshot.candidate(registration.id());
        if (candidate.wasLetIn() && !candidate.isOnErrand(at)) {
            return draft.rule("let-in-already")
                    .alert()
                    .decide(ExamReason.DUPLICATE, InvigilatorTask.VERIFY);
        }
        ExamDecision refused = exception(registration, sitting, candidate);
        refused = refused == null ? full(registration) : refused;
        return refused == null ? admitted(registration, sitting) : refused;
    }

    private ExamDecision rejected() {
        if (approval.reason() == null) {
            return draft.rule("reason.missing")
                    .decide(ExamReason.REASON_NEEDED, InvigilatorTask.GIVE_REASON);
        }
        return draft.rule("identity.rejected")
                .alert()
                .deviation()
                .decide(ExamReason.ID_REJECTED, InvigilatorTask.CALL_COORDINATOR);
    }

    private @Nullable ExamDecision exception(
            Registration registration, Sitting sitting, Candidate candidate) {
        boolean tooLate =
                snapshot.clockTrusted()
                        && !candidate.isOnErrand(at)
                        && snapshot.plan().admission(sitting, at).phase() == Phase.TOO_LATE;
        boolean stands = ExamPlan.isHere(registration);
        if (!tooLate && stands && approval.validDocument()) {
            return null;
        }
        draft.rule("exception").deviation();
        if (approval.reason() == null) {
            return draft.decide(ExamReason.REASON_NEEDED, InvigilatorTask.GIVE_REASON);
        }
        if (tooLate && approval.by().stream().noneMatch(Approver::coordinator)) {
            return draft.decide(ExamReason.COORDINATOR_NEEDED, InvigilatorTask.CALL_COORDINATOR);
        }
        return tooLate || !approval.validDocument() ? second(sitting) : null;
    }

    private @Nullable ExamDecision second(Sitting sitting) {
        List<String> here =
                approval.by().stream()
                        .filter(a -> !a.remote())
                        .map(Approver::staff)
                        .distinct()
                        .toList();
        long all = approval.by().stream().map(Approver::staff).distinct().count();
        ExceptionApproval asked = snapshot.plan().policy(sitting).exceptions().value();
        boolean enough =
                switch (asked) {
                    case TWO_PERSONS -> here.size() >= 2;
                    case REMOTE_SECOND -> !here.isEmpty() && all >= 2;
                    case ALONE_FLAGGED -> !here.isEmpty();
                };
        if (!enough) {
            return draft.rule("exception." + asked)
                    .decide(ExamReason.SECOND_APPROVAL_NEEDED, InvigilatorTask.GET_SECOND_APPROVAL);
        }
        if (all < 2) {
            draft.rule("exception.countersign").also(ExamReason.SECOND_APPROVAL_NEEDED);
        }
        return null;
    }

    private @Nullable ExamDecision full(Registration registration) {
        Seat seat = registration.seat();
        Room room = seat == null ? null : draft.room(seat.room());
        return room != null && snapshot.counted().getOrDefault(room.id(), 0) >= room.maxPersons()
                ? draft.rule("room.full")
                        .alert()
                        .decide(ExamReason.ROOM_FULL, InvigilatorTask.OPEN_OTHER_ROOM)
                : null;
    }

    private ExamDecision admitted(Registration registration, Sitting sitting) {
        if (!registration.hasPlace()) {
            draft.rule("seat.none").alert();
        }
        if (snapshot.clockTrusted()) {
            draft.lateMinutes(snapshot.plan().times(sitting).lateMinutes(at));
        }
        boolean isDouble = !snapshot.plan().doubles(registration).isEmpty();
        if (isDouble) {
            draft.also(ExamReason.DOUBLE_EXAM);
        }
        return draft.rule("identity.approved")
                .decide(
                        ExamReason.ADMITTED,
                        isDouble
                                ? InvigilatorTask.HAND_OUT_PAPERS
                                : InvigilatorTask.HAND_OUT_PAPER);
    }
}
