package se.troskel.controller.exam;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.identity.Identity;
import se.troskel.controller.identity.PersonName;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Registration.Seat;
import se.troskel.controller.register.Sitting;

/// An exam day before it comes: every candidate is sent through the decisions of the day itself
/// ([ExamAdmission], [ExamPlan]), and what will be in somebody's way is told while there is time.
/// Nothing is decided here a second time, and nothing is changed.
///
/// @param sittings of the day, in order of start
/// @param candidates of these sittings, also cancelled ones and those who write elsewhere
/// @param snags the worst first
/// @param calls whom to telephone
/// @param gaps rules that nobody stands for on the day, by university
/// @param documents what to show, by university
/// @param openings of the rooms' doors
public record Rehearsal(
        LocalDate day,
        List<Sitting> sittings,
        List<Rehearsed> candidates,
        List<Snag> snags,
        List<UniversityCall> calls,
        List<RuleGap> gaps,
        List<ExpectedDocuments> documents,
        List<DoorOpening> openings) {
    /// Fits no document.
    private static final Identity UNKNOWN = new Identity(PersonName.of(""), null, null, null);

    public Rehearsal {
        sittings = List.copyOf(sittings);
        candidates = List.copyOf(candidates);
        snags = List.copyOf(snags);
        calls = List.copyOf(calls);
        gaps = List.copyOf(gaps);
        documents = List.copyOf(documents);
        openings = List.copyOf(openings);
    }

    /// Rehearses a day.
    ///
    /// @param snapshot as the day will find it: nobody has come, the clock is right, no alarm
    /// @param identities what is registered of who candidates are, by id of the person
    public static Rehearsal of(
            ExamSnapshot snapshot, Map<String, Identity> identities, LocalDate day) {
        ExamPlan plan = snapshot.plan();
        List<Sitting> sittings =
                plan.sittings().stream()
                        .filter(sitting -> sitting.day().equals(day))
                        .sorted(
                                Comparator.comparing(Sitting::start)
                                        .thenComparing(Sitting::university)
                                        .thenComparing(Sitting::course)
                                        .thenComparing(Sitting::id))
                        .toList();
        List<Rehearsed> candidates =
                sittings.stream()
                        .flatMap(sitting -> registrations(plan, sitting))
                        .map(one ->
                                Rehearsed.of(
                                        snapshot,
                                        one,
                                        identities.getOrDefault(one.person(), UNKNOWN)))
                        .toList();
        List<Snag> snags = new SnagSearch(snapshot, candidates, identities).search(sittings);
        List<String> universities = sittings.stream().map(Sitting::university).distinct().toList();
        List<ExpectedDocuments> documents =
                universities.stream()
                        .flatMap(code -> ExpectedDocuments.of(snapshot, code, candidates).stream())
                        .toList();
        return new Rehearsal(
                day,
                sittings,
                candidates,
                snags,
                universities.stream()
                        .flatMap(code ->
                                UniversityCall.of(
                                        code,
                                        plan.rules().policy(code),
                                        of(code, snags, plan),
                                        answers(code, candidates, documents))
                                        .stream())
                        .toList(),
                universities.stream()
                        .flatMap(code -> RuleGap.of(code, plan.rules().policy(code), day).stream())
                        .toList(),
                documents,
                openings(plan, sittings));
    }

    private static Stream<Registration> registrations(ExamPlan plan, Sitting sitting) {
        return plan.registrations().stream()
                .filter(one -> one.sitting().equals(sitting.id()))
                .sorted(
                        Comparator.comparing((Registration one) -> place(one.seat()))
                                .thenComparing(Registration::id));
    }

    /// Numbers of seats in their order; who has none comes last.
    private static String place(@Nullable Seat seat) {
        if (seat == null) {
            return "\uffff";
        }
        String number = seat.number() == null ? "\uffff" : seat.number();
        return seat.room() + " " + " ".repeat(Math.max(0, 8 - number.length())) + number;
    }

    private static List<Snag> of(String university, List<Snag> snags, ExamPlan plan) {
        return snags.stream()
                .filter(snag -> universities(snag, plan).anyMatch(university::equals))
                .toList();
    }

    private static Stream<String> universities(Snag snag, ExamPlan plan) {
        Stream<String> sittings =
                Stream.concat(
                        Stream.ofNullable(snag.sitting()),
                        snag.registrations().stream()
                                .flatMap(id -> plan.registration(id).stream())
                                .map(Registration::sitting));
        return sittings.flatMap(id -> plan.sitting(id).stream()).map(Sitting::university);
    }

    private static Stream<Rehearsed.Answer> answers(
            String university, List<Rehearsed> candidates, List<ExpectedDocuments> documents) {
        return Stream.concat(
                candidates.stream()
                        .filter(one -> one.sitting().university().equals(university))
                        .flatMap(one -> one.answers().values().stream().filter(one::isAnsweredBy)),
                documents.stream()
                        .filter(one -> one.university().equals(university))
                        .flatMap(one -> one.answers().values().stream()));
    }

    private static List<DoorOpening> openings(ExamPlan plan, List<Sitting> sittings) {
        return sittings.isEmpty()
                ? List.of()
                : DoorOpening.of(
                        plan,
                        plan
                                .rights(
                                        Map.of(),
                                        List.of(),
                                        plan.times(sittings.getFirst()).start())
                                .stream()
                                .filter(right ->
                                        sittings.contains(
                                                plan.sittingOf(
                                                        plan.registration(right.registration())
                                                                .orElseThrow())))
                                .toList());
    }
}
