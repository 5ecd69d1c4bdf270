package se.troskel.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.config.ExamRules.DocumentRule;
import se.troskel.config.ExamRules.ExceptionApproval;
import se.troskel.config.ExamRules.Fee;
import se.troskel.config.ExamRules.LateMode;
import se.troskel.config.ExamRules.MinutesRule;
import se.troskel.config.ExamRules.Unregistered;
import se.troskel.config.ExamRules.UnregisteredRule;
import se.troskel.config.ExamRules.Verdict;
import se.troskel.protocol.decision.DocumentType;

/// What holds for the sittings of one university at this centre. Each rule is the university's;
/// what it does not say, the centre's; what neither says, the default. Of the rules about leaving
/// both hold, so the stricter one counts. Immutable.
///
/// @param university null when there is no file of it: then the centre's rules and the defaults
/// @param centre null when the centre has none of its own
/// @param defaults says everything
public record ExamPolicy(
        @Nullable ExamRules university, @Nullable ExamRules centre, ExamRules defaults) {
    /// Name of the university; null when there is no file of it.
    public @Nullable String name() {
        return university == null ? null : university.name();
    }

    /// Where a refused candidate can ask; null for none.
    public @Nullable String phone() {
        return university == null ? null : university.phone();
    }

    public Rule<Integer> entryOpensBefore() {
        return minutes(ExamRules.Times::entryOpensBefore);
    }

    public Rule<Integer> doorClosesBefore() {
        return minutes(ExamRules.Times::doorClosesBefore);
    }

    public Rule<Integer> lastEntryAfter() {
        return minutes(ExamRules.Times::lastEntryAfter);
    }

    public Rule<Integer> earliestLeaveAfter() {
        return strictest(ExamRules.Times::earliestLeaveAfter);
    }

    public Rule<Integer> leaveLockLast() {
        return strictest(ExamRules.Times::leaveLockLast);
    }

    public Rule<Integer> handInAfterHomeStart() {
        return strictest(ExamRules.Times::handInAfterHomeStart);
    }

    public Rule<LateMode> lateMode() {
        return said(
                ExamRules::lateMode, ExamRules.LateModeRule::mode, ExamRules.LateModeRule::source);
    }

    public Rule<Unregistered> unregistered() {
        return said(ExamRules::unregistered, UnregisteredRule::policy, UnregisteredRule::source);
    }

    /// How many minutes after the start somebody who is not on the list waits at most; 0 where they
    /// are denied.
    public int unregisteredWaitMinutes() {
        UnregisteredRule rule = first(ExamRules::unregistered).map(Said::rule).orElseThrow();
        if (rule.policy() == Unregistered.DENY) {
            return 0;
        }
        Integer minutes = rule.waitMinutes();
        return minutes == null ? lastEntryAfter().value() : minutes;
    }

    public Rule<Boolean> fetchId() {
        return said(
                ExamRules::fetchId, ExamRules.AllowedRule::allowed, ExamRules.AllowedRule::source);
    }

    public Rule<Integer> extraTimePercent() {
        return said(
                ExamRules::extraTime,
                ExamRules.PercentRule::percent,
                ExamRules.PercentRule::source);
    }

    public Rule<Boolean> doubleExamWithExtendedTime() {
        return said(
                ExamRules::doubleExamWithExtendedTime,
                ExamRules.AllowedRule::allowed,
                ExamRules.AllowedRule::source);
    }

    public Rule<ExceptionApproval> exceptions() {
        return said(
                ExamRules::exceptions,
                ExamRules.ExceptionRule::approval,
                ExamRules.ExceptionRule::source);
    }

    public Rule<Fee> unpaidFee() {
        return said(ExamRules::fee, ExamRules.FeeRule::unpaid, ExamRules.FeeRule::source);
    }

    public Rule<Verdict> document(DocumentType type) {
        return said(of(type), DocumentRule::verdict, DocumentRule::source);
    }

    /// What the invigilator should know of that kind of document; null for nothing.
    public @Nullable String documentNote(DocumentType type) {
        return first(of(type)).map(Said::rule).map(DocumentRule::note).orElse(null);
    }

    public Rule<Verdict> expiredDocument() {
        return said(
                ExamRules::expiredDocument,
                ExamRules.VerdictRule::verdict,
                ExamRules.VerdictRule::source);
    }

    /// Every rule, for a list of what is not confirmed.
    public List<Rule<?>> all() {
        return List.copyOf(named().values());
    }

    /// Every rule by its name in the files, in their order; that of a kind of document is
    /// `documents.` with the kind.
    public Map<String, Rule<?>> named() {
        Map<String, Rule<?>> named = new LinkedHashMap<>();
        named.put("entryOpensBefore", entryOpensBefore());
        named.put("doorClosesBefore", doorClosesBefore());
        named.put("lateMode", lateMode());
        named.put("lastEntryAfter", lastEntryAfter());
        named.put("earliestLeaveAfter", earliestLeaveAfter());
        named.put("leaveLockLast", leaveLockLast());
        named.put("handInAfterHomeStart", handInAfterHomeStart());
        named.put("unregistered", unregistered());
        named.put("fetchId", fetchId());
        named.put("extraTime", extraTimePercent());
        named.put("doubleExamWithExtendedTime", doubleExamWithExtendedTime());
        named.put("exceptions", exceptions());
        named.put("fee", unpaidFee());
        named.put("expiredDocument", expiredDocument());
        for (DocumentType type : DocumentType.values()) {
            named.put("documents." + type, document(type));
        }
        return named;
    }

    private record Said<R>(ExamRules by, R rule) {}

    private static Function<ExamRules, @Nullable DocumentRule> of(DocumentType type) {
        return rules ->
                rules.documents().stream()
                        .filter(rule -> rule.type() == type)
                        .findFirst()
                        .orElse(null);
    }

    private <R> Stream<Said<R>> sayings(Function<ExamRules, @Nullable R> key) {
        return Stream.of(
                        Optional.ofNullable(university),
                        Optional.ofNullable(centre),
                        Optional.of(defaults))
                .flatMap(Optional::stream)
                .flatMap(rules -> {
                    R rule = key.apply(rules);
                    return rule == null ? Stream.of() : Stream.of(new Said<>(rules, rule));
                });
    }

    private <R> Optional<Said<R>> first(Function<ExamRules, @Nullable R> key) {
        return sayings(key).findFirst();
    }

    private <R, T> Rule<T> said(
            Function<ExamRules, @Nullable R> key,
            Function<R, T> value,
            Function<R, String> source) {
        Said<R> said = first(key).orElseThrow();
        return rule(said.by, value.apply(said.rule), source.apply(said.rule));
    }

    private Rule<Integer> minutes(Function<ExamRules.Times, @Nullable MinutesRule> key) {
        return said(rules -> key.apply(rules.times()), MinutesRule::minutes, MinutesRule::source);
    }

    /// Of what the university and the centre say the longer time; the default only where neither
    /// says anything.
    private Rule<Integer> strictest(Function<ExamRules.Times, @Nullable MinutesRule> key) {
        List<Said<MinutesRule>> sayings =
                this.<MinutesRule>sayings(rules -> key.apply(rules.times())).toList();
        Said<MinutesRule> strictest = sayings.getFirst();
        for (Said<MinutesRule> other : sayings) {
            if (other.by.scope() != ExamRules.Scope.DEFAULT
                    && other.rule.minutes() > strictest.rule.minutes()) {
                strictest = other;
            }
        }
        return rule(strictest.by, strictest.rule.minutes(), strictest.rule.source());
    }

    private <T> Rule<T> rule(ExamRules by, T value, String source) {
        RuleSource named =
                by.sources().stream().filter(s -> s.id().equals(source)).findFirst().orElseThrow();
        return new Rule<>(value, named, by.scope(), days(by));
    }

    private int days(ExamRules by) {
        return Stream.of(Optional.of(by), Optional.ofNullable(centre), Optional.of(defaults))
                .flatMap(Optional::stream)
                .map(rules -> Optional.ofNullable(rules.confirmedForDays()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }
}
