package se.troskel.controller.exam;

import java.util.Set;

/// What is known of exams now: the lists with the rules, and what was noted. Immutable.
///
/// @param plan the sittings near today, with their registrations
/// @param log everything noted that is not erased
/// @param protectedPersons ids of those whose name and course are shown nowhere
public record ExamDay(ExamPlan plan, ExamLog log, Set<String> protectedPersons) {
    public ExamDay {
        protectedPersons = Set.copyOf(protectedPersons);
    }
}
