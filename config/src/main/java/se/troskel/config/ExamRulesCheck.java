package se.troskel.config;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import se.troskel.config.ExamRules.LateMode;
import se.troskel.config.ExamRules.Scope;
import se.troskel.config.ExamRules.Unregistered;
import se.troskel.config.Findings.Complaint;
import se.troskel.protocol.decision.DocumentType;

/// What the schema cannot say of rules of exams: sources are there and used, each kind of document
/// stands once, times do not contradict each other, defaults say everything.
final class ExamRulesCheck {
    private static final List<String> TIMES =
            List.of(
                    "entryOpensBefore",
                    "doorClosesBefore",
                    "lastEntryAfter",
                    "earliestLeaveAfter",
                    "leaveLockLast",
                    "handInAfterHomeStart");
    private static final List<String> OTHERS =
            List.of(
                    "confirmedForDays",
                    "expiredDocument",
                    "lateMode",
                    "unregistered",
                    "fetchId",
                    "extraTime",
                    "doubleExamWithExtendedTime",
                    "exceptions",
                    "fee");

    private ExamRulesCheck() {}

    static void check(Part root, Findings findings) {
        sources(root, findings);
        documents(root, findings);
        admission(root, findings);
        late(root, findings);
        unregistered(root.at("unregistered"), findings);
        if (root.is("scope", Scope.DEFAULT.name())) {
            complete(root, findings);
        }
    }

    private static void sources(Part root, Findings findings) {
        Set<String> known = new HashSet<>();
        for (Part source : root.at("sources").items()) {
            if (!source.text("id").isEmpty() && !known.add(source.text("id"))) {
                findings.error(
                        source.pointer() + "/id",
                        new Complaint(
                                source.text("id"),
                                "another source has this id",
                                "give each source an id of its own"));
            }
            if (!source.text("date").isEmpty()
                    && source.date("date").isEmpty()
                    && !findings.isWrong(source.pointer() + "/date")) {
                findings.error(
                        source.pointer() + "/date",
                        new Complaint(
                                source.text("date"),
                                "no such day in the calendar",
                                "look at the month"));
            }
        }
        Set<String> used = new HashSet<>();
        rules(root).forEach(rule -> source(rule.at("source"), known, used, findings));
        for (Part source : root.at("sources").items()) {
            if (!source.text("id").isEmpty() && !used.contains(source.text("id"))) {
                findings.warning(
                        source.pointer(),
                        new Complaint(
                                source.text("id"),
                                "no rule comes from this source",
                                "name it in a rule, or remove it"));
            }
        }
    }

    private static void source(Part named, Set<String> known, Set<String> used, Findings findings) {
        used.add(named.text());
        if (!named.text().isEmpty()
                && !known.contains(named.text())
                && !findings.isWrong(named.pointer())) {
            findings.error(
                    named.pointer(),
                    new Complaint(
                            named.text(),
                            "there is no such source in this file",
                            NearestWord.of(named.text(), known)
                                    .map(word -> "did you mean " + word + "?")
                                    .orElse("add it under sources")));
        }
    }

    /// Everything that has a source.
    private static Stream<Part> rules(Part root) {
        return Stream.of(
                        root.at("documents").items().stream(),
                        TIMES.stream().map(root.at("times")::at),
                        OTHERS.stream().map(root::at))
                .flatMap(parts -> parts)
                .filter(part -> part.node().isObject());
    }

    private static void documents(Part root, Findings findings) {
        Set<String> met = new HashSet<>();
        for (Part document : root.at("documents").items()) {
            if (!document.text("type").isEmpty() && !met.add(document.text("type"))) {
                findings.error(
                        document.pointer() + "/type",
                        new Complaint(
                                document.text("type"),
                                "this kind of document stands in the list twice",
                                "keep one of them"));
            }
        }
    }

    private static OptionalInt minutes(Part root, String key) {
        return root.at("times").at(key).number("minutes");
    }

    private static void admission(Part root, Findings findings) {
        OptionalInt opens = minutes(root, "entryOpensBefore");
        OptionalInt closes = minutes(root, "doorClosesBefore");
        if (opens.isPresent() && closes.isPresent() && closes.getAsInt() >= opens.getAsInt()) {
            findings.error(
                    "/times/doorClosesBefore/minutes",
                    new Complaint(
                            String.valueOf(closes.getAsInt()),
                            "the door closes before admission begins",
                            "write less than " + opens.getAsInt()));
        }
    }

    private static void late(Part root, Findings findings) {
        OptionalInt last = minutes(root, "lastEntryAfter");
        boolean none = root.at("lateMode").is("mode", LateMode.NONE.name());
        boolean some = root.at("lateMode").isThere() && !none;
        if (none && last.orElse(0) > 0) {
            findings.error(
                    "/times/lastEntryAfter/minutes",
                    new Complaint(
                            String.valueOf(last.getAsInt()),
                            "nobody is let in late by lateMode NONE",
                            "write 0, or another lateMode"));
        }
        if (some && last.isPresent() && last.getAsInt() == 0) {
            findings.error(
                    "/times/lastEntryAfter/minutes",
                    new Complaint(
                            "0",
                            "late candidates are let in by lateMode, but at no time",
                            "write the minutes, or lateMode NONE"));
        }
    }

    private static void unregistered(Part rule, Findings findings) {
        if (rule.is("policy", Unregistered.DENY.name()) && rule.at("waitMinutes").isThere()) {
            findings.error(
                    rule.pointer() + "/waitMinutes",
                    new Complaint(
                            "nobody waits who is denied",
                            "remove waitMinutes, or write policy: WAIT"));
        }
    }

    /// So that there is an answer to every question.
    private static void complete(Part root, Findings findings) {
        Stream.concat(TIMES.stream().map(root.at("times")::at), OTHERS.stream().map(root::at))
                .filter(part -> !part.isThere())
                .forEach(part -> findings.error(part.pointer(), undecided()));
        Set<String> said = new HashSet<>();
        root.at("documents").items().forEach(document -> said.add(document.text("type")));
        Arrays.stream(DocumentType.values())
                .map(Enum::name)
                .filter(type -> !said.contains(type))
                .forEach(type ->
                        findings.error(
                                "/documents",
                                new Complaint(
                                        "nothing is said of " + type,
                                        "say it: the defaults decide where nobody else does")));
    }

    private static Complaint undecided() {
        return new Complaint(
                "the defaults leave this open",
                "say it: the defaults decide where nobody else does");
    }
}
