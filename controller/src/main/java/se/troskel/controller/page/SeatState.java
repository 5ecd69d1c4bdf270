package se.troskel.controller.page;

import java.util.Set;
import se.troskel.controller.exam.Candidate;
import se.troskel.controller.exam.ExamFact;
import se.troskel.controller.exam.Progress;
import se.troskel.protocol.decision.InvigilatorTask;

/// How far a candidate is, as a tile says it: by a shape, a word and a colour.
public enum SeatState {
    EXPECTED("○", "quiet"),
    /// In the building, and nothing to do about it yet.
    ARRIVED("◐", "info"),
    /// Waits for the invigilator.
    SHOWS_ID("◇", "act"),
    /// The identity was rejected; another document may be shown.
    REJECTED("◇", "act"),
    INSIDE("●", "ok"),
    OUT("↔", "wait"),
    HANDED_IN("■", "quiet"),
    REFUSED("⊘", "refused");

    private static final Set<InvigilatorTask> NOT_NOW =
            Set.of(
                    InvigilatorTask.NOTHING,
                    InvigilatorTask.KEEP_PAPER_UNSEEN,
                    InvigilatorTask.LEAVE_BUILDING,
                    InvigilatorTask.USE_PAPER);

    private final String shape;
    private final String tone;

    SeatState(String shape, String tone) {
        this.shape = shape;
        this.tone = tone;
    }

    public String shape() {
        return shape;
    }

    /// Name of its style.
    public String tone() {
        return tone;
    }

    /// Whether somebody stands and waits for the invigilator.
    public boolean isWaiting() {
        return this == SHOWS_ID || this == REJECTED;
    }

    static SeatState of(Progress progress) {
        if (progress.refusal() != null) {
            return REFUSED;
        }
        return switch (progress.candidate().stage()) {
            case EXPECTED -> EXPECTED;
            case ARRIVED -> waiting(progress);
            case ADMITTED -> progress.isInRoom() ? INSIDE : OUT;
            case HANDED_IN -> HANDED_IN;
        };
    }

    /// A rejection ends when something else is shown after it.
    private static SeatState waiting(Progress progress) {
        if (progress.notes().getLast().fact() instanceof ExamFact.Rejected) {
            return REJECTED;
        }
        Candidate.Errand errand = progress.candidate().errand();
        var arrival = progress.arrival();
        return arrival == null || errand != null || NOT_NOW.contains(arrival.fact().task())
                ? ARRIVED
                : SHOWS_ID;
    }

    /// Which of them a filter shows together.
    public enum Filter {
        ALL,
        WAITING,
        EXPECTED,
        INSIDE,
        OUT,
        HANDED_IN,
        REFUSED;

        boolean shows(SeatState state) {
            return switch (this) {
                case ALL -> true;
                case WAITING -> state == ARRIVED || state.isWaiting();
                case EXPECTED -> state == SeatState.EXPECTED;
                case INSIDE -> state == SeatState.INSIDE;
                case OUT -> state == SeatState.OUT;
                case HANDED_IN -> state == SeatState.HANDED_IN;
                case REFUSED -> state == SeatState.REFUSED;
            };
        }
    }
}
