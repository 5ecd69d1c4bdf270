package se.troskel.controller.page;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.troskel.controller.exam.ExamEntry;
import se.troskel.controller.exam.ExamFact;
import se.troskel.controller.staff.Done;

/// Calls for help from exam rooms, on every page of everybody on the staff. Without a sound and
/// without a person: the room and the time.
public final class CallsPage {
    private final ExamRoomDesk rooms;
    private final StaffDesk desk;
    private final InstantSource clock;
    private final Templates templates;

    /// A call.
    public record Line(String note, String words) {}

    CallsPage(StaffPages.Parts parts, Templates templates) {
        this.rooms = parts.examRooms();
        this.desk = parts.desk();
        this.clock = parts.clock();
        this.templates = templates;
    }

    /// The calls, without those from the room whose page asks.
    PageAnswer live(PageRequest request) {
        var own = request.raw().query().first("room").orElse("");
        var calls = rooms.calls().stream().filter(call -> !call.room().equals(own)).toList();
        if (calls.isEmpty()) {
            return PageAnswer.html(200, new byte[0]);
        }
        var moment =
                new Moment(clock.instant(), ZoneId.of(desk.board().timeZone()), request.texts());
        List<Line> lines =
                calls.stream()
                        .map(call ->
                                new Line(
                                        call.note().toString(),
                                        request.texts()
                                                .get(
                                                        "calls.help",
                                                        call.roomName(),
                                                        moment.clock(call.at()))))
                        .toList();
        return PageAnswer.html(
                200,
                templates.render(
                        "calls", Map.of("frame", request.frame("/staff", null), "calls", lines)));
    }

    PageAnswer seen(PageRequest request) {
        UUID note;
        try {
            note = UUID.fromString(request.form().get("note"));
        } catch (IllegalArgumentException e) {
            return request.tellAndGo(
                    new Done(false, "exam.problem.NO_SUCH_NOTE", null), BoardPage.PATH);
        }
        var done =
                rooms.note(request.account(), new ExamEntry(null, null, new ExamFact.Seen(note)));
        return request.tellAndGo(
                done.done() ? new Done(true, "exam.seen", null) : done, BoardPage.PATH);
    }
}
