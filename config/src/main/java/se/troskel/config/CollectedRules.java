package se.troskel.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.troskel.config.ExamRules.Scope;
import se.troskel.config.Findings.Complaint;

/// The rules found so far while folders are read one after the other. Not thread-safe.
final class CollectedRules {
    private final List<ExamRules> rules = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /// Whose rules stand in which file of the present folder.
    private final Map<String, String> files = new HashMap<>();

    /// Those of one folder stand once in it.
    void once(String file, Part root, Findings findings) {
        String whose = whose(root.text("scope"), root.text("code"));
        String earlier = files.putIfAbsent(whose, file);
        if (earlier != null) {
            Part part = root.at(root.is("scope", Scope.UNIVERSITY.name()) ? "code" : "scope");
            findings.error(
                    part.pointer(),
                    new Complaint(
                            part.text(),
                            "its rules stand already in " + earlier,
                            "keep one of the two files"));
        }
    }

    void add(@Nullable ExamRules found, Findings findings) {
        if (found != null && rules.stream().noneMatch(known -> isOfSame(known, found))) {
            rules.add(found);
        }
        problems.addAll(findings.inOrder());
    }

    /// What comes from now on only adds to what is there.
    void nextFolder() {
        files.clear();
    }

    Optional<ExamRules> first(Scope scope) {
        return rules.stream().filter(found -> found.scope() == scope).findFirst();
    }

    ExamRulesReading reading(ExamRules defaults) {
        return new ExamRulesReading(
                new ExamRulebook(
                        first(Scope.DEFAULT).orElse(defaults),
                        first(Scope.CENTRE).orElse(null),
                        rules.stream().filter(r -> r.scope() == Scope.UNIVERSITY).toList()),
                problems);
    }

    private static boolean isOfSame(ExamRules one, ExamRules other) {
        return whose(one.scope().name(), one.code())
                .equals(whose(other.scope().name(), other.code()));
    }

    private static String whose(String scope, String code) {
        return scope.equals(Scope.UNIVERSITY.name()) ? scope + " " + code : scope;
    }
}
