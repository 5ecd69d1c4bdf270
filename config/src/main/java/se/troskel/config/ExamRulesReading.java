package se.troskel.config;

import java.util.List;

/// What came of reading the rules of exams.
///
/// @param rulebook what stands in the files without errors; the others count for nothing
/// @param problems everything found, file by file
public record ExamRulesReading(ExamRulebook rulebook, List<Problem> problems) {
    public ExamRulesReading {
        problems = List.copyOf(problems);
    }
}
