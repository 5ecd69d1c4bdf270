package se.troskel.controller.exam;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.troskel.config.ExamRulebook;
import se.troskel.config.ExamRules;
import se.troskel.config.ExamRules.ExceptionApproval;
import se.troskel.config.ExamRules.Fee;
import se.troskel.config.RuleSource;

/// The example rules, and a centre that has one rule of its own.
final class Houses {
    private static final LocalDate READ = LocalDate.of(2026, 9, 1);

    private Houses() {}

    static ExamRulebook withFee(Fee unpaid, boolean confirmed) {
        return with(confirmed, null, null, new ExamRules.FeeRule(unpaid, "board"));
    }

    static ExamRulebook withExceptions(ExceptionApproval approval) {
        return with(true, null, new ExamRules.ExceptionRule(approval, "board"), null);
    }

    static ExamRulebook withFetchId(boolean allowed) {
        return with(true, new ExamRules.AllowedRule(allowed, "board"), null, null);
    }

    private static ExamRulebook with(
            boolean confirmed,
            ExamRules.@Nullable AllowedRule fetchId,
            ExamRules.@Nullable ExceptionRule exceptions,
            ExamRules.@Nullable FeeRule fee) {
        ExamRules house =
                new ExamRules(
                        "house",
                        ExamRules.Scope.CENTRE,
                        "Huset",
                        null,
                        null,
                        List.of(
                                new RuleSource(
                                        "board",
                                        "The board",
                                        READ,
                                        confirmed ? "Elis Prov" : null)),
                        List.of(),
                        null,
                        new ExamRules.Times(null, null, null, null, null, null),
                        null,
                        null,
                        fetchId,
                        null,
                        null,
                        exceptions,
                        fee);
        return new ExamRulebook(
                ExamScene.EXAMPLES.defaults(), house, ExamScene.EXAMPLES.universities());
    }
}
