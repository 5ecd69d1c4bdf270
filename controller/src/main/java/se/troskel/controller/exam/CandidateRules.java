package se.troskel.controller.exam;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.troskel.config.ExamPolicy;
import se.troskel.config.ExamRules.Fee;
import se.troskel.config.Room;
import se.troskel.config.Rule;
import se.troskel.controller.exam.Admission.Phase;
import se.troskel.controller.exam.Candidate.Errand;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Registration.Seat;
import se.troskel.controller.register.Sitting;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.IdentityMatch;
import se.troskel.protocol.decision.InvigilatorTask;
import se.troskel.protocol.exam.ErrandKind;

/// Steps 4 to 10 of [ExamAdmission]: one candidate, whose registration stands here. Not
/// thread-safe; decides once.
final class CandidateRules {
    private final ExamSnapshot snapshot;
    private final Registration registration;
    private final Candidate candidate;
    private final Sitting sitting;
    private final ExamPolicy policy;
    private final SittingTimes times;
    private final Admission admission;
    private final Shown shown;
    private final Instant at;
    private final Draft draft;

    CandidateRules(ExamSnapshot snapshot, Registration registration, Shown shown, Instant at) {
        this.snapshot = snapshot;
        this.registration = registration;
        this.candidate = snapshot.candidate(registration.id());
        this.sitting = snapshot.plan().sittingOf(registration);
        this.policy = snapshot.plan().policy(sitting);
        this.times = snapshot.plan().times(sitting);
        this.admission = snapshot.plan().admission(sitting, at);
        this.shown = shown;
        this.at = at;
        this.draft = new Draft(snapshot).about(registration, policy);
    }

    ExamDecision decide() {
        if (candidate.rejected()) {
            draft.also(ExamReason.ID_REJECTED).alert();
        }
        ExamDecision refused = letInAlready();
        refused = refused == null ? byTheClock() : refused;
        refused = refused == null ? unpaid() : refused;
        refused = refused == null ? byTheDocument() : refused;
        refused = refused == null ? full() : refused;
        refused = refused == null ? late() : refused;
        return refused == null ? directed() : refused;
    }

    private @Nullable ExamDecision letInAlready() {
        if (!candidate.wasLetIn()) {
            return null;
        }
        Errand errand = candidate.errand();
        if (errand != null && errand.until() != null && !snapshot.clockTrusted()) {
            return clockUntrusted();
        }
        if (errand != null && candidate.isOnErrand(at)) {
            draft.rule("errand." + errand.kind());
            return draft.decide(
                    ExamReason.BACK_IN,
                    errand.kind() == ErrandKind.FETCH_ID
                            ? InvigilatorTask.CHECK_DOCUMENT
                            : InvigilatorTask.NOTHING);
        }
        return draft.rule("let-in-already")
                .alert()
                .decide(ExamReason.DUPLICATE, InvigilatorTask.VERIFY);
    }

    private @Nullable ExamDecision byTheClock() {
        if (!snapshot.clockTrusted()) {
            return clockUntrusted();
        }
        draft.lateMinutes(times.lateMinutes(at));
        if (admission.phase() == Phase.TOO_EARLY) {
            return draft.time(admission.next())
                    .rule("clock.early")
                    .decide(ExamReason.TOO_EARLY, InvigilatorTask.NOTHING);
        }
        if (admission.phase() != Phase.TOO_LATE || isExpectedBack()) {
            return null;
        }
        return shown instanceof Shown.NoDocument
                ? withoutDocument()
                : draft.time(admission.next())
                        .rule("clock.late")
                        .decide(ExamReason.TOO_LATE, InvigilatorTask.NOTHING);
    }

    /// Nobody can say what hour it is, so no hour is promised.
    private ExamDecision clockUntrusted() {
        return draft.rule("clock.untrusted")
                .alert()
                .decide(ExamReason.INVIGILATOR_DECIDES, InvigilatorTask.DECIDE);
    }

    private @Nullable ExamDecision unpaid() {
        Rule<Fee> rule = policy.unpaidFee();
        if (registration.fee() != Registration.Fee.DUE || rule.value() == Fee.IGNORE) {
            return null;
        }
        if (rule.value() == Fee.BLOCK && isConfirmed(rule)) {
            return draft.rule("fee.blocks").decide(ExamReason.PAYMENT_DUE, InvigilatorTask.NOTHING);
        }
        draft.rule("fee.warns").also(ExamReason.PAYMENT_DUE);
        return null;
    }

    private @Nullable ExamDecision byTheDocument() {
        return switch (shown) {
            case Shown.Later _ -> null;
            case Shown.NoDocument _ -> withoutDocument();
            case Shown.Document document ->
                    new DocumentRules(draft, policy, day()).against(document);
        };
    }

    /// May be fetched while the last entry has not been, by those who have not seen the paper.
    private ExamDecision withoutDocument() {
        boolean may = policy.fetchId().value() && !candidate.paperSeen();
        List<String> unconfirmed = List.of();
        if (!isConfirmed(policy.fetchId())) {
            unconfirmed = List.of("fetchId");
        } else if (may) {
            unconfirmed = snapshot.plan().admission(sitting, times.lastEntry()).unconfirmed();
        }
        if (!unconfirmed.isEmpty()) {
            return draft.rule("document.none")
                    .unconfirmed(unconfirmed)
                    .decide(ExamReason.INVIGILATOR_DECIDES, InvigilatorTask.KEEP_PAPER_UNSEEN);
        }
        return may && at.isBefore(times.admissionEnds())
                ? draft.time(times.lastEntry())
                        .rule("document.can-fetch")
                        .decide(ExamReason.NO_ID_CAN_FETCH, InvigilatorTask.KEEP_PAPER_UNSEEN)
                : draft.rule("document.none")
                        .byStaff()
                        .decide(ExamReason.NO_ID_DENIED, InvigilatorTask.RECORD_REFUSAL);
    }

    /// By counted heads only; an estimate warns.
    private @Nullable ExamDecision full() {
        Seat seat = registration.seat();
        Room room = seat == null ? null : draft.room(seat.room());
        if (room == null) {
            return null;
        }
        if (snapshot.counted().getOrDefault(room.id(), 0) >= room.maxPersons()) {
            return draft.rule("room.full")
                    .alert()
                    .decide(ExamReason.ROOM_FULL, InvigilatorTask.OPEN_OTHER_ROOM);
        }
        if (snapshot.estimated().getOrDefault(room.id(), 0) >= room.maxPersons()) {
            draft.rule("room.may-be-full").also(ExamReason.ROOM_FULL).alert();
        }
        return null;
    }

    private @Nullable ExamDecision late() {
        if (isExpectedBack()) {
            draft.rule("errand.comes-back");
            return null;
        }
        if (admission.phase() == Phase.UNDECIDED) {
            return draft.rule("clock.late")
                    .unconfirmed(admission.unconfirmed())
                    .time(admission.next())
                    .alert()
                    .decide(ExamReason.INVIGILATOR_DECIDES, InvigilatorTask.DECIDE);
        }
        return admission.phase() == Phase.LATE_WAIT
                ? draft.time(admission.next())
                        .rule("clock.next-admission")
                        .decide(ExamReason.LATE_WAIT, InvigilatorTask.NOTHING)
                : null;
    }

    /// Nothing stands against the candidate: to the room, where the invigilator looks.
    private ExamDecision directed() {
        if (!registration.hasPlace()) {
            draft.rule("seat.none").alert();
        }
        Shown.Document document = shown instanceof Shown.Document one ? one : null;
        ExamDecision doubted = document == null ? null : DocumentRules.doubt(document, draft);
        if (doubted != null) {
            return doubted;
        }
        boolean isDouble = !snapshot.plan().doubles(registration).isEmpty();
        if (isDouble) {
            draft.also(ExamReason.DOUBLE_EXAM).rule("double-exam");
        }
        IdentityMatch match = document == null ? null : document.match();
        boolean read = match != null;
        boolean otherName = match == IdentityMatch.NAME_VARIANT;
        if (otherName) {
            draft.also(ExamReason.NAME_VARIANT);
        }
        if (admission.phase() == Phase.LATE_ADMIT && !isExpectedBack()) {
            return draft.rule("clock.late-admission")
                    .decide(ExamReason.LATE_ADMIT, InvigilatorTask.SEAT_QUIETLY);
        }
        draft.rule("directed");
        InvigilatorTask look = otherName ? InvigilatorTask.CONFIRM_NAME : task(read);
        InvigilatorTask task = isDouble ? doubleExam(look) : look;
        if (draft.isPrivate()) {
            return draft.decide(ExamReason.PRE_OK_PRIVATE, task);
        }
        if (isDouble) {
            return draft.decide(ExamReason.DOUBLE_EXAM, task);
        }
        if (!read) {
            return draft.decide(ExamReason.MANUAL_ID, task);
        }
        return draft.decide(otherName ? ExamReason.NAME_VARIANT : ExamReason.PRE_OK, task);
    }

    private static InvigilatorTask task(boolean read) {
        return read ? InvigilatorTask.COMPARE_FACE : InvigilatorTask.CHECK_DOCUMENT;
    }

    /// With extended time two exams may be too much for one day, as the university says.
    private InvigilatorTask doubleExam(InvigilatorTask look) {
        boolean extended = registration.accommodation().extraPercent() > 0;
        Rule<Boolean> rule = policy.doubleExamWithExtendedTime();
        if (!extended || rule.value()) {
            return look;
        }
        draft.alert();
        return isConfirmed(rule) ? InvigilatorTask.CALL_COORDINATOR : InvigilatorTask.DECIDE;
    }

    /// Was here and is out, with a right to come back: the seat is kept.
    private boolean isExpectedBack() {
        return candidate.isOnErrand(at);
    }

    private boolean isConfirmed(Rule<?> rule) {
        return rule.isConfirmed(day());
    }

    private LocalDate day() {
        return sitting.day();
    }
}
