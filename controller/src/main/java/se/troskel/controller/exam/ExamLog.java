package se.troskel.controller.exam;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.exam.ExamFact.InterruptionCause;
import se.troskel.controller.exam.ExamFact.OfCandidate;
import se.troskel.controller.exam.ExamFact.OfNote;

/// What was noted of exams, as it is in the journal: immutable. Everything that pages, decisions
/// and records say of an exam day is read from these lines; a mistake is undone by a further line.
public final class ExamLog {
    /// Nothing was noted.
    public static final ExamLog EMPTY = new ExamLog(Map.of(), Map.of());

    /// How much a clock elsewhere may be ahead.
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private final Map<UUID, ExamNote> notes;
    private final Map<String, Progress> progress;

    private ExamLog(Map<UUID, ExamNote> notes, Map<String, Progress> progress) {
        this.notes = notes;
        this.progress = progress;
    }

    /// The log with these lines, in the order in which they were recorded; those that do not fit
    /// stay in it and count for nothing.
    public static ExamLog of(Collection<ExamNote> lines) {
        Map<UUID, ExamNote> notes = new LinkedHashMap<>();
        lines.forEach(note -> notes.put(note.id(), note));
        ExamLog bare = new ExamLog(notes, Map.of());
        Map<String, Progress> progress = new HashMap<>();
        bare.registrations(null)
                .forEach(one -> progress.put(one, bare.fold(one, notes.values()).progress()));
        return new ExamLog(notes, progress);
    }

    /// The log with one line more.
    public ExamLog with(ExamNote note) {
        Map<UUID, ExamNote> more = new LinkedHashMap<>(notes);
        more.put(note.id(), note);
        return changed(more, note);
    }

    /// The log without a line that the journal did not take.
    public ExamLog without(ExamNote note) {
        Map<UUID, ExamNote> less = new LinkedHashMap<>(notes);
        less.remove(note.id());
        return changed(less, note);
    }

    private ExamLog changed(Map<UUID, ExamNote> now, ExamNote note) {
        ExamLog next = new ExamLog(now, new HashMap<>(progress));
        affected(note)
                .forEach(one -> next.progress.put(one, next.fold(one, now.values()).progress()));
        return next;
    }

    /// Every line, in the order in which it was recorded.
    public Collection<ExamNote> notes() {
        return Collections.unmodifiableCollection(notes.values());
    }

    public @Nullable ExamNote note(UUID id) {
        return notes.get(id);
    }

    /// What is known of a candidate.
    public Progress progress(String registration) {
        return progress.getOrDefault(registration, Progress.NONE);
    }

    /// How far everybody has come of whom something was noted, by registration.
    public Map<String, Candidate> candidates() {
        return progress.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, one -> one.getValue().candidate()));
    }

    /// The lines about a sitting and its candidates that count, in the order in which they
    /// happened.
    public List<ExamNote> counted(String sitting) {
        Set<UUID> undone = undone(notes.values());
        return notes.values().stream()
                .filter(note -> sitting.equals(note.sitting()))
                .filter(note -> !undone.contains(note.id()))
                .sorted(Comparator.comparing(ExamNote::happened))
                .toList();
    }

    /// Whether a line was undone.
    public boolean isUndone(UUID note) {
        return undone(notes.values()).contains(note);
    }

    /// Whether somebody has seen a call for help or somebody unlisted.
    public boolean isSeen(UUID note) {
        return isAnswered(note, ExamFact.Seen.class);
    }

    /// Whether a second person stands for an exception that was made alone.
    public boolean isCountersigned(UUID note) {
        return isAnswered(note, ExamFact.Countersigned.class);
    }

    private boolean isAnswered(UUID note, Class<? extends OfNote> by) {
        return notes.values().stream()
                .map(ExamNote::fact)
                .anyMatch(fact -> by.isInstance(fact) && by.cast(fact).note().equals(note));
    }

    /// The times in which nobody could write, of every sitting, in order.
    public List<Interruption> interruptions() {
        return interruptions(notes.values(), Set.of(InterruptionCause.values()));
    }

    /// Why a line does not fit; null when it does.
    ///
    /// @param plan with the sittings and registrations that there are
    public @Nullable NoteProblem problem(ExamNote note, ExamPlan plan) {
        Instant latest = note.recorded().plus(AHEAD);
        if (note.happened().isAfter(latest)) {
            return NoteProblem.IN_FUTURE;
        }
        if (note.fact() instanceof ExamFact.WentOut out && out.back() != null) {
            if (!out.back().isAfter(note.happened())) {
                return NoteProblem.BACK_BEFORE_OUT;
            }
            if (out.back().isAfter(latest)) {
                return NoteProblem.IN_FUTURE;
            }
        }
        if (notes.containsKey(note.id())) {
            return NoteProblem.WRITTEN_ALREADY;
        }
        String sitting = note.sitting();
        if (sitting != null && plan.sitting(sitting).isEmpty()) {
            return NoteProblem.UNKNOWN;
        }
        List<ExamNote> then = Stream.concat(notes.values().stream(), Stream.of(note)).toList();
        return switch (note.fact()) {
            case OfCandidate fact ->
                    plan.registration(fact.registration())
                                    .filter(one -> one.sitting().equals(sitting))
                                    .isEmpty()
                            ? NoteProblem.UNKNOWN
                            : fold(fact.registration(), then).problem();
            case ExamFact.OfSitting _ ->
                    sitting == null ? NoteProblem.UNKNOWN : broken(sitting, then);
            case ExamFact.CameUnlisted _, ExamFact.HelpAsked _ -> null;
            case ExamFact.Seen(UUID seen) -> seen(seen);
            case ExamFact.Countersigned(UUID signed) -> countersigned(signed, note.by());
            case ExamFact.Undone(UUID undone) -> undone(undone, then);
        };
    }

    private @Nullable NoteProblem seen(UUID id) {
        ExamNote seen = notes.get(id);
        boolean fits =
                seen != null
                        && (seen.fact() instanceof ExamFact.HelpAsked
                                || seen.fact() instanceof ExamFact.CameUnlisted);
        return fits ? null : NoteProblem.NO_SUCH_NOTE;
    }

    private @Nullable NoteProblem countersigned(UUID id, String by) {
        ExamNote signed = notes.get(id);
        if (signed == null
                || !(signed.fact() instanceof ExamFact.Admitted admitted)
                || !admitted.toCountersign()) {
            return NoteProblem.NO_SUCH_NOTE;
        }
        return signed.by().equals(by) ? NoteProblem.SAME_PERSON : null;
    }

    private @Nullable NoteProblem undone(UUID id, List<ExamNote> then) {
        ExamNote undone = notes.get(id);
        if (undone == null || undone.fact() instanceof OfNote) {
            return NoteProblem.NO_SUCH_NOTE;
        }
        if (isUndone(id)) {
            return NoteProblem.UNDONE_ALREADY;
        }
        String sitting = undone.sitting();
        NoteProblem broken =
                undone.fact() instanceof OfCandidate fact
                        ? fold(fact.registration(), then).problem()
                        : sitting == null ? null : broken(sitting, then);
        return broken == null ? null : NoteProblem.NOT_LAST;
    }

    /// What does not fit of a sitting as a whole, its candidates included.
    private @Nullable NoteProblem broken(String sitting, List<ExamNote> then) {
        return Stream.of(
                        Stream.ofNullable(papers(sitting, then)),
                        Stream.ofNullable(pauses(sitting, then)),
                        registrations(sitting).stream().map(one -> fold(one, then).problem()))
                .flatMap(problems -> problems)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable NoteProblem papers(String sitting, Collection<ExamNote> lines) {
        ExamFact.@Nullable Papers last = null;
        for (ExamNote note : ofSitting(sitting, lines)) {
            if (note.fact() instanceof ExamFact.Papers papers) {
                if (last != null && papers.stage().compareTo(last.stage()) < 0) {
                    return NoteProblem.PAPERS_BACKWARDS;
                }
                last = papers;
            }
        }
        return null;
    }

    private static @Nullable NoteProblem pauses(String sitting, Collection<ExamNote> lines) {
        boolean pausing = false;
        for (ExamNote note : ofSitting(sitting, lines)) {
            if (note.fact() instanceof ExamFact.Interrupted) {
                if (pausing) {
                    return NoteProblem.INTERRUPTED_ALREADY;
                }
                pausing = true;
            } else if (note.fact() instanceof ExamFact.Resumed) {
                if (!pausing) {
                    return NoteProblem.NOT_INTERRUPTED;
                }
                pausing = false;
            }
        }
        return null;
    }

    private static List<ExamNote> ofSitting(String sitting, Collection<ExamNote> lines) {
        Set<UUID> undone = undone(lines);
        return lines.stream()
                .filter(note -> sitting.equals(note.sitting()) && !undone.contains(note.id()))
                .filter(note -> note.fact() instanceof ExamFact.OfSitting)
                .sorted(Comparator.comparing(ExamNote::happened))
                .toList();
    }

    private static List<Interruption> interruptions(
            Collection<ExamNote> lines, Set<InterruptionCause> causes) {
        return lines.stream()
                .map(ExamNote::sitting)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(sitting -> interruptions(sitting, lines, causes).stream())
                .sorted(Comparator.comparing(Interruption::from))
                .toList();
    }

    private static List<Interruption> interruptions(
            String sitting, Collection<ExamNote> lines, Set<InterruptionCause> causes) {
        List<Interruption> found = new ArrayList<>();
        boolean taken = false;
        for (ExamNote note : ofSitting(sitting, lines)) {
            if (note.fact() instanceof ExamFact.Interrupted(InterruptionCause cause)) {
                taken = causes.contains(cause);
                if (taken) {
                    found.add(new Interruption(sitting, note.happened(), null));
                }
            } else if (note.fact() instanceof ExamFact.Resumed && taken) {
                Instant from = found.removeLast().from();
                found.add(new Interruption(sitting, from, note.happened()));
                taken = false;
            }
        }
        return found;
    }

    private ProgressFold fold(String registration, Collection<ExamNote> lines) {
        Set<UUID> undone = undone(lines);
        List<ExamNote> own =
                lines.stream()
                        .filter(note -> !undone.contains(note.id()))
                        .filter(note ->
                                note.fact() instanceof OfCandidate fact
                                        && fact.registration().equals(registration))
                        .toList();
        String sitting = own.isEmpty() ? null : own.getFirst().sitting();
        return ProgressFold.of(
                own,
                sitting == null
                        ? List.of()
                        : interruptions(sitting, lines, Set.of(InterruptionCause.ALARM)));
    }

    /// The registrations of which a line says something else than before.
    private Set<String> affected(ExamNote note) {
        ExamNote about =
                note.fact() instanceof ExamFact.Undone(UUID undone) ? notes.get(undone) : note;
        if (about != null && about.fact() instanceof OfCandidate fact) {
            return Set.of(fact.registration());
        }
        if (about == null) {
            return Set.of();
        }
        boolean pauses =
                about.fact() instanceof ExamFact.Interrupted
                        || about.fact() instanceof ExamFact.Resumed;
        return pauses ? registrations(about.sitting()) : Set.of();
    }

    private Set<String> registrations(@Nullable String sitting) {
        return notes.values().stream()
                .filter(note -> sitting == null || sitting.equals(note.sitting()))
                .map(ExamNote::fact)
                .filter(OfCandidate.class::isInstance)
                .map(fact -> ((OfCandidate) fact).registration())
                .collect(Collectors.toSet());
    }

    private static Set<UUID> undone(Collection<ExamNote> lines) {
        return lines.stream()
                .map(ExamNote::fact)
                .filter(ExamFact.Undone.class::isInstance)
                .map(fact -> ((ExamFact.Undone) fact).note())
                .collect(Collectors.toSet());
    }

    /// Without what was noted.
    @Override
    public String toString() {
        return "ExamLog[" + notes.size() + " lines]";
    }
}
