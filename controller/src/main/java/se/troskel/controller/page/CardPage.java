package se.troskel.controller.page;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.page.CardDesk.Holder;
import se.troskel.controller.page.CardDesk.Lending;
import se.troskel.controller.page.StaffDesk.DeviceLine;
import se.troskel.controller.register.StaffAccount.Capability;
import se.troskel.controller.staff.Done;

/// Blocking a lost card, from here or from the frame of any page: by its number, by its holder's
/// name, or because it was just shown somewhere; unblocking one that was found; and lending one
/// until midnight. A number is used once and shown nowhere again, a name stands in no address.
final class CardPage {
    static final String PATH = "/staff/cards";
    private static final int NUMBER_LENGTH_MAX = 64;

    private final StaffDesk desk;
    private final CardDesk cards;
    private final InstantSource clock;
    private final Templates templates;

    CardPage(StaffPages.Parts parts, Templates templates) {
        this.desk = parts.desk();
        this.cards = parts.cards();
        this.clock = parts.clock();
        this.templates = templates;
    }

    PageAnswer show(PageRequest request) {
        return page(request, request.session().told(), null);
    }

    /// Those whom a name or a number means, with their cards.
    PageAnswer find(PageRequest request) {
        var typed = request.form().get("number");
        return isTooLong(typed)
                ? request.tellAndGo(new Done(false, "card.number", null), PATH)
                : page(request, null, cards.find(typed));
    }

    /// What is no card's number is somebody's name: there may be several of that name.
    PageAnswer block(PageRequest request) {
        return cards.isNumber(request.form().get("number")) ? set(request, true) : find(request);
    }

    PageAnswer unblock(PageRequest request) {
        return set(request, false);
    }

    private PageAnswer set(PageRequest request, boolean blocked) {
        var back = back(request);
        var number = request.form().get("number");
        return request.tellAndGo(
                isTooLong(number)
                        ? new Done(false, "card.number", null)
                        : desk.blockCard(request.account(), number, blocked),
                back);
    }

    PageAnswer blockAll(PageRequest request) {
        return request.tellAndGo(
                cards.blockAll(request.account(), request.form().get("person")), PATH);
    }

    PageAnswer blockOne(PageRequest request) {
        return request.tellAndGo(
                cards.blockOne(request.account(), request.form().get("card")), PATH);
    }

    PageAnswer lend(PageRequest request) {
        var form = request.form();
        var number = form.get("number");
        var chosen = number.isEmpty() ? form.get("card") : "";
        return request.tellAndGo(
                chosen.isEmpty() && isTooLong(number)
                        ? new Done(false, "card.number", null)
                        : cards.lend(
                                request.account(),
                                new Lending(
                                        form.get("person"),
                                        chosen,
                                        number,
                                        form.get("lost").equals("yes"))),
                PATH);
    }

    private static boolean isTooLong(String typed) {
        return typed.isEmpty() || typed.length() > NUMBER_LENGTH_MAX;
    }

    private PageAnswer page(
            PageRequest request, @Nullable Notice notice, @Nullable List<Holder> found) {
        var board = desk.board();
        var view =
                new CardsView(
                        found,
                        cards.tapped(),
                        cards.loans(),
                        board.devices().stream()
                                .collect(Collectors.toMap(DeviceLine::id, DeviceLine::name)),
                        new Moment(clock.instant(), ZoneId.of(board.timeZone()), request.texts()),
                        request.may(Capability.ENROL));
        return PageAnswer.html(
                200,
                templates.render(
                        "cards", Map.of("frame", request.frame(PATH, notice), "view", view)));
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
