package se.troskel.controller.page;

import java.time.InstantSource;
import se.troskel.controller.page.ExamForm.Unusable;
import se.troskel.controller.staff.Done;

/// Answers a form of an exam room's page: does it, tells when and about whom, and shows the room
/// again as it is now.
final class ExamRoomAnswer {
    private ExamRoomAnswer() {}

    /// What became of it.
    ///
    /// @param whom it is about; empty for the room
    record Said(String whom, Done done) {}

    /// Does what was asked in a room that is there.
    @FunctionalInterface
    interface Action {
        Said in(ExamForm form) throws Unusable;
    }

    static PageAnswer to(
            PageRequest request, ExamRoomDesk desk, InstantSource clock, Action action) {
        var choice =
                RoomChoice.of(
                        request.form().get("room"),
                        request.form().get("registration"),
                        request.form().get("show"));
        var room = desk.room(choice.room());
        if (room.isEmpty()) {
            return request.tellAndGo(new Done(false, "exam.no-room", null), ExamRoomPage.PATH);
        }
        Said said;
        try {
            said = action.in(new ExamForm(request, room.get()));
        } catch (Unusable e) {
            said = new Said("", e.done());
        }
        var time = request.texts().clock(clock.instant(), room.get().zone());
        request.session()
                .tell(
                        new Notice(
                                said.done().done(),
                                time
                                        + " · "
                                        + (said.whom().isEmpty() ? "" : said.whom() + ": ")
                                        + request.texts().outcome(said.done())));
        return PageAnswer.goTo(ExamRoomPage.PATH + choice.query());
    }
}
