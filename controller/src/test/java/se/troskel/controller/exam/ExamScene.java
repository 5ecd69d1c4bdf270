package se.troskel.controller.exam;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import se.troskel.config.ExamRulebook;
import se.troskel.config.ExamRules;
import se.troskel.config.ExamRulesLoader;
import se.troskel.config.Room;
import se.troskel.config.RuleSource;
import se.troskel.controller.exam.ExamQuestion.Arrival;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Registration.Accommodation;
import se.troskel.controller.register.Registration.Fee;
import se.troskel.controller.register.Registration.Seat;
import se.troskel.controller.register.Registration.Status;
import se.troskel.controller.register.Sitting;
import se.troskel.controller.register.Sitting.ListState;
import se.troskel.protocol.decision.DocumentReading;
import se.troskel.protocol.decision.DocumentType;
import se.troskel.protocol.decision.IdentityMatch;

/// A Tuesday morning in Katrineholm, for tests: sittings `lth`, `mdu`, `su`, `hig` and `cth` at
/// 08.30 for four hours in `exam-1`, with the example rules of the repository, and one candidate in
/// each, called as the sitting. LTH and SU have confirmed their rules.
final class ExamScene {
    static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    static final LocalTime START = LocalTime.of(8, 30);
    static final int WRITING_MINUTES = 240;
    static final String ROOM = "exam-1";
    static final String SMALL_ROOM = "exam-2";
    static final int MAX_PERSONS = 30;
    static final ExamRulebook EXAMPLES =
            new ExamRulesLoader()
                    .load(List.of(Path.of("../config/centres/katrineholm")))
                    .rulebook();

    static final Shown PASSPORT =
            new Shown.Document(
                    DocumentType.SWEDISH_PASSPORT,
                    false,
                    DocumentReading.LINES_READ,
                    IdentityMatch.EXACT);

    ExamRulebook rules = EXAMPLES;
    final List<Sitting> sittings = new ArrayList<>();
    final List<Registration> registrations = new ArrayList<>();
    final Map<String, Candidate> candidates = new HashMap<>();
    final List<Interruption> interruptions = new ArrayList<>();
    final Set<String> protectedPersons = new HashSet<>();
    final Map<String, Integer> counted = new HashMap<>();
    final Map<String, Integer> estimated = new HashMap<>();
    final Map<String, Map<String, String>> centres = new HashMap<>();
    boolean connected = true;
    boolean clockTrusted = true;
    boolean evacuate;
    Shown shown = PASSPORT;
    Instant at = local("08:10");

    ExamScene() {
        for (String university : List.of("lth", "mdu", "su", "hig", "cth")) {
            sittings.add(sitting(university, START));
            register(university, university, university);
        }
    }

    static Instant local(String time) {
        return local(TUESDAY, time);
    }

    static Instant local(LocalDate day, String time) {
        return LocalDateTime.of(day, LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    /// A sitting on the Tuesday; its id in capitals is the university's code.
    static Sitting sitting(String id, LocalTime start) {
        return new Sitting(
                id,
                id.toUpperCase(Locale.ROOT).replaceAll("-.*", ""),
                "TDA100",
                TUESDAY,
                start,
                WRITING_MINUTES,
                null,
                ListState.READY);
    }

    Registration register(String id, String sitting, String person) {
        Registration registration =
                new Registration(
                        id,
                        sitting,
                        person,
                        Status.REGISTERED,
                        new Seat(ROOM, String.valueOf(registrations.size() + 1)),
                        null,
                        Accommodation.NONE,
                        Fee.NONE);
        registrations.add(registration);
        return registration;
    }

    /// The same registration otherwise.
    void change(String id, UnaryOperator<Registration> how) {
        registrations.replaceAll(one -> one.id().equals(id) ? how.apply(one) : one);
    }

    static Registration with(Registration one, Status status, @Nullable String centre) {
        return new Registration(
                one.id(),
                one.sitting(),
                one.person(),
                status,
                one.seat(),
                centre,
                one.accommodation(),
                one.fee());
    }

    static Registration with(Registration one, @Nullable Seat seat, Accommodation right) {
        return new Registration(
                one.id(),
                one.sitting(),
                one.person(),
                one.status(),
                seat,
                one.centre(),
                right,
                one.fee());
    }

    static Registration with(Registration one, Fee fee) {
        return new Registration(
                one.id(),
                one.sitting(),
                one.person(),
                one.status(),
                one.seat(),
                one.centre(),
                one.accommodation(),
                fee);
    }

    void list(String sitting, ListState state) {
        sittings.replaceAll(one ->
                one.id().equals(sitting)
                        ? new Sitting(
                                one.id(),
                                one.university(),
                                one.course(),
                                one.day(),
                                one.start(),
                                one.writingMinutes(),
                                one.homeStart(),
                                state)
                        : one);
    }

    ExamScene at(String time) {
        at = local(time);
        return this;
    }

    ExamScene shows(Shown what) {
        shown = what;
        return this;
    }

    ExamScene shows(DocumentType type) {
        return shows(new Shown.Document(type, false, DocumentReading.NOT_READ, null));
    }

    ExamScene shows(DocumentReading reading, @Nullable IdentityMatch match) {
        return shows(new Shown.Document(DocumentType.SWEDISH_PASSPORT, false, reading, match));
    }

    ExamDecision comes(String... persons) {
        return ask(new Arrival(Set.of(persons), null, shown));
    }

    ExamDecision chooses(String person, String sitting) {
        return ask(new Arrival(Set.of(person), sitting, shown));
    }

    ExamDecision ask(ExamQuestion question) {
        return ExamAdmission.decide(snapshot(), question, at);
    }

    ExamDecision approve(Approval approval) {
        return IdentityApproval.decide(snapshot(), approval, at);
    }

    ExamPlan plan() {
        return new ExamPlan(sittings, registrations, rules, ZONE);
    }

    Registration registration(String id) {
        return plan().registration(id).orElseThrow();
    }

    ExamSnapshot snapshot() {
        return new ExamSnapshot(
                plan(),
                List.of(room(ROOM, "Tentasal 1"), room(SMALL_ROOM, "Tentasal 2")),
                candidates,
                interruptions,
                protectedPersons,
                counted,
                estimated,
                centres,
                connected,
                clockTrusted,
                evacuate);
    }

    /// The same rules, each confirmed on the day of the exam.
    static ExamRulebook confirmed(ExamRulebook rules) {
        return new ExamRulebook(
                confirmed(rules.defaults()),
                rules.centre() == null ? null : confirmed(rules.centre()),
                rules.universities().stream().map(ExamScene::confirmed).toList());
    }

    private static ExamRules confirmed(ExamRules one) {
        List<RuleSource> sources =
                one.sources().stream()
                        .map(s -> new RuleSource(s.id(), s.text(), TUESDAY, "Alva Testsson"))
                        .toList();
        return new ExamRules(
                one.code(),
                one.scope(),
                one.name(),
                one.phone(),
                one.confirmedForDays(),
                sources,
                one.documents(),
                one.expiredDocument(),
                one.times(),
                one.lateMode(),
                one.unregistered(),
                one.fetchId(),
                one.extraTime(),
                one.doubleExamWithExtendedTime(),
                one.exceptions(),
                one.fee());
    }

    private static Room room(String id, String name) {
        Room.Kind kind = id.equals(ROOM) ? Room.Kind.EXAM : Room.Kind.EXAM_SMALL;
        return new Room(id, name, kind, 20, 20, MAX_PERSONS, false, Map.of("sv", name));
    }
}
