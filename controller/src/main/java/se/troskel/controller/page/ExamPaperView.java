package se.troskel.controller.page;

import java.util.List;
import se.troskel.controller.page.ExamRoom.Seated;
import se.troskel.controller.page.ExamRoom.Written;

/// A room's lists for paper: on it the invigilator ticks off, and enters it here later.
///
/// @param back address of the room's page
/// @param printed when, and after which change
public record ExamPaperView(String room, String back, String printed, List<Sheet> sheets) {
    /// A sitting's sheet.
    ///
    /// @param times what the clock brings
    public record Sheet(String what, String times, List<Row> rows) {
        public Sheet {
            rows = List.copyOf(rows);
        }
    }

    /// A candidate's line.
    ///
    /// @param who short name and year of birth, or the reference of a protected identity
    /// @param state what is known already; empty for nothing
    public record Row(String seat, String who, String state, String end) {}

    public ExamPaperView {
        sheets = List.copyOf(sheets);
    }

    static ExamPaperView of(ExamRoom room, ExamRoomDesk desk, Moment moment) {
        var texts = moment.texts();
        return new ExamPaperView(
                room.name(),
                ExamRoomPage.PATH + new RoomChoice(room.id(), "", SeatState.Filter.ALL).query(),
                texts.get(
                        "exam-paper.printed",
                        texts.day(moment.now(), moment.zone()),
                        moment.clock(moment.now()),
                        room.version()),
                room.sittings().stream()
                        .map(one ->
                                new Sheet(
                                        one.what(),
                                        times(one, moment),
                                        room.candidates().stream()
                                                .filter(seat -> seat.sitting().equals(one.id()))
                                                .map(seat -> row(seat, desk, moment))
                                                .toList()))
                        .toList());
    }

    private static String times(Written one, Moment moment) {
        return moment.texts()
                .get(
                        "exam-paper.times",
                        moment.clock(one.times().admissionOpens()),
                        moment.clock(one.times().start()),
                        moment.clock(one.times().lastEntry()),
                        moment.clock(one.earliestLeave()));
    }

    private static Row row(Seated one, ExamRoomDesk desk, Moment moment) {
        var texts = moment.texts();
        var state = SeatState.of(one.progress());
        var reference = texts.get("exam-room.reference", one.reference());
        return new Row(
                one.seat() == null ? "–" : one.seat(),
                one.isProtected()
                        ? reference
                        : desk.who(one.registration())
                                .map(who ->
                                        who.born() == null
                                                ? who.name()
                                                : who.name()
                                                        + ", "
                                                        + texts.get(
                                                                "exam-room.born",
                                                                who.born().toString()))
                                .orElse(reference),
                state == SeatState.EXPECTED ? "" : texts.word(state),
                moment.clock(one.end()));
    }
}
