package se.troskel.controller.page;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import se.troskel.controller.staff.Done;

/// The invigilator's page: the rooms of today, one of them with its candidates, and its lists for
/// paper.
final class ExamRoomPage {
    static final String PATH = "/staff/exam-room";

    private final ExamRoomDesk desk;
    private final InstantSource clock;
    private final Templates templates;
    private final PaperPrinted printed = new PaperPrinted();

    ExamRoomPage(StaffPages.Parts parts, Templates templates) {
        this.desk = parts.examRooms();
        this.clock = parts.clock();
        this.templates = templates;
    }

    /// The choice of room, or the room. Where there is one room only, nobody has to choose.
    PageAnswer show(PageRequest request) {
        var rooms = desk.rooms();
        var choice = choice(request);
        var room = desk.room(choice.room());
        if (room.isPresent()) {
            var values = parts(request, room.get(), choice);
            values.put("frame", request.frame(PATH));
            return PageAnswer.html(200, templates.render("examroom", values));
        }
        if (choice.room().isEmpty() && rooms.size() == 1) {
            return PageAnswer.goTo(
                    PATH + new RoomChoice(rooms.getFirst().id(), "", SeatState.Filter.ALL).query());
        }
        return PageAnswer.html(
                200,
                templates.render(
                        "examrooms", Map.of("frame", request.frame(PATH), "rooms", rooms)));
    }

    /// The parts that change, for a page that is open.
    PageAnswer live(PageRequest request) {
        var choice = choice(request);
        Optional<ExamRoom> room = desk.room(choice.room());
        return room.isEmpty()
                ? new PageAnswer.Whole(204, "", new byte[0], Map.of())
                : PageAnswer.html(
                        200,
                        templates.render("examroomlive", liveParts(request, room.get(), choice)));
    }

    private Map<String, Object> liveParts(PageRequest request, ExamRoom room, RoomChoice choice) {
        var values = parts(request, room, choice);
        values.put("frame", request.frame(PATH, null));
        return values;
    }

    private Map<String, Object> parts(PageRequest request, ExamRoom room, RoomChoice choice) {
        var moment = new Moment(clock.instant(), room.zone(), request.texts());
        Map<String, Object> values = new HashMap<>();
        values.put("room", ExamRoomView.of(room, choice, moment));
        values.put("orders", RoomOrdersView.of(room, desk, moment, printed));
        room.candidate(choice.chosen())
                .ifPresent(one ->
                        values.put(
                                "chosen",
                                ChosenView.of(
                                        one,
                                        room.sitting(one.sitting()).orElse(null),
                                        desk,
                                        moment)));
        return values;
    }

    private static RoomChoice choice(PageRequest request) {
        var query = request.raw().query();
        return RoomChoice.of(
                query.first("room").orElse(""),
                query.first("chosen").orElse(""),
                query.first("show").orElse(""));
    }

    /// Attendance and restroom lists, a page for each sitting.
    PageAnswer paper(PageRequest request) {
        var room = desk.room(choice(request).room());
        if (room.isEmpty()) {
            return request.tellAndGo(new Done(false, "exam.no-room", null), PATH);
        }
        printed.opened(room.get());
        Instant now = clock.instant();
        return PageAnswer.html(
                200,
                templates.render(
                        "exampaper",
                        Map.of(
                                "frame",
                                request.frame(PATH, null),
                                "paper",
                                ExamPaperView.of(
                                        room.get(),
                                        desk,
                                        new Moment(now, room.get().zone(), request.texts())))));
    }
}
