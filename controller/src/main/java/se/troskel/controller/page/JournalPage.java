package se.troskel.controller.page;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// What happened last, in words, without persons.
final class JournalPage {
    static final String PATH = "/staff/journal";
    private static final int LINES = 100;

    private final StaffDesk desk;
    private final InstantSource clock;
    private final Templates templates;

    JournalPage(StaffPages.Parts parts, Templates templates) {
        this.desk = parts.desk();
        this.clock = parts.clock();
        this.templates = templates;
    }

    PageAnswer show(PageRequest request) {
        return PageAnswer.html(
                200,
                templates.render(
                        "journal", Map.of("frame", request.frame(PATH), "lines", lines(request))));
    }

    /// The lines alone, for a page that is open.
    PageAnswer live(PageRequest request) {
        return PageAnswer.html(
                200,
                templates.render(
                        "journallive", Map.of("texts", request.texts(), "lines", lines(request))));
    }

    private List<JournalView> lines(PageRequest request) {
        var board = desk.board();
        var moment = new Moment(clock.instant(), ZoneId.of(board.timeZone()), request.texts());
        return desk.journalTail(LINES).stream()
                .map(line -> JournalView.of(line, board, moment))
                .toList();
    }
}
