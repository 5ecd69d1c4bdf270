package se.troskel.controller.page;

import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.exam.ExamFact;
import se.troskel.controller.exam.ExamNote;

/// Says a line of an exam day in words.
final class ExamWords {
    private final Moment moment;
    private final Function<UUID, String> written;

    /// @param written the words of a deviation; empty where there are none
    ExamWords(Moment moment, Function<UUID, String> written) {
        this.moment = moment;
        this.written = written;
    }

    /// What happened, without when and who.
    String what(ExamNote note) {
        var texts = moment.texts();
        return switch (note.fact()) {
            case ExamFact.Arrived fact ->
                    joined(texts.get("exam-line.arrived"), texts.word(fact.reason()));
            case ExamFact.Admitted fact -> admitted(fact);
            case ExamFact.Rejected fact ->
                    joined(texts.get("exam-line.rejected"), texts.word(fact.why()));
            case ExamFact.Refused fact ->
                    joined(texts.get("exam-line.refused"), texts.word(fact.reason()));
            case ExamFact.PaperSeen _ -> texts.get("exam-line.paper-seen");
            case ExamFact.WentOut fact ->
                    joined(
                            texts.get("exam-line.out"),
                            texts.word(fact.why()),
                            fact.back() == null
                                    ? ""
                                    : texts.get("exam-line.back-at", moment.clock(fact.back())));
            case ExamFact.CameBack _ -> texts.get("exam-line.back");
            case ExamFact.HandedIn fact ->
                    joined(
                            texts.get("exam-line.handed-in"),
                            texts.get("examrecord.sheets", fact.sheets()),
                            fact.blank() ? texts.get("examrecord.blank") : "");
            case ExamFact.Deviated _ ->
                    joined(texts.get("exam-line.deviated"), written.apply(note.id()));
            case ExamFact.Papers fact ->
                    joined(
                            texts.get("exam-line.papers"),
                            texts.word(fact.stage()),
                            fact.sheets() == null
                                    ? ""
                                    : texts.get("exam-line.counted", fact.sheets()),
                            fact.seal() == null
                                    ? ""
                                    : texts.get("examrecord.seal-number", fact.seal()));
            case ExamFact.Interrupted fact ->
                    joined(texts.get("exam-line.interrupted"), texts.word(fact.cause()));
            case ExamFact.Resumed _ -> texts.get("exam-line.resumed");
            case ExamFact.Signed _ -> texts.get("exam-line.signed");
            case ExamFact.CameUnlisted fact ->
                    joined(texts.get("exam-line.unlisted"), texts.word(fact.reason()));
            case ExamFact.HelpAsked _ -> texts.get("exam-line.help");
            case ExamFact.Seen _ -> texts.get("exam-line.seen");
            case ExamFact.Countersigned _ -> texts.get("exam-line.countersigned");
            case ExamFact.Undone _ -> texts.get("exam-line.undone");
        };
    }

    private String admitted(ExamFact.Admitted fact) {
        var texts = moment.texts();
        return joined(
                texts.get("exam-line.admitted"),
                fact.document() == null ? "" : texts.word(fact.document()),
                fact.lateMinutes() == 0 ? "" : texts.get("exam-room.late", fact.lateMinutes()),
                fact.why() == null ? "" : texts.get("exam-line.why", texts.word(fact.why())),
                fact.second() == null ? "" : texts.get("exam-line.second", fact.second()));
    }

    /// When and by whom; with when it was written down where that was later.
    String when(ExamNote note) {
        boolean later = note.recorded().isAfter(note.happened().plusSeconds(60));
        return moment.clock(note.happened())
                + (later
                        ? " ("
                                + moment.texts()
                                        .get("examrecord.recorded", moment.clock(note.recorded()))
                                + ")"
                        : "")
                + " · "
                + note.by();
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts)
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
