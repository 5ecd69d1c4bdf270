package se.troskel.controller.page;

import java.util.Map;
import se.troskel.controller.staff.Done;

/// Making a card break-glass, and ending that. The number is used once and shown nowhere again.
final class BreakGlassPage {
    static final String PATH = "/staff/break-glass";
    private static final int NUMBER_LENGTH_MAX = 64;

    private final StaffDesk desk;
    private final Templates templates;

    BreakGlassPage(StaffPages.Parts parts, Templates templates) {
        this.desk = parts.desk();
        this.templates = templates;
    }

    PageAnswer show(PageRequest request) {
        return PageAnswer.html(
                200,
                templates.render(
                        "breakglass",
                        Map.of("frame", request.frame(PATH), "credentials", desk.breakGlass())));
    }

    PageAnswer make(PageRequest request) {
        var number = request.form().get("number");
        if (number.isEmpty() || number.length() > NUMBER_LENGTH_MAX) {
            return request.tellAndGo(new Done(false, "card.number", null), PATH);
        }
        return request.tellAndGo(
                desk.makeBreakGlass(request.account(), number, request.form().get("label")), PATH);
    }

    PageAnswer remove(PageRequest request) {
        return request.tellAndGo(
                desk.removeBreakGlass(request.account(), request.variable("credential")), PATH);
    }
}
