package se.troskel.controller.exam;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.config.ExamPolicy;
import se.troskel.controller.exam.Rehearsed.Answer;

/// A university to telephone before the day, with what about.
///
/// @param university code
/// @param name null when there is no file of its rules
/// @param phone null when none is known
/// @param about kinds of snags that it can settle
/// @param rules names of the rules that would leave a candidate to the invigilator, since nobody
///   stands for them
public record UniversityCall(
        String university,
        @Nullable String name,
        @Nullable String phone,
        Set<Snag.Kind> about,
        List<String> rules) {
    private static final String UNCONFIRMED = "unconfirmed.";

    public UniversityCall {
        about = Set.copyOf(about);
        rules = List.copyOf(rules);
    }

    /// Whom to telephone; nothing for a university that has nothing to settle.
    static List<UniversityCall> of(
            String university, ExamPolicy policy, List<Snag> snags, Stream<Answer> answers) {
        Set<Snag.Kind> about =
                snags.stream()
                        .map(Snag::kind)
                        .filter(Snag.Kind::isOfUniversity)
                        .collect(Collectors.toUnmodifiableSet());
        Set<String> rules = new LinkedHashSet<>();
        answers.flatMap(answer -> answer.decision().rules().stream())
                .filter(rule -> rule.startsWith(UNCONFIRMED))
                .forEach(rule -> rules.add(rule.substring(UNCONFIRMED.length())));
        return about.isEmpty() && rules.isEmpty()
                ? List.of()
                : List.of(
                        new UniversityCall(
                                university,
                                policy.name(),
                                policy.phone(),
                                about,
                                List.copyOf(rules)));
    }
}
