package se.troskel.controller.site;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.config.Door;
import se.troskel.controller.exam.Approval;
import se.troskel.controller.exam.Approval.Approver;
import se.troskel.controller.exam.ApprovalEntry;
import se.troskel.controller.exam.ExamDecision;
import se.troskel.controller.exam.ExamFact;
import se.troskel.controller.exam.ExamNote;
import se.troskel.controller.exam.ExamSnapshot;
import se.troskel.controller.exam.IdentityApproval;
import se.troskel.controller.exam.Progress;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.register.StaffAccount.Capability;
import se.troskel.protocol.decision.ApprovalReason;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.door.DoorCause;

/// What becomes of the invigilators' decisions about candidates: held to the form, noted, and only
/// then is the room's door unlocked for them. An exception that takes two is kept for ten minutes
/// for the second. Owned by the loop's thread.
final class ExamApprovals {
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final CentreConfig config;
    private final Records records;
    private final ExamBook exams;
    private final SiteDoors doors;
    private final Map<String, First> firsts = new HashMap<>();

    /// Who approved an exception first.
    private record First(Approver by, @Nullable ApprovalReason reason, Instant until) {}

    ExamApprovals(CentreConfig config, Records records, ExamBook exams, SiteDoors doors) {
        this.config = config;
        this.records = records;
        this.exams = exams;
        this.doors = doors;
    }

    /// An invigilator decides.
    ///
    /// @param around what the decision looks at of the building now
    /// @param came runs when a candidate was let in
    void asked(SiteInput.ApprovalAsked in, ExamBook.Around around, Came came, Moment now) {
        ApprovalEntry entry = in.entry();
        Instant happened = entry.happened();
        Instant at = happened == null || happened.isAfter(now.at()) ? now.at() : happened;
        Approval approval = approval(entry, approver(in.by(), entry), now);
        ExamSnapshot snapshot = exams.snapshot(around, now);
        ExamDecision decision = IdentityApproval.decide(snapshot, approval, at);
        Registration registration = exams.near().registration(entry.registration()).orElse(null);
        ExamFact fact = fact(decision, approval, entry);
        if (decision.reason() == ExamReason.SECOND_APPROVAL_NEEDED) {
            firsts.put(
                    entry.registration(),
                    new First(approval.by().getLast(), approval.reason(), now.at().plus(KEPT)));
        }
        if (fact == null || registration == null) {
            records.reply(in.reply(), decision);
            return;
        }
        ExamNote note =
                exams.noteAt(
                        at, registration.sitting(), fact, approval.by().getFirst().staff(), now);
        if (exams.problem(note) != null) {
            records.reply(in.reply(), decision.otherwise(ExamReason.DUPLICATE, "let-in-already"));
            return;
        }
        exams.write(
                note,
                now,
                later -> {
                    firsts.remove(entry.registration());
                    if (decision.reason() == ExamReason.ADMITTED) {
                        came.in(registration, later);
                        unlock(decision, later);
                    }
                    records.reply(in.reply(), decision);
                },
                _ ->
                        records.reply(
                                in.reply(),
                                decision.otherwise(ExamReason.DEVICE_FAULT, "journal.refused")));
    }

    /// Somebody was let in.
    interface Came {
        void in(Registration registration, Moment now);
    }

    private Approval approval(ApprovalEntry entry, Approver by, Moment now) {
        First first = entry.approved() ? firsts.get(entry.registration()) : null;
        boolean second =
                first != null
                        && now.at().isBefore(first.until())
                        && !first.by().staff().equals(by.staff());
        ApprovalReason reason = entry.reason();
        return new Approval(
                entry.registration(),
                entry.approved(),
                entry.document() != null,
                reason == null && first != null && second ? first.reason() : reason,
                first != null && second ? List.of(first.by(), by) : List.of(by));
    }

    private static Approver approver(StaffAccount account, ApprovalEntry entry) {
        return new Approver(
                account.user(), account.may(Capability.EXAM_EXCEPTIONS), entry.remote());
    }

    private @Nullable ExamFact fact(ExamDecision decision, Approval approval, ApprovalEntry entry) {
        Progress progress = exams.log().progress(entry.registration());
        Progress.Noted<ExamFact.Arrived> arrival = progress.arrival();
        return switch (decision.reason()) {
            case ADMITTED ->
                    new ExamFact.Admitted(
                            entry.registration(),
                            entry.document(),
                            arrival == null ? null : arrival.fact().match(),
                            decision.rules().contains("exception") ? approval.reason() : null,
                            approval.by().size() > 1 ? approval.by().getLast().staff() : null,
                            decision.lateMinutes(),
                            decision.rules().contains("exception.countersign"));
            case ID_REJECTED ->
                    approval.reason() == null
                            ? null
                            : new ExamFact.Rejected(entry.registration(), approval.reason());
            default -> null;
        };
    }

    /// Where the door has a standing order against everybody, it stays locked: the invigilator is
    /// there.
    private void unlock(ExamDecision decision, Moment now) {
        doorsTo(decision.unlock())
                .filter(door -> doors.letsStaffIn(door.id()))
                .forEach(door -> doors.granted(door.id(), false, DoorCause.STAFF, now));
    }

    private Stream<Door> doorsTo(@Nullable String room) {
        return room == null
                ? Stream.of()
                : config.doors().stream().filter(door -> room.equals(door.room()));
    }
}
