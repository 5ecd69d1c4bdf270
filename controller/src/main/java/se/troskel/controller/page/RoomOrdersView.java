package se.troskel.controller.page;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.exam.ExamFact;
import se.troskel.controller.exam.Interruption;
import se.troskel.controller.page.ChosenView.Pick;
import se.troskel.controller.page.ExamRoom.Seated;
import se.troskel.controller.page.ExamRoom.Written;
import se.troskel.protocol.exam.ExamProtocol.PaperStep.PaperStage;

/// What can be done for a whole room: papers, interruptions, signing.
///
/// @param hasDoor whether a door of the room can be unlocked from here
/// @param interrupted whether nobody can write
/// @param ends who writes until when, since an interruption moved it; empty without one
/// @param paper what is said of the lists on paper
/// @param paperIsDue whether they are to be printed now, or again
/// @param version changes with what can be done
public record RoomOrdersView(
        boolean hasDoor,
        boolean interrupted,
        List<Pick> causes,
        List<String> ends,
        List<Sitting> sittings,
        String paper,
        boolean paperIsDue,
        int version) {
    /// A sitting's papers and what was noted of it as a whole.
    ///
    /// @param stages that the package may come to next
    /// @param draft words for the deviation that an interruption was, until one is written
    public record Sitting(
            String id, String what, List<Pick> stages, List<ChosenView.Line> lines, String draft) {
        public Sitting {
            stages = List.copyOf(stages);
            lines = List.copyOf(lines);
        }
    }

    public RoomOrdersView {
        causes = List.copyOf(causes);
        ends = List.copyOf(ends);
        sittings = List.copyOf(sittings);
    }

    static RoomOrdersView of(ExamRoom room, ExamRoomDesk desk, Moment moment, PaperPrinted paper) {
        var texts = moment.texts();
        boolean interrupted = room.sittings().stream().anyMatch(Written::isInterrupted);
        var sittings =
                room.sittings().stream().map(one -> sitting(one, room, desk, moment)).toList();
        return new RoomOrdersView(
                !room.doors().isEmpty(),
                interrupted,
                Arrays.stream(ExamFact.InterruptionCause.values())
                        .map(one -> Pick.of(one, texts))
                        .toList(),
                room.sittings().stream().allMatch(one -> one.interruptions().isEmpty())
                        ? List.of()
                        : ends(room.candidates(), moment),
                sittings,
                paper.words(room, moment),
                paper.isDue(room, moment.now()),
                java.util.Objects.hash(interrupted, sittings));
    }

    private static Sitting sitting(Written one, ExamRoom room, ExamRoomDesk desk, Moment moment) {
        var words = new ExamWords(moment, note -> desk.words(note).orElse(""));
        var last =
                one.notes().stream()
                        .map(note -> note.fact())
                        .filter(ExamFact.Papers.class::isInstance)
                        .map(fact -> ((ExamFact.Papers) fact).stage())
                        .reduce((_, later) -> later);
        return new Sitting(
                one.id(),
                one.what(),
                Arrays.stream(PaperStage.values())
                        .filter(stage -> last.isEmpty() || stage.compareTo(last.get()) >= 0)
                        .map(stage -> Pick.of(stage, moment.texts()))
                        .toList(),
                one.notes().reversed().stream()
                        .map(note ->
                                new ChosenView.Line(
                                        note.id().toString(),
                                        words.when(note),
                                        words.what(note),
                                        false,
                                        false))
                        .toList(),
                draft(one, room, moment));
    }

    /// Until somebody has written a deviation after the interruption ended.
    private static String draft(Written one, ExamRoom room, Moment moment) {
        Interruption last = one.interruptions().isEmpty() ? null : one.interruptions().getLast();
        Instant until = last == null ? null : last.until();
        if (last == null || until == null || isWritten(one, until)) {
            return "";
        }
        return moment.texts()
                .get(
                        "exam-room.draft",
                        moment.clock(last.from()),
                        moment.clock(until),
                        String.join(
                                "; ",
                                ends(
                                        room.candidates().stream()
                                                .filter(seat -> seat.sitting().equals(one.id()))
                                                .toList(),
                                        moment)));
    }

    private static boolean isWritten(Written one, Instant until) {
        return one.notes().stream()
                .anyMatch(note ->
                        note.fact() instanceof ExamFact.Deviated(@Nullable String about, String _)
                                && about == null
                                && !note.recorded().isBefore(until));
    }

    /// Seats by their end.
    private static List<String> ends(List<Seated> candidates, Moment moment) {
        return candidates.stream()
                .filter(one -> one.progress().handIn() == null)
                .collect(
                        Collectors.groupingBy(
                                Seated::end,
                                TreeMap::new,
                                Collectors.mapping(seat(moment.texts()), Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(end ->
                        moment.texts()
                                .get(
                                        "exam-room.new-end",
                                        moment.clock(end.getKey()),
                                        end.getValue()))
                .toList();
    }

    private static Function<Seated, String> seat(Texts texts) {
        return one ->
                one.seat() == null ? texts.get("exam-room.reference", one.reference()) : one.seat();
    }
}
