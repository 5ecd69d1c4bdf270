package se.troskel.config;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import se.troskel.config.Findings.Complaint;

/// Hours end after they begin, opening periods do not overlap, closed days are real and in order.
final class HoursCheck {
    private HoursCheck() {}

    static void check(Part root, Findings findings) {
        List<Part> week = root.at("opening").at("week").items();
        week.forEach(period -> order(period, findings));
        week.forEach(period -> mode(period.at("mode"), findings));
        overlaps(week, findings);
        closed(root.at("opening").at("closed").items(), findings);
        for (Part door : root.at("doors").items()) {
            for (String key : List.of("openedOtherwise", "unlocked", "assurance")) {
                door.at(key).items().forEach(hours -> order(hours, findings));
            }
            door.at("rules").at("holdOpen").items().forEach(hours -> order(hours, findings));
        }
    }

    private static void order(Part hours, Findings findings) {
        OptionalInt from = hours.minute("from");
        OptionalInt until = hours.minute("until");
        if (from.isPresent() && until.isPresent() && until.getAsInt() <= from.getAsInt()) {
            findings.error(
                    hours.pointer() + "/until",
                    new Complaint(
                            hours.text("until"),
                            "not after 'from'",
                            "write a later time, or \"00:00\" for midnight at the end of the day;"
                                    + " split hours that run past midnight"));
        }
    }

    private static void mode(Part mode, Findings findings) {
        if (Set.of("OUT_OF_HOURS", "CLOSED").contains(mode.text())) {
            findings.error(
                    mode.pointer(),
                    new Complaint(
                            mode.text(),
                            "hours in which nobody may come in are not listed",
                            "write STAFFED or UNSTAFFED, or remove the period"));
        }
    }

    private static void overlaps(List<Part> week, Findings findings) {
        for (int i = 0; i < week.size(); i++) {
            Part period = week.get(i);
            week.subList(0, i).stream()
                    .filter(other -> overlap(other, period))
                    .findFirst()
                    .ifPresent(other ->
                            findings.error(
                                    period.pointer(),
                                    new Complaint(
                                            "overlaps " + other.pointer() + " on a day",
                                            "let one period end where the next begins")));
        }
    }

    private static boolean overlap(Part one, Part other) {
        return !Collections.disjoint(days(one), days(other))
                && one.minute("from").orElse(0) < other.minute("until").orElse(0)
                && other.minute("from").orElse(0) < one.minute("until").orElse(0);
    }

    private static List<String> days(Part period) {
        return period.at("days").items().stream().map(Part::text).toList();
    }

    private static void closed(List<Part> closed, Findings findings) {
        LocalDate before = LocalDate.MIN;
        for (Part days : closed) {
            realDate(days, "first", findings);
            realDate(days, "last", findings);
            Optional<LocalDate> first = days.date("first");
            if (first.isEmpty()) {
                continue;
            }
            LocalDate last = days.date("last").orElse(first.get());
            if (last.isBefore(first.get())) {
                findings.error(
                        days.pointer() + "/last",
                        new Complaint(last.toString(), "before 'first'", "write a later date"));
            }
            if (!first.get().isAfter(before)) {
                findings.error(
                        days.pointer() + "/first",
                        new Complaint(
                                first.get().toString(),
                                "not after the closed days before it",
                                "list closed days in order, each once"));
            }
            before = last;
        }
    }

    private static void realDate(Part days, String key, Findings findings) {
        Part date = days.at(key);
        if (!date.text().isEmpty()
                && days.date(key).isEmpty()
                && !findings.isWrong(date.pointer())) {
            findings.error(
                    date.pointer(),
                    new Complaint(date.text(), "no such day in the calendar", "look at the month"));
        }
    }
}
