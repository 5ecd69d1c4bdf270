package se.troskel.controller.page;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.exam.ExamEntry;
import se.troskel.controller.exam.ExamFact;
import se.troskel.controller.page.ExamForm.Unusable;
import se.troskel.controller.page.ExamRoom.Written;
import se.troskel.controller.page.ExamRoomAnswer.Said;
import se.troskel.controller.staff.Done;
import se.troskel.protocol.exam.ExamProtocol.PaperStep.PaperStage;

/// What the invigilator does for the whole room, for one of its sittings, or about a line of the
/// log.
final class ExamRoomOrders {
    private static final Duration LET_IN = Duration.ofMinutes(1);
    private static final int SEAL_MAX = 40;

    private final ExamRoomDesk desk;
    private final StaffDesk doors;
    private final InstantSource clock;

    ExamRoomOrders(StaffPages.Parts parts) {
        this.desk = parts.examRooms();
        this.doors = parts.desk();
        this.clock = parts.clock();
    }

    /// Unlocks the room's doors for a minute.
    PageAnswer letIn(PageRequest request) {
        return inRoom(
                request,
                form -> {
                    var done =
                            form.room().doors().stream()
                                    .map(door -> doors.unlock(request.account(), door, LET_IN))
                                    .toList();
                    return done.stream()
                            .filter(one -> !one.done())
                            .findFirst()
                            .orElse(
                                    done.isEmpty()
                                            ? new Done(false, "exam.no-door", null)
                                            : done.getLast());
                });
    }

    /// Asks for help without a sound; again only once somebody has seen it.
    PageAnswer help(PageRequest request) {
        return inRoom(
                request,
                form ->
                        form.room().help() != null && !form.room().helpSeen()
                                ? new Done(true, "exam.help-asked", null)
                                : as(
                                        "exam.help-asked",
                                        note(
                                                request,
                                                null,
                                                new ExamFact.HelpAsked(form.room().id()))));
    }

    private static Done as(String key, Done done) {
        return done.done() ? new Done(true, key, null) : done;
    }

    private Done note(PageRequest request, ExamEntry entry) {
        return desk.note(request.account(), entry);
    }

    private Done note(PageRequest request, @Nullable String sitting, ExamFact fact) {
        return note(request, new ExamEntry(sitting, null, fact));
    }

    PageAnswer seen(PageRequest request) {
        return inRoom(request, form -> note(request, null, new ExamFact.Seen(form.note())));
    }

    PageAnswer interrupt(PageRequest request) {
        return inRoom(
                request,
                form -> {
                    var cause = form.choice("cause", ExamFact.InterruptionCause.class);
                    return cause.isEmpty()
                            ? new Done(false, "exam.reason", null)
                            : all(
                                    request,
                                    form.room().sittings().stream()
                                            .filter(one -> !one.isInterrupted())
                                            .toList(),
                                    new ExamFact.Interrupted(cause.get()),
                                    form.happened());
                });
    }

    PageAnswer resume(PageRequest request) {
        return inRoom(
                request,
                form ->
                        all(
                                request,
                                form.room().sittings().stream()
                                        .filter(Written::isInterrupted)
                                        .toList(),
                                new ExamFact.Resumed(),
                                form.happened()));
    }

    /// For every sitting in the room; the first that does not take it is told.
    private Done all(
            PageRequest request,
            List<Written> sittings,
            ExamFact fact,
            @Nullable Instant happened) {
        Done last =
                new Done(
                        false,
                        fact instanceof ExamFact.Resumed
                                ? "exam.problem.NOT_INTERRUPTED"
                                : "exam.problem.INTERRUPTED_ALREADY",
                        null);
        for (Written one : sittings) {
            last = note(request, new ExamEntry(one.id(), happened, fact));
            if (!last.done()) {
                return last;
            }
        }
        return last;
    }

    PageAnswer papers(PageRequest request) {
        return ofSitting(
                request,
                (form, one) -> {
                    var stage = form.choice("stage", PaperStage.class);
                    String seal = form.text("seal");
                    if (stage.isEmpty() || seal.length() > SEAL_MAX) {
                        return new Done(false, "exam.stage", Integer.toString(SEAL_MAX));
                    }
                    return note(
                            request,
                            new ExamEntry(
                                    one.id(),
                                    form.happened(),
                                    new ExamFact.Papers(
                                            stage.get(),
                                            form.count("count"),
                                            seal.isEmpty() ? null : seal)));
                });
    }

    PageAnswer sign(PageRequest request) {
        return ofSitting(
                request,
                (form, one) ->
                        note(
                                request,
                                new ExamEntry(one.id(), form.happened(), new ExamFact.Signed())));
    }

    /// About everybody in a sitting.
    PageAnswer deviate(PageRequest request) {
        return ofSitting(
                request,
                (form, one) -> {
                    String words = form.words();
                    int max = ExamRoomActions.WORDS_MAX;
                    return !ExamRoomActions.isFit(words)
                            ? new Done(false, "exam.words", Integer.toString(max))
                            : desk.deviate(
                                    request.account(),
                                    new ExamRoomDesk.Deviation(
                                            one.id(), null, words, form.happened()));
                });
    }

    PageAnswer undo(PageRequest request) {
        return inRoom(
                request,
                form -> as("exam.undone", note(request, null, new ExamFact.Undone(form.note()))));
    }

    PageAnswer countersign(PageRequest request) {
        return inRoom(
                request,
                form ->
                        as(
                                "exam.countersigned",
                                note(request, null, new ExamFact.Countersigned(form.note()))));
    }

    private PageAnswer ofSitting(PageRequest request, OfSitting action) {
        return ExamRoomAnswer.to(
                request,
                desk,
                clock,
                form -> {
                    Written one = form.sitting();
                    return new Said(one.what(), action.of(form, one));
                });
    }

    private PageAnswer inRoom(PageRequest request, InRoom action) {
        return ExamRoomAnswer.to(request, desk, clock, form -> new Said("", action.in(form)));
    }

    /// Does something for the room.
    @FunctionalInterface
    private interface InRoom {
        Done in(ExamForm form) throws Unusable;
    }

    /// Does something for a sitting.
    @FunctionalInterface
    private interface OfSitting {
        Done of(ExamForm form, Written one) throws Unusable;
    }
}
