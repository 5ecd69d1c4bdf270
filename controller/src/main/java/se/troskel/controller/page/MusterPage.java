package se.troskel.controller.page;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import se.troskel.controller.register.StaffAccount.Capability;

/// Who is inside, for an evacuation: on the screen and on paper. Names only for those who may see
/// them.
final class MusterPage {
    static final String PATH = "/staff/inside";

    private final StaffDesk desk;
    private final InstantSource clock;
    private final Templates templates;

    MusterPage(StaffPages.Parts parts, Templates templates) {
        this.desk = parts.desk();
        this.clock = parts.clock();
        this.templates = templates;
    }

    PageAnswer show(PageRequest request) {
        var values = new HashMap<>(parts(request));
        values.put("frame", request.frame(PATH));
        values.put("mayEnd", request.may(Capability.ROLL_CALL));
        return PageAnswer.html(200, templates.render("inside", values));
    }

    /// The list alone, for a page that is open.
    PageAnswer live(PageRequest request) {
        return PageAnswer.html(200, templates.render("insidelive", parts(request)));
    }

    PageAnswer allGone(PageRequest request) {
        return request.tellAndGo(desk.allGone(request.account()), PATH);
    }

    private Map<String, Object> parts(PageRequest request) {
        var board = desk.board();
        var moment = new Moment(clock.instant(), ZoneId.of(board.timeZone()), request.texts());
        var muster = MusterView.of(desk.inside(), board, request.may(Capability.ROLL_CALL), moment);
        return Map.of("texts", request.texts(), "muster", muster);
    }
}
