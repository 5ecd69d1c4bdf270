package se.troskel.controller.page;

import org.jspecify.annotations.Nullable;
import se.troskel.controller.exam.ExamFact;
import se.troskel.controller.exam.ExamNote;
import se.troskel.controller.page.ExamRoom.Seated;
import se.troskel.controller.page.ExamRoom.Unlisted;

/// A candidate's place in the room: number, state and since when, nobody's name.
///
/// @param seat what stands on the desk, or a word for none
/// @param what course, or the reference of a protected identity
/// @param word of the state
/// @param time since when, or what else the state has to say
/// @param minutesFrom how many milliseconds ago somebody went out, for counting on; null otherwise
/// @param waits whether somebody waits for the invigilator
public record SeatTile(
        String registration,
        String seat,
        String what,
        SeatState state,
        String word,
        String time,
        @Nullable Long minutesFrom,
        boolean waits,
        boolean isChosen,
        boolean isHidden) {

    /// Somebody on no list, as a place in the queue.
    public record Stranger(String note, String words) {
        static Stranger of(Unlisted one, Moment moment) {
            return new Stranger(
                    one.note().toString(),
                    moment.texts()
                            .get(
                                    "exam-room.unlisted",
                                    moment.clock(one.at()),
                                    one.device(),
                                    moment.texts().word(one.reason())));
        }
    }

    static SeatTile of(Seated one, Moment moment, RoomChoice choice) {
        var texts = moment.texts();
        var state = SeatState.of(one.progress());
        var out = one.progress().out();
        boolean isOut = state == SeatState.OUT;
        return new SeatTile(
                one.registration(),
                one.seat() == null ? texts.get("exam-room.no-seat-short") : one.seat(),
                one.isProtected() ? texts.get("exam-room.reference", one.reference()) : one.what(),
                state,
                texts.word(state),
                time(one, state, moment),
                isOut
                        ? Long.valueOf(
                                Math.max(
                                        0,
                                        moment.now().toEpochMilli()
                                                - out.getLast().from().toEpochMilli()))
                        : null,
                state.isWaiting() || isAskedAbout(one),
                one.registration().equals(choice.chosen()),
                !choice.filter().shows(state));
    }

    /// Whether somebody whom we let in stands outside again.
    private static boolean isAskedAbout(Seated one) {
        var notes = one.progress().notes();
        return one.progress().admission() != null
                && notes.getLast().fact() instanceof ExamFact.Arrived;
    }

    private static String time(Seated one, SeatState state, Moment moment) {
        var progress = one.progress();
        var errand = progress.candidate().errand();
        return switch (state) {
            case EXPECTED -> "";
            case ARRIVED ->
                    errand != null && errand.until() != null
                            ? moment.texts().get("exam-room.fetches", moment.clock(errand.until()))
                            : clock(progress.notes().getLast(), moment);
            case SHOWS_ID, REJECTED -> clock(progress.notes().getLast(), moment);
            case INSIDE ->
                    progress.admission() == null ? "" : clock(progress.admission().note(), moment);
            case OUT -> "";
            case HANDED_IN ->
                    progress.handIn() == null ? "" : clock(progress.handIn().note(), moment);
            case REFUSED ->
                    progress.refusal() == null ? "" : clock(progress.refusal().note(), moment);
        };
    }

    private static String clock(ExamNote note, Moment moment) {
        return moment.clock(note.happened());
    }
}
