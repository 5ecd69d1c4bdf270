package se.troskel.controller.page;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.exam.ExamFact;
import se.troskel.controller.page.ExamRoom.Seated;
import se.troskel.controller.page.ExamRoom.Written;
import se.troskel.protocol.decision.ApprovalReason;
import se.troskel.protocol.decision.DocumentType;
import se.troskel.protocol.decision.ExamReason;

/// The chosen candidate: who, how far, what to do, and what was noted.
///
/// @param who seat, short name and year of birth; the reference alone of a protected identity
/// @param task what the invigilator is asked to do; empty for nothing
/// @param document what was read at the terminal; null where nothing was
/// @param times when this candidate may leave and when the writing ends
/// @param waits whether the identity is still to be approved
/// @param late how late whoever comes now is; empty in time
/// @param version changes with what can be done, so that buttons are exchanged only then
public record ChosenView(
        String registration,
        String who,
        SeatState state,
        String word,
        String task,
        @Nullable Pick document,
        String times,
        boolean waits,
        String late,
        List<Line> lines,
        int version) {
    /// The documents that most people show.
    private static final List<DocumentType> COMMON =
            List.of(
                    DocumentType.SWEDISH_DRIVING_LICENCE,
                    DocumentType.SWEDISH_PASSPORT,
                    DocumentType.SWEDISH_NATIONAL_ID,
                    DocumentType.SWEDISH_ID_CARD);

    private static final List<ExamReason> REFUSALS =
            List.of(
                    ExamReason.NO_ID_DENIED,
                    ExamReason.TOO_LATE,
                    ExamReason.NOT_REGISTERED,
                    ExamReason.CANCELLED,
                    ExamReason.WRONG_SITE,
                    ExamReason.ID_REJECTED,
                    ExamReason.ROOM_FULL,
                    ExamReason.PAYMENT_DUE);

    /// Something to pick.
    public record Pick(String value, String word) {
        static Pick of(Enum<?> value, Texts texts) {
            return new Pick(value.name(), texts.word(value));
        }
    }

    /// A line of the log.
    ///
    /// @param undone whether it counts no more
    public record Line(
            String note, String when, String what, boolean undone, boolean toCountersign) {}

    public ChosenView {
        lines = List.copyOf(lines);
    }

    static ChosenView of(Seated one, @Nullable Written sitting, ExamRoomDesk desk, Moment moment) {
        var texts = moment.texts();
        var state = SeatState.of(one.progress());
        boolean waits = one.progress().admission() == null;
        var words = new ExamWords(moment, note -> desk.words(note).orElse(""));
        int late = sitting == null ? 0 : sitting.times().lateMinutes(moment.now());
        var arrival = one.progress().arrival();
        var document = arrival == null ? null : arrival.fact().document();
        var lines =
                one.lines().reversed().stream()
                        .map(line ->
                                new Line(
                                        line.note().id().toString(),
                                        words.when(line.note()),
                                        words.what(line.note()),
                                        line.undone(),
                                        line.toCountersign()))
                        .toList();
        return new ChosenView(
                one.registration(),
                who(one, desk, texts),
                state,
                texts.word(state),
                task(one, state, texts),
                document == null ? null : Pick.of(document, texts),
                waits
                        ? texts.get("exam-room.end", moment.clock(one.end()))
                        : texts.get(
                                "exam-room.leave-and-end",
                                moment.clock(one.earliestLeave()),
                                moment.clock(one.end())),
                waits,
                waits && late > 0 ? texts.get("exam-room.late", late) : "",
                lines,
                Objects.hash(one.registration(), state, document, waits));
    }

    private static String who(Seated one, ExamRoomDesk desk, Texts texts) {
        String seat =
                one.seat() == null
                        ? texts.get("exam-room.no-seat")
                        : texts.get("exam-room.seat", one.seat());
        if (one.isProtected()) {
            return seat
                    + " · "
                    + texts.get("exam-room.protected")
                    + " · "
                    + texts.get("exam-room.reference", one.reference());
        }
        var who = desk.who(one.registration());
        return Stream.of(
                        seat,
                        who.map(ExamRoomDesk.Who::name)
                                .orElse(texts.get("exam-room.reference", one.reference())),
                        who.map(ExamRoomDesk.Who::born)
                                .map(born -> texts.get("exam-room.born", born.toString()))
                                .orElse(""),
                        one.what())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String task(Seated one, SeatState state, Texts texts) {
        var notes = one.progress().notes();
        boolean isAsked =
                (state == SeatState.SHOWS_ID || state == SeatState.ARRIVED)
                        || (one.progress().admission() != null
                                && notes.getLast().fact() instanceof ExamFact.Arrived);
        var latest =
                notes.reversed().stream()
                        .map(note -> note.fact())
                        .filter(ExamFact.Arrived.class::isInstance)
                        .map(ExamFact.Arrived.class::cast)
                        .findFirst();
        return latest.filter(_ -> isAsked)
                .map(arrived -> texts.word(arrived.reason()) + ". " + texts.word(arrived.task()))
                .orElse("");
    }

    public static List<Pick> common(Texts texts) {
        return COMMON.stream().map(one -> Pick.of(one, texts)).toList();
    }

    public static List<Pick> otherDocuments(Texts texts) {
        return Arrays.stream(DocumentType.values())
                .filter(one -> !COMMON.contains(one))
                .map(one -> Pick.of(one, texts))
                .toList();
    }

    public static List<Pick> reasons(Texts texts) {
        return Arrays.stream(ApprovalReason.values()).map(one -> Pick.of(one, texts)).toList();
    }

    public static List<Pick> refusals(Texts texts) {
        return REFUSALS.stream().map(one -> Pick.of(one, texts)).toList();
    }
}
