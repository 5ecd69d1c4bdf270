package se.troskel.kiosk.flow;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.kiosk.KioskView;

/// What the terminal knows whatever it shows.
///
/// @param view the controller's last word; null before the first
/// @param readers by id; empty when no reader tells its health
/// @param last what was presented last, for at most three seconds; null otherwise
/// @param waiting presented, not asked about yet; oldest first
/// @param holdUntil when the next one may take over; null for at once
/// @param asked number of the last question
/// @param ended the enrolment that is done with here; null for none
/// @param toolsUsedAt when language, size or contrast were last used; null when all is at default
/// @param subject the question about a card or code, while its answer or PIN is waited for or may
///   lead to another about the same; null otherwise
public record Surroundings(
        @Nullable KioskView view,
        boolean connected,
        Map<String, Reader> readers,
        @Nullable Seen last,
        List<Seen> waiting,
        @Nullable Long holdUntil,
        long asked,
        @Nullable String ended,
        @Nullable Long toolsUsedAt,
        @Nullable Ask subject) {
    public Surroundings {
        readers = Map.copyOf(readers);
        waiting = List.copyOf(waiting);
    }

    /// Nothing known yet.
    public static final Surroundings UNKNOWN =
            new Surroundings(null, false, Map.of(), null, List.of(), null, 0, null, null, null);

    /// A reader of this terminal.
    public record Reader(Medium medium, boolean works) {}

    /// Something that was presented.
    public record Seen(Medium medium, String value, long at) {
        @Override
        public String toString() {
            return "Seen[" + medium + "]";
        }
    }

    /// Whether this can be read here: true also when no such reader tells its health.
    public boolean reads(Medium medium) {
        return readers.values().stream()
                .filter(reader -> reader.medium() == medium)
                .map(Reader::works)
                .reduce(Boolean::logicalOr)
                .orElse(true);
    }

    boolean outOfOrder() {
        return !readers.isEmpty() && readers.values().stream().noneMatch(Reader::works);
    }

    boolean evacuating() {
        return view != null && view.evacuate();
    }

    /// The enrolment that waits for a PIN here; null for none.
    @Nullable String openEnrolment() {
        String enrolment = view == null ? null : view.enrolment();
        return enrolment == null || enrolment.equals(ended) ? null : enrolment;
    }

    boolean sawJustNow(Seen seen) {
        return last != null
                && last.medium() == seen.medium()
                && last.value().equals(seen.value())
                && seen.at() - last.at() < Limits.SAME_VALUE_NANOS;
    }

    Surroundings withView(KioskView heard) {
        return new Surroundings(
                heard, true, readers, last, waiting, holdUntil, asked, ended, toolsUsedAt, subject);
    }

    Surroundings disconnected() {
        return new Surroundings(
                view, false, readers, last, waiting, holdUntil, asked, ended, toolsUsedAt, subject);
    }

    Surroundings withReader(String id, Reader reader) {
        var all = new java.util.HashMap<>(readers);
        all.put(id, reader);
        return new Surroundings(
                view, connected, all, last, waiting, holdUntil, asked, ended, toolsUsedAt, subject);
    }

    Surroundings withLast(@Nullable Seen seen) {
        return new Surroundings(
                view,
                connected,
                readers,
                seen,
                waiting,
                holdUntil,
                asked,
                ended,
                toolsUsedAt,
                subject);
    }

    Surroundings withWaiting(List<Seen> next) {
        return new Surroundings(
                view,
                connected,
                readers,
                last,
                next,
                holdUntil,
                asked,
                ended,
                toolsUsedAt,
                subject);
    }

    Surroundings heldUntil(@Nullable Long until) {
        return new Surroundings(
                view, connected, readers, last, waiting, until, asked, ended, toolsUsedAt, subject);
    }

    Surroundings askedOnce() {
        return new Surroundings(
                view,
                connected,
                readers,
                last,
                waiting,
                holdUntil,
                asked + 1,
                ended,
                toolsUsedAt,
                subject);
    }

    Surroundings withEnded(String enrolment) {
        return new Surroundings(
                view,
                connected,
                readers,
                last,
                waiting,
                holdUntil,
                asked,
                enrolment,
                toolsUsedAt,
                subject);
    }

    Surroundings withToolsUsedAt(@Nullable Long at) {
        return new Surroundings(
                view, connected, readers, last, waiting, holdUntil, asked, ended, at, subject);
    }

    /// After a question: a PIN is about the same card, anything else about nothing shown.
    Surroundings asking(Ask ask) {
        return switch (ask) {
            case Ask.Show _, Ask.Leave _ -> about(ask);
            case Ask.Pin _ -> this;
            case Ask.Visit _, Ask.ChosenPin _, Ask.StaffPin _ -> about(null);
            case Ask.StaffLook _, Ask.StaffOrder _ -> about(null);
            case Ask.Exam _, Ask.ExamChosen _ -> about(null);
        };
    }

    Surroundings about(@Nullable Ask next) {
        return new Surroundings(
                view,
                connected,
                readers,
                last,
                waiting,
                holdUntil,
                asked,
                ended,
                toolsUsedAt,
                next);
    }

    /// Without anything that was presented.
    Surroundings emptied() {
        return withLast(null).withWaiting(List.of()).heldUntil(null).about(null);
    }
}
