package se.troskel.controller.exam;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.troskel.config.ExamPolicy;
import se.troskel.config.ExamRules.Scope;
import se.troskel.config.RuleSource;

/// Rules of one source by which nobody can be refused on the day: by them the invigilator decides.
///
/// @param university code
/// @param scope whose they are
/// @param names as [ExamPolicy#named()] has them
public record RuleGap(String university, RuleSource source, Scope scope, List<String> names) {
    public RuleGap {
        names = List.copyOf(names);
    }

    /// Whether somebody stood for them, too long before the day or only after it; else nobody ever
    /// did.
    public boolean wasConfirmed() {
        return source.confirmedBy() != null;
    }

    static List<RuleGap> of(String university, ExamPolicy policy, LocalDate day) {
        Map<Said, List<String>> gaps = new LinkedHashMap<>();
        policy.named()
                .forEach((name, rule) -> {
                    if (!rule.isConfirmed(day)) {
                        Said said = new Said(rule.source(), rule.scope());
                        gaps.computeIfAbsent(said, _ -> new ArrayList<>()).add(name);
                    }
                });
        return gaps.entrySet().stream()
                .map(gap ->
                        new RuleGap(
                                university,
                                gap.getKey().source,
                                gap.getKey().scope,
                                gap.getValue()))
                .toList();
    }

    private record Said(RuleSource source, Scope scope) {}
}
