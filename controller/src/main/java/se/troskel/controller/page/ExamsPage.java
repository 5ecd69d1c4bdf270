package se.troskel.controller.page;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;

/// The coming sittings with their times and how many are to write. No candidate is on it.
final class ExamsPage {
    static final String PATH = "/staff/exams";

    private final StaffDesk desk;
    private final ExamDesk exams;
    private final InstantSource clock;
    private final Templates templates;

    ExamsPage(StaffPages.Parts parts, Templates templates) {
        this.desk = parts.desk();
        this.exams = parts.exams();
        this.clock = parts.clock();
        this.templates = templates;
    }

    PageAnswer show(PageRequest request) {
        var zone = ZoneId.of(desk.board().timeZone());
        var moment = new Moment(clock.instant(), zone, request.texts());
        return PageAnswer.html(
                200,
                templates.render(
                        "exams",
                        Map.of(
                                "frame",
                                request.frame(PATH),
                                "days",
                                ExamsView.of(exams.coming(), moment))));
    }
}
