package se.troskel.controller.exam;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Sitting;

/// What is known of exams now: the lists with the rules, and what was noted. Immutable.
///
/// @param plan the sittings near today, with their registrations
/// @param log everything noted that is not erased
/// @param protectedPersons ids of those whose name and course are shown nowhere
public record ExamDay(ExamPlan plan, ExamLog log, Set<String> protectedPersons) {
    public ExamDay {
        protectedPersons = Set.copyOf(protectedPersons);
    }

    /// How long before admission somebody who comes is taken to come for their exam.
    private static final Duration EARLY = Duration.ofMinutes(30);

    /// Whether somebody of this registration who comes now comes for the exam.
    public boolean isExpected(Registration one, Instant at) {
        return !at.isBefore(from(plan.sittingOf(one)))
                && at.isBefore(plan.end(one, log.interruptions(), at))
                && log.progress(one.id()).candidate().stage() != Candidate.Stage.HANDED_IN;
    }

    /// Whether people may come to an exam now.
    public boolean expectsPeople(Instant at) {
        return plan.sittings().stream()
                .anyMatch(one ->
                        !at.isBefore(from(one)) && at.isBefore(plan.times(one).admissionEnds()));
    }

    private Instant from(Sitting sitting) {
        return plan.times(sitting).admissionOpens().minus(EARLY);
    }
}
