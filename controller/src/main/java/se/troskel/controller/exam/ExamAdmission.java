package se.troskel.controller.exam;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import se.troskel.config.ExamRules.Unregistered;
import se.troskel.controller.exam.ExamQuestion.Abandoned;
import se.troskel.controller.exam.ExamQuestion.Arrival;
import se.troskel.controller.exam.ExamQuestion.Fault;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Registration.Status;
import se.troskel.controller.register.Sitting;
import se.troskel.protocol.decision.ExamDetails.Choice;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.decision.InvigilatorTask;

/// What somebody is told who comes to an exam (DOMAIN 4.5). It directs and refuses by the clock;
/// who somebody is, a person decides ([IdentityApproval]). Refusals override: the first of these
/// that has something against the candidate decides, and only what passes all is directed to the
/// room.
///
/// 1. The terminal is in trouble or was left; evacuation: nobody is admitted.
/// 2. Who: two people fit. Which exam: two of one person's fit and none is chosen. Nobody guesses.
/// 3. The list: missing or withdrawn; the candidate not on it, cancelled, at another centre.
/// 4. Already let in: back from an open errand, else refused as a duplicate.
/// 5. The clock cannot be believed. Too early; too late, but for those who are out on an errand.
/// 6. An unpaid fee that blocks.
/// 7. The document: none, of a kind that is not taken, a police report instead, expired.
/// 8. The room is full by counted heads.
/// 9. Late: by rules that nobody has confirmed, or before the next admission.
/// 10. What refuses nobody, but is for the invigilator to look at in the room: a signature that
///     does not hold, data of somebody else, without or with another number.
///
/// A refusal by a rule that nobody has confirmed becomes [ExamReason#INVIGILATOR_DECIDES].
public final class ExamAdmission {
    private final ExamSnapshot snapshot;
    private final Arrival arrival;
    private final Instant at;
    private final LocalDate today;

    private ExamAdmission(ExamSnapshot snapshot, Arrival arrival, Instant at) {
        this.snapshot = snapshot;
        this.arrival = arrival;
        this.at = at;
        this.today = LocalDate.ofInstant(at, snapshot.plan().zone());
    }

    /// Decides. Never throws; the same for the same arguments.
    public static ExamDecision decide(ExamSnapshot snapshot, ExamQuestion question, Instant at) {
        return switch (question) {
            case Fault _ ->
                    new Draft(snapshot)
                            .rule("terminal.fault")
                            .alert()
                            .decide(ExamReason.DEVICE_FAULT, InvigilatorTask.CHECK_DOCUMENT);
            case Abandoned _ ->
                    new Draft(snapshot)
                            .rule("terminal.abandoned")
                            .decide(ExamReason.RESET, InvigilatorTask.NOTHING);
            case Arrival arrival ->
                    snapshot.evacuate()
                            ? new Draft(snapshot)
                                    .rule("evacuate")
                                    .decide(ExamReason.EVACUATE, InvigilatorTask.LEAVE_BUILDING)
                            : new ExamAdmission(snapshot, arrival, at).arrival();
        };
    }

    private ExamDecision arrival() {
        if (arrival.persons().size() > 1) {
            return new Draft(snapshot)
                    .rule("who.several-people")
                    .alert()
                    .decide(ExamReason.AMBIGUOUS, InvigilatorTask.CHOOSE);
        }
        List<Registration> own = own();
        if (own.isEmpty()) {
            return nobody();
        }
        List<Registration> fitting = fitting(own);
        long starts = fitting.stream().map(this::start).distinct().count();
        if (starts > 1) {
            return several(fitting);
        }
        Registration registration = fitting.getFirst();
        Sitting sitting = snapshot.plan().sittingOf(registration);
        Draft draft = new Draft(snapshot).about(registration, snapshot.plan().policy(sitting));
        if (sitting.list() != Sitting.ListState.READY) {
            return listUnusable(draft);
        }
        if (registration.status() == Status.CANCELLED) {
            return unlisted(draft, List.of(sitting), ExamReason.CANCELLED);
        }
        if (registration.centre() != null) {
            return draft.centre(registration.centre())
                    .rule("list.other-centre")
                    .decide(ExamReason.WRONG_SITE, InvigilatorTask.DECIDE_SEAT);
        }
        return new CandidateRules(snapshot, registration, arrival.shown(), at).decide();
    }

    /// Today's registrations of the one who came, those that stand here before the others.
    private List<Registration> own() {
        List<Registration> all =
                snapshot.plan().registrations().stream()
                        .filter(one -> arrival.persons().contains(one.person()))
                        .filter(one -> snapshot.plan().sittingOf(one).day().equals(today))
                        .toList();
        List<Registration> here = all.stream().filter(ExamPlan::isHere).toList();
        List<Registration> standing =
                all.stream().filter(one -> one.status() == Status.REGISTERED).toList();
        if (!here.isEmpty()) {
            return here;
        }
        return standing.isEmpty() ? all : standing;
    }

    /// The chosen one; else those that are going on; else the next one; else the last one.
    private List<Registration> fitting(List<Registration> own) {
        List<Registration> chosen =
                own.stream().filter(one -> one.sitting().equals(arrival.sitting())).toList();
        List<Registration> now = own.stream().filter(this::isGoingOn).toList();
        if (!chosen.isEmpty() || !now.isEmpty()) {
            return chosen.isEmpty() ? now : chosen;
        }
        List<Registration> inOrder =
                own.stream().sorted(Comparator.comparing(this::start)).toList();
        Registration nearest =
                inOrder.stream()
                        .filter(one -> start(one).isAfter(at))
                        .findFirst()
                        .orElse(inOrder.getLast());
        return List.of(nearest);
    }

    private boolean isGoingOn(Registration one) {
        Sitting sitting = snapshot.plan().sittingOf(one);
        return !at.isBefore(snapshot.plan().times(sitting).admissionOpens())
                && at.isBefore(snapshot.plan().end(one, snapshot.interruptions(), at))
                && snapshot.candidate(one.id()).stage() != Candidate.Stage.HANDED_IN;
    }

    private Instant start(Registration one) {
        return snapshot.plan().times(snapshot.plan().sittingOf(one)).start();
    }

    /// Of somebody with a protected identity no course is shown: staff chooses.
    private ExamDecision several(List<Registration> fitting) {
        Registration first = fitting.getFirst();
        boolean hidden = snapshot.protectedPersons().contains(first.person());
        List<Choice> choices =
                hidden ? List.of() : fitting.stream().map(this::choice).distinct().toList();
        return new Draft(snapshot)
                .choices(choices)
                .rule("who.several-exams")
                .decide(ExamReason.AMBIGUOUS, InvigilatorTask.CHOOSE);
    }

    private Choice choice(Registration one) {
        Sitting sitting = snapshot.plan().sittingOf(one);
        return new Choice(sitting.id(), sitting.course(), start(one));
    }

    private ExamDecision nobody() {
        List<Sitting> sittings =
                snapshot.plan().sittings().stream()
                        .filter(sitting -> sitting.day().equals(today))
                        .filter(sitting ->
                                arrival.sitting() == null || sitting.id().equals(arrival.sitting()))
                        .toList();
        boolean whole =
                !sittings.isEmpty()
                        && sittings.stream().allMatch(s -> s.list() == Sitting.ListState.READY);
        Draft draft = new Draft(snapshot);
        return whole ? unlisted(draft, sittings, ExamReason.NOT_REGISTERED) : listUnusable(draft);
    }

    private static ExamDecision listUnusable(Draft draft) {
        return draft.rule("list.unusable")
                .alert()
                .decide(ExamReason.OFFLINE_UNKNOWN, InvigilatorTask.USE_PAPER);
    }

    /// Somebody who is not on the list of any of these sittings: waits where one of them lets
    /// people wait, is refused where all of them refuse and stand for it.
    private ExamDecision unlisted(Draft draft, List<Sitting> sittings, ExamReason refusal) {
        Instant wait =
                sittings.stream()
                        .map(this::waitsUntil)
                        .reduce(Instant.MIN, (a, b) -> a.isAfter(b) ? a : b);
        if (snapshot.clockTrusted() && at.isBefore(wait)) {
            return draft.time(wait)
                    .rule("list.wait")
                    .byStaff()
                    .decide(ExamReason.WAITLIST, InvigilatorTask.DECIDE_SEAT);
        }
        boolean confirmed =
                snapshot.clockTrusted()
                        && sittings.stream()
                                .allMatch(s ->
                                        snapshot.plan()
                                                .policy(s)
                                                .unregistered()
                                                .isConfirmed(s.day()));
        draft.rule("list.not-on-it").byStaff();
        return confirmed
                ? draft.decide(refusal, InvigilatorTask.RECORD_REFUSAL)
                : draft.unconfirmed(List.of("unregistered"))
                        .also(refusal)
                        .decide(ExamReason.INVIGILATOR_DECIDES, InvigilatorTask.DECIDE_SEAT);
    }

    private Instant waitsUntil(Sitting sitting) {
        boolean waits = snapshot.plan().policy(sitting).unregistered().value() == Unregistered.WAIT;
        return waits
                ? snapshot.plan()
                        .times(sitting)
                        .start()
                        .plus(
                                SittingTimes.minutes(
                                        snapshot.plan().policy(sitting).unregisteredWaitMinutes()))
                : Instant.MIN;
    }
}
