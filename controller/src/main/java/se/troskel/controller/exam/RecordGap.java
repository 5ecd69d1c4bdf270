package se.troskel.controller.exam;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.exam.ExamProtocol.PaperStep.PaperStage;

/// What is still missing before an exam record is to be signed. It hinders nobody from making one.
public enum RecordGap {
    /// Nobody can write as far as the log knows.
    INTERRUPTED,
    /// Candidates who write, or whose hand-in was not noted.
    NOT_HANDED_IN,
    /// Candidates who came and were neither let in nor refused by a person; not those whom the
    /// clock refuses, which needs no person (DOMAIN L22).
    NOT_DECIDED,
    /// Exceptions made alone that nobody else has signed.
    NOT_COUNTERSIGNED,
    /// The paper package, where anybody wrote.
    NOT_SEALED;

    /// How much is missing of what; what is not missing is not there.
    public static Map<RecordGap, Integer> of(ExamDay day, String sitting) {
        List<Progress> candidates =
                day.plan().registrations().stream()
                        .filter(one -> one.sitting().equals(sitting))
                        .map(one -> day.log().progress(one.id()))
                        .toList();
        List<ExamNote> notes = day.log().counted(sitting);
        boolean wrote = candidates.stream().anyMatch(one -> one.admission() != null);
        Map<RecordGap, Integer> gaps = new EnumMap<>(RecordGap.class);
        gaps.put(INTERRUPTED, isInterrupted(day, sitting) ? 1 : 0);
        gaps.put(NOT_HANDED_IN, count(candidates, Candidate.Stage.ADMITTED));
        gaps.put(NOT_DECIDED, (int) candidates.stream().filter(one -> isNotDecided(one)).count());
        gaps.put(
                NOT_COUNTERSIGNED,
                (int)
                        candidates.stream()
                                .map(Progress::admission)
                                .filter(one ->
                                        one != null
                                                && one.fact().toCountersign()
                                                && !day.log().isCountersigned(one.note().id()))
                                .count());
        gaps.put(NOT_SEALED, wrote && !isSealed(notes) ? 1 : 0);
        gaps.values().removeIf(count -> count == 0);
        return gaps;
    }

    private static boolean isInterrupted(ExamDay day, String sitting) {
        return day.log().interruptions().stream()
                .anyMatch(one -> one.sitting().equals(sitting) && one.until() == null);
    }

    private static boolean isNotDecided(Progress one) {
        return one.candidate().stage() == Candidate.Stage.ARRIVED
                && one.refusal() == null
                && (one.arrival() == null || one.arrival().fact().reason() != ExamReason.TOO_LATE);
    }

    private static boolean isSealed(List<ExamNote> notes) {
        return notes.stream()
                .anyMatch(note ->
                        note.fact() instanceof ExamFact.Papers papers
                                && papers.stage().compareTo(PaperStage.SEALED) >= 0);
    }

    private static int count(List<Progress> candidates, Candidate.Stage stage) {
        return (int) candidates.stream().filter(one -> one.candidate().stage() == stage).count();
    }
}
