package se.troskel.controller.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/// An exam day the evening before: what to do first, what is good to know, what is in order. Prints
/// on A4. No name and no course of anybody with a protected identity is on it.
final class RehearsalPage {
    static final String PATH = "/staff/exams/rehearsal";

    /// Of a year of four digits.
    private static final int DAY_LENGTH = 10;

    private final StaffDesk desk;
    private final RehearsalDesk rehearsals;
    private final Templates templates;

    RehearsalPage(StaffPages.Parts parts, Templates templates) {
        this.desk = parts.desk();
        this.rehearsals = parts.rehearsals();
        this.templates = templates;
    }

    /// The day that is asked for as `?day=2026-11-24`; what is no day counts for none.
    PageAnswer show(PageRequest request) {
        LocalDate day = request.raw().query().first("day").flatMap(RehearsalPage::day).orElse(null);
        var zone = ZoneId.of(desk.board().timeZone());
        var view = new RehearsalView(rehearsals.rehearse(day), zone, request.texts());
        return PageAnswer.html(
                200,
                templates.render("rehearsal", Map.of("frame", request.frame(PATH), "view", view)));
    }

    private static Optional<LocalDate> day(String text) {
        if (text.length() != DAY_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
