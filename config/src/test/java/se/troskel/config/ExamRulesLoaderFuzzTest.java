package se.troskel.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import se.troskel.config.Problem.Severity;

/// Whatever stands in a file of exam rules, the loader answers and never throws. Any bytes are
/// read; either an error is named with its place, or there is an answer to every question.
class ExamRulesLoaderFuzzTest {
    private static final ExamRulesLoader LOADER = new ExamRulesLoader();

    @FuzzTest
    void answersAnyBytes(byte @NotNull [] bytes) {
        ExamRulesReading reading = LOADER.read("universities/any.yaml", bytes);
        ExamRulebook rules = reading.rulebook();
        boolean nothing = rules.universities().isEmpty() && rules.centre() == null;
        if (nothing && rules.defaults().code().equals("default")) {
            assertThat(reading.problems())
                    .anyMatch(p -> p.severity() == Severity.ERROR)
                    .allMatch(p -> p.line() >= 1 && p.column() >= 1);
        }
        rules.universities()
                .forEach(known -> assertThat(rules.policy(known.code()).all()).isNotEmpty());
    }
}
