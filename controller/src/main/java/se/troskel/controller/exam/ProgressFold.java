package se.troskel.controller.exam;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.exam.Candidate.Errand;
import se.troskel.controller.exam.Candidate.Stage;
import se.troskel.controller.exam.ExamFact.OfCandidate;
import se.troskel.controller.exam.Progress.Noted;
import se.troskel.controller.exam.Progress.Out;
import se.troskel.protocol.exam.ErrandKind;

/// Reads one candidate's lines in the order in which they happened, with the alarms that sent
/// everybody out between them. Not thread-safe; reads once.
///
/// ```
///   EXPECTED ──Arrived──▶ ARRIVED ──Admitted──▶ ADMITTED ──HandedIn──▶ HANDED_IN
///        └───────────────Admitted───────────────▲  │ ▲
///                                        WentOut, alarm  CameBack, end of alarm
/// ```
final class ProgressFold {
    private final List<ExamNote> counted = new ArrayList<>();
    private final List<Out> out = new ArrayList<>();
    private Stage stage = Stage.EXPECTED;
    private @Nullable Errand errand;
    private boolean paperSeen;
    private boolean rejected;
    private @Nullable Noted<ExamFact.Arrived> arrival;
    private @Nullable Noted<ExamFact.Admitted> admission;
    private @Nullable Noted<ExamFact.Refused> refusal;
    private @Nullable Noted<ExamFact.HandedIn> handIn;
    private @Nullable NoteProblem problem;

    private enum Kind {
        LINE,
        ALARM,
        END_OF_ALARM,
        BACK
    }

    private record Step(Instant at, Kind kind, @Nullable ExamNote note) {}

    private ProgressFold() {}

    /// What the lines say.
    ///
    /// @param notes that count, about one candidate, in any order
    /// @param alarms of the candidate's sitting
    static ProgressFold of(List<ExamNote> notes, List<Interruption> alarms) {
        List<Step> steps = new ArrayList<>();
        for (ExamNote note : notes) {
            steps.add(new Step(note.happened(), Kind.LINE, note));
            if (note.fact() instanceof ExamFact.WentOut out && out.back() != null) {
                steps.add(new Step(out.back(), Kind.BACK, null));
            }
        }
        for (Interruption alarm : alarms) {
            steps.add(new Step(alarm.from(), Kind.ALARM, null));
            Instant until = alarm.until();
            if (until != null) {
                steps.add(new Step(until, Kind.END_OF_ALARM, null));
            }
        }
        steps.sort(Comparator.comparing(Step::at));
        ProgressFold fold = new ProgressFold();
        steps.forEach(fold::step);
        return fold;
    }

    /// What does not fit; null when everything does. [#progress] leaves it out.
    @Nullable NoteProblem problem() {
        return problem;
    }

    Progress progress() {
        return new Progress(
                new Candidate(stage, errand, paperSeen, rejected),
                arrival,
                admission,
                refusal,
                out,
                handIn,
                counted);
    }

    private void step(Step step) {
        switch (step.kind) {
            case LINE -> line(step.note);
            case ALARM -> {
                if (stage == Stage.ADMITTED && !isOut()) {
                    goOut(ErrandKind.EVACUATION, step.at);
                }
            }
            case END_OF_ALARM -> {
                if (isOut() && out.getLast().why() == ErrandKind.EVACUATION) {
                    comeBack(step.at);
                }
            }
            case BACK -> {
                if (isOut()) {
                    comeBack(step.at);
                }
            }
        }
    }

    private void line(@Nullable ExamNote note) {
        if (note == null || !(note.fact() instanceof OfCandidate fact)) {
            return;
        }
        NoteProblem refused = read(note, fact);
        if (refused == null) {
            counted.add(note);
        } else if (problem == null) {
            problem = refused;
        }
    }

    private @Nullable NoteProblem read(ExamNote note, OfCandidate fact) {
        return switch (fact) {
            case ExamFact.Arrived arrived -> arrived(arrived, note);
            case ExamFact.Admitted admitted -> admitted(admitted, note);
            case ExamFact.Rejected _ -> {
                rejected = true;
                yield came();
            }
            case ExamFact.Refused refused -> {
                refusal = wasLetIn() ? refusal : new Noted<>(refused, note);
                yield wasLetIn() ? NoteProblem.LET_IN_ALREADY : came();
            }
            case ExamFact.PaperSeen _ -> {
                paperSeen = true;
                yield null;
            }
            case ExamFact.WentOut out -> wentOut(out.why(), note);
            case ExamFact.CameBack _ -> cameBack(note);
            case ExamFact.HandedIn handedIn -> handedIn(handedIn, note);
        };
    }

    /// Somebody who was let in is asked about at a terminal again: noted, and nothing else.
    private @Nullable NoteProblem arrived(ExamFact.Arrived fact, ExamNote note) {
        if (wasLetIn()) {
            return null;
        }
        arrival = new Noted<>(fact, note);
        errand = fact.until() == null ? null : new Errand(ErrandKind.FETCH_ID, fact.until());
        return came();
    }

    private @Nullable NoteProblem admitted(ExamFact.Admitted fact, ExamNote note) {
        if (stage == Stage.HANDED_IN) {
            return NoteProblem.HANDED_IN;
        }
        if (stage == Stage.ADMITTED && !isOut()) {
            return NoteProblem.LET_IN_ALREADY;
        }
        if (isOut()) {
            comeBack(note.happened());
            return null;
        }
        stage = Stage.ADMITTED;
        admission = new Noted<>(fact, note);
        refusal = null;
        errand = null;
        return null;
    }

    private @Nullable NoteProblem wentOut(ErrandKind why, ExamNote note) {
        NoteProblem notInside = notInRoom(NoteProblem.OUT_ALREADY);
        if (notInside == null) {
            goOut(why, note.happened());
        }
        return notInside;
    }

    private @Nullable NoteProblem cameBack(ExamNote note) {
        if (!isOut()) {
            return NoteProblem.NOT_OUT;
        }
        comeBack(note.happened());
        return null;
    }

    private @Nullable NoteProblem handedIn(ExamFact.HandedIn fact, ExamNote note) {
        NoteProblem notInside = notInRoom(NoteProblem.IS_OUT);
        if (notInside == null) {
            stage = Stage.HANDED_IN;
            handIn = new Noted<>(fact, note);
        }
        return notInside;
    }

    private @Nullable NoteProblem notInRoom(NoteProblem whenOut) {
        if (stage == Stage.HANDED_IN) {
            return NoteProblem.HANDED_IN;
        }
        if (stage != Stage.ADMITTED) {
            return NoteProblem.NOT_LET_IN;
        }
        return isOut() ? whenOut : null;
    }

    private @Nullable NoteProblem came() {
        stage = stage == Stage.EXPECTED ? Stage.ARRIVED : stage;
        return null;
    }

    private boolean wasLetIn() {
        return stage == Stage.ADMITTED || stage == Stage.HANDED_IN;
    }

    private boolean isOut() {
        return !out.isEmpty() && out.getLast().back() == null;
    }

    private void goOut(ErrandKind why, Instant at) {
        out.add(new Out(why, at, null));
        errand = new Errand(why, null);
    }

    private void comeBack(Instant at) {
        Out last = out.removeLast();
        out.add(new Out(last.why(), last.from(), at));
        errand = null;
    }
}
