package se.troskel.controller.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.access.PinEntered;
import se.troskel.controller.register.StaffAccount.Capability;
import se.troskel.protocol.mqtt.DoorStatus;

/// Why somebody is or would be let in or not: the decision itself, asked for any person, door and
/// hour. Whom it is about is never put into an address or a log.
final class WhyPage {
    static final String PATH = "/staff/why";
    private static final int WHO_LENGTH_MAX = 100;

    private final StaffDesk desk;
    private final Templates templates;

    WhyPage(StaffPages.Parts parts, Templates templates) {
        this.desk = parts.desk();
        this.templates = templates;
    }

    PageAnswer show(PageRequest request) {
        var doors = desk.board().doors();
        var door = doors.isEmpty() ? "" : doors.getFirst().door();
        return page(
                request,
                200,
                request.session().told(),
                new WhyView(
                        "", door, "", PinEntered.RIGHT, request.may(Capability.ROLL_CALL), null));
    }

    PageAnswer ask(PageRequest request) {
        var form = request.form();
        var zone = ZoneId.of(desk.board().timeZone());
        var typed =
                new WhyView(
                        form.get("who"),
                        form.get("door"),
                        form.get("at"),
                        pin(form.get("pin")),
                        request.may(Capability.ROLL_CALL),
                        null);
        var at = instant(typed.at(), zone);
        boolean isDoor =
                desk.board().doors().stream().map(DoorStatus::door).anyMatch(typed.door()::equals);
        var person = form.get("person");
        if (typed.who().isEmpty() || typed.who().length() > WHO_LENGTH_MAX) {
            return refuse(request, typed, "why.who-problem");
        }
        if (!typed.door().isEmpty() && !isDoor) {
            return refuse(request, typed, "why.door-problem");
        }
        if (at.isEmpty() && !typed.at().isEmpty()) {
            return refuse(request, typed, "why.at-problem");
        }
        var answer =
                desk.why(
                        request.account(),
                        new WhyQuestion(
                                typed.who(),
                                person.isEmpty() ? null : person,
                                isDoor ? typed.door() : null,
                                at.orElse(null),
                                typed.pin()));
        return answer.isEmpty()
                ? refuse(request, typed, "why.refused")
                : page(request, 200, null, typed.answered(answer.get()));
    }

    private PageAnswer refuse(PageRequest request, WhyView typed, String key) {
        return page(request, 422, new Notice(false, request.texts().get(key)), typed);
    }

    private PageAnswer page(
            PageRequest request, int status, @Nullable Notice notice, WhyView view) {
        var board = desk.board();
        return PageAnswer.html(
                status,
                templates.render(
                        "why",
                        Map.of(
                                "frame",
                                request.frame(PATH, notice),
                                "view",
                                view,
                                "doors",
                                board.doors(),
                                "zone",
                                ZoneId.of(board.timeZone()))));
    }

    private static PinEntered pin(String text) {
        return switch (text) {
            case "wrong" -> PinEntered.WRONG;
            case "none" -> PinEntered.NOT_YET;
            default -> PinEntered.RIGHT;
        };
    }

    private static Optional<Instant> instant(String local, ZoneId zone) {
        try {
            return Optional.of(LocalDateTime.parse(local).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
