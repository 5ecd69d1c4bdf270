package se.troskel.controller.exam;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.exam.RecordSources.Stamp;
import se.troskel.controller.register.CandidateNumber;
import se.troskel.controller.register.ExamText;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Registration.Seat;
import se.troskel.controller.register.Sitting;
import se.troskel.protocol.decision.ApprovalReason;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.exam.ErrandKind;
import se.troskel.protocol.exam.ExamCandidate;
import se.troskel.protocol.exam.ExamCandidate.Outcome;
import se.troskel.protocol.exam.ExamProtocol;
import se.troskel.protocol.exam.Noted;

/// The record of one sitting, from what was noted; what was undone counts for nothing. Pure: the
/// same for the same sources.
///
/// In it stands everybody who was to write here, and everybody else of the sitting of whom anything
/// was noted; who is cancelled or to write elsewhere, and did not come, does not. Each is called by
/// the reference that the university has given, else by the number that it has given, and somebody
/// with a protected identity never by that, but by the id of the registration.
///
/// When an alarm sent everybody out, the interruption tells it. An exception for a candidate and an
/// identity that was not approved stand among the deviations.
public final class SittingRecord {
    private final RecordSources sources;
    private final Sitting sitting;
    private final Stamp stamp;
    private final List<ExamNote> notes;
    private final List<Registration> candidates;
    private final Map<String, String> references;

    private SittingRecord(RecordSources sources, Sitting sitting, Stamp stamp) {
        this.sources = sources;
        this.sitting = sitting;
        this.stamp = stamp;
        this.notes = sources.day().log().counted(sitting.id());
        this.candidates = candidates();
        this.references = references();
    }

    /// The record; empty when there is no such sitting, or nobody on the staff has noted anything
    /// of it, who could stand for it.
    public static Optional<ExamProtocol> of(RecordSources sources, String sitting, Stamp stamp) {
        return sources.day()
                .plan()
                .sitting(sitting)
                .map(found -> new SittingRecord(sources, found, stamp))
                .flatMap(SittingRecord::protocol);
    }

    private Optional<ExamProtocol> protocol() {
        List<ExamProtocol.Invigilator> invigilators = invigilators();
        if (invigilators.isEmpty()) {
            return Optional.empty();
        }
        Instant start = sources.day().plan().times(sitting).start();
        return Optional.of(
                new ExamProtocol(
                        stamp.id(),
                        stamp.adds(),
                        stamp.made(),
                        sources.centre(),
                        new ExamProtocol.Sitting(
                                sitting.id(),
                                sitting.university(),
                                title(),
                                start,
                                start.plus(Duration.ofMinutes(sitting.writingMinutes())),
                                rooms()),
                        candidates.stream().map(this::candidate).toList(),
                        deviations(),
                        papers(),
                        interruptions(),
                        invigilators));
    }

    private String title() {
        return sitting.exam() == null ? sitting.course() : sitting.course() + " " + sitting.exam();
    }

    private List<String> rooms() {
        return candidates.stream()
                .flatMap(one -> Stream.ofNullable(one.seat()))
                .map(seat -> room(seat.room()))
                .distinct()
                .sorted()
                .toList();
    }

    private String room(String id) {
        return sources.rooms().getOrDefault(id, id);
    }

    private List<Registration> candidates() {
        Set<String> deviating = new HashSet<>();
        for (ExamNote note : notes) {
            if (note.fact() instanceof ExamFact.Deviated(String who, var _) && who != null) {
                deviating.add(who);
            }
        }
        return sources.day().plan().registrations().stream()
                .filter(one -> one.sitting().equals(sitting.id()))
                .filter(one ->
                        ExamPlan.isHere(one)
                                || deviating.contains(one.id())
                                || !progress(one).notes().isEmpty())
                .sorted(
                        Comparator.comparing(this::roomOf)
                                .thenComparing(SittingRecord::seatOf)
                                .thenComparing(Registration::id))
                .toList();
    }

    private String roomOf(Registration one) {
        return one.seat() == null ? "" : room(one.seat().room());
    }

    /// Seat 9 before seat 10.
    private static String seatOf(Registration one) {
        Seat seat = one.seat();
        String number = seat == null || seat.number() == null ? "" : seat.number();
        return "0".repeat(Math.max(0, 9 - number.length())) + number;
    }

    /// A reference that two candidates were given names neither of them twice.
    private Map<String, String> references() {
        Map<String, String> found = new LinkedHashMap<>();
        for (Registration one : candidates) {
            CandidateNumber number = sources.numbers().get(one.person());
            boolean hidden = sources.day().protectedPersons().contains(one.person());
            String reference =
                    Stream.of(
                                    Optional.ofNullable(one.reference()),
                                    Optional.ofNullable(hidden ? null : number)
                                            .map(CandidateNumber::value))
                            .flatMap(Optional::stream)
                            .filter(name -> !found.containsValue(name))
                            .findFirst()
                            .orElse(one.id());
            found.put(one.id(), reference);
        }
        return found;
    }

    private String reference(String registration) {
        return references.getOrDefault(registration, registration);
    }

    private Progress progress(Registration one) {
        return sources.day().log().progress(one.id());
    }

    private ExamCandidate candidate(Registration one) {
        Progress progress = progress(one);
        var admission = progress.admission();
        var refusal = progress.refusal();
        boolean came = progress.candidate().stage() != Candidate.Stage.EXPECTED;
        return new ExamCandidate(
                reference(one.id()),
                outcome(progress),
                reason(progress),
                admission == null && refusal != null ? noted(refusal.note()) : null,
                place(one.seat()),
                admission == null ? null : identity(admission),
                came ? progress.came() : null,
                admission == null ? null : admission.note().happened(),
                admission == null ? 0 : admission.fact().lateMinutes(),
                admission == null ? null : end(one),
                progress.out().stream()
                        .filter(out -> out.why() != ErrandKind.EVACUATION)
                        .map(out -> new ExamCandidate.Out(out.why(), out.from(), out.back()))
                        .toList(),
                handIn(progress));
    }

    private static Outcome outcome(Progress progress) {
        if (progress.admission() != null) {
            return Outcome.WROTE;
        }
        if (progress.refusal() != null) {
            return Outcome.REFUSED;
        }
        return progress.candidate().stage() == Candidate.Stage.EXPECTED
                ? Outcome.ABSENT
                : Outcome.NOT_LET_IN;
    }

    private static @Nullable ExamReason reason(Progress progress) {
        if (progress.admission() != null) {
            return null;
        }
        if (progress.refusal() != null) {
            return progress.refusal().fact().reason();
        }
        if (progress.candidate().rejected()) {
            return ExamReason.ID_REJECTED;
        }
        return progress.arrival() == null ? null : progress.arrival().fact().reason();
    }

    private ExamCandidate.@Nullable Place place(@Nullable Seat seat) {
        return seat == null
                ? null
                : new ExamCandidate.Place(
                        room(seat.room()), Objects.requireNonNullElse(seat.number(), ""));
    }

    private ExamCandidate.@Nullable Identity identity(Progress.Noted<ExamFact.Admitted> admission) {
        var document = admission.fact().document();
        return document == null
                ? null
                : new ExamCandidate.Identity(
                        document, admission.fact().match(), noted(admission.note()));
    }

    private Instant end(Registration one) {
        ExamDay day = sources.day();
        return day.plan().end(one, day.log().interruptions(), stamp.made());
    }

    private ExamCandidate.@Nullable HandIn handIn(Progress progress) {
        var handIn = progress.handIn();
        return handIn == null
                ? null
                : new ExamCandidate.HandIn(
                        noted(handIn.note()), handIn.fact().sheets(), handIn.fact().blank());
    }

    private List<ExamProtocol.Deviation> deviations() {
        List<ExamProtocol.Deviation> found = new ArrayList<>();
        for (ExamNote note : notes) {
            if (note.fact() instanceof ExamFact.Deviated(String who, String hash)) {
                found.add(
                        new ExamProtocol.Deviation(
                                noted(note),
                                who == null ? null : reference(who),
                                text(note.id(), hash)));
            }
        }
        for (Registration one : candidates) {
            for (ExamNote note : progress(one).notes()) {
                if (note.fact() instanceof ExamFact.Rejected(var _, ApprovalReason why)) {
                    found.add(
                            new ExamProtocol.Deviation(
                                    noted(note),
                                    reference(one.id()),
                                    sources.words().rejection(why)));
                }
            }
            var admission = progress(one).admission();
            if (admission != null && admission.fact().why() != null) {
                found.add(
                        new ExamProtocol.Deviation(
                                noted(admission.note()),
                                reference(one.id()),
                                sources.words()
                                        .exception(admission.fact().why(), others(admission))));
            }
        }
        found.sort(Comparator.comparing(one -> one.noted().happened()));
        return found;
    }

    private String text(UUID note, String hash) {
        ExamText text = sources.texts().get(note.toString());
        return text == null || !ExamText.hash(text.text()).equals(hash)
                ? sources.words().lost()
                : text.text();
    }

    private List<String> others(Progress.Noted<ExamFact.Admitted> admission) {
        Stream<String> later =
                sources.day().log().notes().stream()
                        .filter(note ->
                                note.fact() instanceof ExamFact.Countersigned(UUID signed)
                                        && signed.equals(admission.note().id()))
                        .map(ExamNote::by);
        return Stream.concat(Stream.ofNullable(admission.fact().second()), later)
                .map(sources.staff())
                .distinct()
                .toList();
    }

    private List<ExamProtocol.PaperStep> papers() {
        List<ExamProtocol.PaperStep> found = new ArrayList<>();
        for (ExamNote note : notes) {
            if (note.fact() instanceof ExamFact.Papers papers) {
                found.add(
                        new ExamProtocol.PaperStep(
                                papers.stage(), noted(note), papers.sheets(), papers.seal()));
            }
        }
        return found;
    }

    /// One that still lasts is told until now.
    private List<ExamProtocol.Interruption> interruptions() {
        List<ExamProtocol.Interruption> found = new ArrayList<>();
        ExamNote open = null;
        for (ExamNote note : notes) {
            if (note.fact() instanceof ExamFact.Interrupted) {
                open = note;
            } else if (note.fact() instanceof ExamFact.Resumed && open != null) {
                interruption(open, note.happened()).ifPresent(found::add);
                open = null;
            }
        }
        if (open != null) {
            interruption(open, stamp.made()).ifPresent(found::add);
        }
        return found;
    }

    private Optional<ExamProtocol.Interruption> interruption(ExamNote began, Instant until) {
        return began.fact() instanceof ExamFact.Interrupted(var cause)
                        && until.isAfter(began.happened())
                ? Optional.of(
                        new ExamProtocol.Interruption(
                                began.happened(), until, sources.words().interruption(cause)))
                : Optional.empty();
    }

    /// Everybody on the staff who noted anything or signed, in order.
    private List<ExamProtocol.Invigilator> invigilators() {
        Map<String, Optional<Instant>> signed = new LinkedHashMap<>();
        for (ExamNote note : notes) {
            if (!sources.machines().contains(note.by())) {
                signed.putIfAbsent(note.by(), Optional.empty());
                if (note.fact() instanceof ExamFact.Signed) {
                    signed.put(note.by(), Optional.of(note.happened()));
                }
            }
        }
        return signed.entrySet().stream()
                .map(one ->
                        new ExamProtocol.Invigilator(
                                sources.staff().apply(one.getKey()), one.getValue().orElse(null)))
                .toList();
    }

    private Noted noted(ExamNote note) {
        return new Noted(note.happened(), note.recorded(), sources.staff().apply(note.by()));
    }
}
