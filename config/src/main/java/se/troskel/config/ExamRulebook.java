package se.troskel.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All rules of exams that hold at a centre. Immutable and consistent: every rule's source is
/// there, the defaults say everything.
///
/// @param centre the centre's own; null for none
/// @param universities by their code, each once
public record ExamRulebook(
        ExamRules defaults, @Nullable ExamRules centre, List<ExamRules> universities) {
    public ExamRulebook {
        universities = List.copyOf(universities);
    }

    /// What holds for a university's sittings. One that is not known here has the centre's rules
    /// and the defaults.
    public ExamPolicy policy(String university) {
        return new ExamPolicy(
                universities.stream()
                        .filter(rules -> rules.code().equals(university))
                        .findFirst()
                        .orElse(null),
                centre,
                defaults);
    }
}
