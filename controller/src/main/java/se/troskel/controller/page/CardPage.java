package se.troskel.controller.page;

import java.util.Map;
import se.troskel.controller.staff.Done;

/// Blocking a lost card, from here or from the frame of any page, and unblocking one that was
/// found. The number is used once and shown nowhere again.
final class CardPage {
    static final String PATH = "/staff/cards";
    private static final int NUMBER_LENGTH_MAX = 64;

    private final StaffDesk desk;
    private final Templates templates;

    CardPage(StaffPages.Parts parts, Templates templates) {
        this.desk = parts.desk();
        this.templates = templates;
    }

    PageAnswer show(PageRequest request) {
        return PageAnswer.html(
                200, templates.render("cards", Map.of("frame", request.frame(PATH))));
    }

    PageAnswer block(PageRequest request) {
        return set(request, true);
    }

    PageAnswer unblock(PageRequest request) {
        return set(request, false);
    }

    private PageAnswer set(PageRequest request, boolean blocked) {
        var back = back(request);
        var number = request.form().get("number");
        if (number.isEmpty() || number.length() > NUMBER_LENGTH_MAX) {
            return request.tellAndGo(new Done(false, "card.number", null), back);
        }
        return request.tellAndGo(desk.blockCard(request.account(), number, blocked), back);
    }

    /// The page that the form stood on: one of the menu, never an address from elsewhere.
    private static String back(PageRequest request) {
        var wanted = request.form().get("back");
        return request.links()
                .map(Frame.Link::path)
                .filter(path -> path.equals(wanted))
                .findFirst()
                .orElse(PATH);
    }
}
