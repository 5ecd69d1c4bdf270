package se.troskel.controller.page;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.page.StaffDesk.Board;
import se.troskel.controller.page.StaffDesk.PrintedTicket;
import se.troskel.protocol.mqtt.RoomState;

/// Issuing tickets and printing them. A ticket stays with the session that issued it, so that its
/// text stands in no address and printing it again issues no other.
final class TicketPage {
    static final String PATH = "/staff/tickets";

    private final StaffDesk desk;
    private final InstantSource clock;
    private final TicketPicture picture;
    private final Templates templates;

    TicketPage(StaffPages.Parts parts, Templates templates) {
        this.desk = parts.desk();
        this.clock = parts.clock();
        this.picture = parts.picture();
        this.templates = templates;
    }

    PageAnswer show(PageRequest request) {
        var zone = ZoneId.of(desk.board().timeZone());
        var now = LocalDateTime.ofInstant(clock.instant(), zone).truncatedTo(ChronoUnit.MINUTES);
        var typed = new Typed("", now.toString(), now.with(LocalTime.of(23, 59)).toString());
        return form(request, 200, request.session().told(), typed);
    }

    PageAnswer issue(PageRequest request) {
        var board = desk.board();
        var form = request.form();
        var typed = new Typed(form.get("room"), form.get("from"), form.get("until"));
        var zone = ZoneId.of(board.timeZone());
        var from = instant(typed.from(), zone);
        var until = instant(typed.until(), zone);
        boolean isRoom = board.rooms().stream().map(RoomState::room).anyMatch(typed.room()::equals);
        if (!typed.room().isEmpty() && !isRoom) {
            return refuse(request, typed, "ticket.room-problem");
        }
        if (from == null || until == null || !until.isAfter(from)) {
            return refuse(request, typed, "ticket.times-problem");
        }
        if (!until.isAfter(clock.instant())) {
            return refuse(request, typed, "ticket.past-problem");
        }
        var ticket = desk.issueTicket(request.account(), isRoom ? typed.room() : null, from, until);
        if (ticket.isEmpty()) {
            return refuse(request, typed, "ticket.refused");
        }
        request.session().keep(ticket.get());
        return PageAnswer.goTo(PATH + "/" + ticket.get().id());
    }

    PageAnswer sheet(PageRequest request) {
        var board = desk.board();
        var zone = ZoneId.of(board.timeZone());
        var texts = request.texts();
        return of(
                request,
                ticket ->
                        PageAnswer.html(
                                200,
                                templates.render(
                                        "ticket",
                                        Map.of(
                                                "frame",
                                                request.frame(PATH, null),
                                                "id",
                                                ticket.id(),
                                                "place",
                                                place(ticket, board),
                                                "code",
                                                ticket.shortCode(),
                                                "window",
                                                window(ticket, zone, texts)))));
    }

    PageAnswer svg(PageRequest request) {
        return of(
                request,
                ticket ->
                        new PageAnswer.Whole(
                                200,
                                "image/svg+xml",
                                ticket.svg().getBytes(StandardCharsets.UTF_8),
                                Map.of()));
    }

    PageAnswer png(PageRequest request) {
        return of(
                request,
                ticket -> PageAnswer.file("ticket.png", "image/png", picture.png(ticket.text())));
    }

    private PageAnswer of(PageRequest request, Function<PrintedTicket, PageAnswer> answer) {
        return request.session()
                .ticket(request.variable("ticket"))
                .map(answer)
                .orElseGet(() -> {
                    var sentence = request.texts().get("ticket.gone");
                    request.session().tell(new Notice(false, sentence));
                    return PageAnswer.goTo(PATH);
                });
    }

    private static String place(PrintedTicket ticket, Board board) {
        var room = ticket.roomName();
        return room == null ? board.centreName() : board.centreName() + ", " + room;
    }

    private static String window(PrintedTicket ticket, ZoneId zone, Texts texts) {
        return texts.get(
                "ticket.window",
                texts.day(ticket.from(), zone),
                texts.clock(ticket.from(), zone),
                texts.clock(ticket.until(), ticket.from(), zone));
    }

    private PageAnswer refuse(PageRequest request, Typed typed, String key) {
        return form(request, 422, new Notice(false, request.texts().get(key)), typed);
    }

    private PageAnswer form(PageRequest request, int status, @Nullable Notice notice, Typed typed) {
        return PageAnswer.html(
                status,
                templates.render(
                        "tickets",
                        Map.of(
                                "frame",
                                request.frame(PATH, notice),
                                "rooms",
                                desk.board().rooms(),
                                "room",
                                typed.room(),
                                "from",
                                typed.from(),
                                "until",
                                typed.until())));
    }

    private static @Nullable Instant instant(String local, ZoneId zone) {
        try {
            return LocalDateTime.parse(local).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private record Typed(String room, String from, String until) {}
}
