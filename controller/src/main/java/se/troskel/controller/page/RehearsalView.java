package se.troskel.controller.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Room;
import se.troskel.controller.exam.DoorOpening;
import se.troskel.controller.exam.ExpectedDocuments;
import se.troskel.controller.exam.Rehearsal;
import se.troskel.controller.exam.Rehearsed;
import se.troskel.controller.exam.Rehearsed.Answer;
import se.troskel.controller.exam.Rehearsed.Occasion;
import se.troskel.controller.exam.RuleGap;
import se.troskel.controller.exam.Snag;
import se.troskel.controller.exam.UniversityCall;
import se.troskel.controller.register.RegisterDamage;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Registration.Seat;
import se.troskel.controller.register.Sitting;
import se.troskel.protocol.decision.DocumentType;
import se.troskel.protocol.decision.ExamReason;
import se.troskel.protocol.event.ClockTrust;

/// A rehearsed day in words.
public final class RehearsalView {
    private static final String DOCUMENTS = "documents.";

    private final RehearsalDesk.Evening evening;
    private final Rehearsal rehearsal;
    private final ZoneId zone;
    private final Texts texts;

    RehearsalView(RehearsalDesk.Evening evening, ZoneId zone, Texts texts) {
        this.evening = evening;
        this.rehearsal = evening.rehearsal();
        this.zone = zone;
        this.texts = texts;
    }

    /// A day to choose.
    public record Day(LocalDate day, String word, boolean isShown) {}

    /// A snag.
    ///
    /// @param where sitting; empty where it is about several
    /// @param who by name or mark; empty where it is about none in particular
    public record Item(String what, String where, List<String> who, String todo) {
        public Item {
            who = List.copyOf(who);
        }
    }

    /// A telephone call.
    public record Call(String university, @Nullable String phone, List<String> about) {
        public Call {
            about = List.copyOf(about);
        }
    }

    /// Rules of one source that nobody stands for.
    public record Gap(String university, String source, String state, String rules) {}

    /// What those who write here will be told.
    ///
    /// @param late in order, each with its time
    public record Line(
            String what,
            String start,
            int candidates,
            String inTime,
            String without,
            List<String> late) {
        public Line {
            late = List.copyOf(late);
        }
    }

    /// What to show at a university's exams.
    public record Documents(String university, String taken, String decided, String refused) {}

    /// When a door opens for whom.
    public record Opening(String room, String from, String until, String who) {}

    /// The days that have exams.
    public List<Day> days() {
        return evening.days().stream()
                .map(day -> new Day(day, word(day), day.equals(rehearsal.day())))
                .toList();
    }

    /// The day that is rehearsed.
    public String day() {
        return word(rehearsal.day());
    }

    /// How much there is.
    public String lead() {
        long candidates = rehearsal.candidates().stream().filter(RehearsalView::isHere).count();
        return rehearsal.sittings().isEmpty()
                ? texts.get("rehearsal.none")
                : texts.get("rehearsal.lead", rehearsal.sittings().size(), candidates);
    }

    private static boolean isHere(Rehearsed one) {
        return one.registration().status() == Registration.Status.REGISTERED
                && one.registration().centre() == null;
    }

    /// Whether nothing is to be done.
    public boolean isClear() {
        return first().isEmpty() && calls().isEmpty();
    }

    /// Whether clock, register and terminals are ready.
    public List<Sign> ready() {
        var ready = evening.ready();
        var clock = texts.get("rehearsal.clock", texts.word(ready.clock()));
        var register = texts.get("rehearsal.register." + ready.register());
        var terminals = texts.get("rehearsal.terminals", ready.connected(), ready.terminals());
        return List.of(
                ready.clock() == ClockTrust.UNTRUSTED ? Sign.act(clock) : Sign.ok(clock),
                ready.register() == RegisterDamage.NONE ? Sign.ok(register) : Sign.act(register),
                ready.connected() < ready.terminals() ? Sign.act(terminals) : Sign.ok(terminals));
    }

    /// What has to be settled before the day.
    public List<Item> first() {
        return items(true);
    }

    /// What is good to know.
    public List<Item> toKnow() {
        return items(false);
    }

    private List<Item> items(boolean first) {
        return rehearsal.snags().stream()
                .filter(snag -> snag.kind().isFirst() == first)
                .map(this::item)
                .toList();
    }

    private Item item(Snag snag) {
        boolean crowd = snag.kind() == Snag.Kind.ROOM_OVER_MAX;
        var sitting = snag.sitting();
        return new Item(
                what(snag),
                sitting == null ? "" : what(sitting),
                crowd ? List.of() : snag.registrations().stream().map(id -> who(id, snag)).toList(),
                texts.get("rehearsal.do." + snag.kind()));
    }

    private String what(Snag snag) {
        var key = "rehearsal.snag." + snag.kind();
        ExamReason reason = snag.reason();
        String roomId = snag.room();
        Room room = roomId == null ? null : evening.rooms().get(roomId);
        return switch (snag.kind()) {
            case REFUSED, CANCELLED -> texts.get(key, reason == null ? "–" : told(reason));
            case SEAT_TAKEN -> texts.get(key, seat(snag), name(roomId));
            case ROOM_OVER_MAX ->
                    texts.get(
                            key,
                            snag.registrations().size(),
                            name(roomId),
                            room == null ? 0 : room.maxPersons());
            default -> texts.get(key);
        };
    }

    private String seat(Snag snag) {
        return snag.registrations().stream()
                .flatMap(id -> candidate(id).stream())
                .map(one -> one.registration().seat())
                .filter(Objects::nonNull)
                .map(Seat::number)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("–");
    }

    /// Beside those of one sitting its course stands already.
    private String who(String registration, Snag snag) {
        var who = evening.who().getOrDefault(registration, new RehearsalDesk.Who("–", true));
        if (who.isProtected()) {
            return texts.get("rehearsal.protected", who.name());
        }
        return snag.sitting() != null
                ? who.name()
                : who.name()
                        + candidate(registration).stream()
                                .map(one -> " (" + what(one.sitting()) + ")")
                                .collect(Collectors.joining());
    }

    private List<Rehearsed> candidate(String registration) {
        return rehearsal.candidates().stream()
                .filter(one -> one.registration().id().equals(registration))
                .toList();
    }

    /// Whom to telephone.
    public List<Call> calls() {
        return rehearsal.calls().stream().map(this::call).toList();
    }

    private Call call(UniversityCall call) {
        var name = call.name();
        Stream<String> settle =
                call.about().stream().sorted().map(kind -> texts.get("rehearsal.ask." + kind));
        Stream<String> rules =
                call.rules().isEmpty()
                        ? Stream.of()
                        : Stream.of(texts.get("rehearsal.ask.rules", rules(call.rules())));
        return new Call(
                name == null ? call.university() : name,
                call.phone(),
                Stream.concat(settle, rules).toList());
    }

    /// What nobody stands for.
    public List<Gap> gaps() {
        return rehearsal.gaps().stream().map(this::gap).toList();
    }

    private Gap gap(RuleGap gap) {
        var by = gap.source().confirmedBy();
        return new Gap(
                gap.university(),
                gap.source().text() + ", " + gap.source().date(),
                by == null ? texts.get("rehearsal.never") : texts.get("rehearsal.stale", by),
                rules(gap.names()));
    }

    /// Names of rules in words, the documents together.
    private String rules(List<String> names) {
        Stream<String> others =
                names.stream()
                        .filter(name -> !name.startsWith(DOCUMENTS))
                        .map(name -> texts.get("rule." + name));
        List<String> documents =
                names.stream()
                        .filter(name -> name.startsWith(DOCUMENTS))
                        .map(name -> DocumentType.valueOf(name.substring(DOCUMENTS.length())))
                        .map(texts::word)
                        .toList();
        Stream<String> together =
                documents.isEmpty()
                        ? Stream.of()
                        : Stream.of(texts.get("rule.documents", String.join(", ", documents)));
        return Stream.concat(others, together).collect(Collectors.joining("; "));
    }

    /// What will be told, by sitting.
    public List<Line> lines() {
        return rehearsal.sittings().stream().map(this::line).toList();
    }

    private Line line(Sitting sitting) {
        List<Rehearsed> own =
                rehearsal.candidates().stream()
                        .filter(one -> one.sitting().equals(sitting) && isHere(one))
                        .toList();
        Map<Instant, Occasion> late =
                own.stream()
                        .flatMap(one -> one.answers().entrySet().stream())
                        .filter(one -> one.getKey().compareTo(Occasion.DOOR_CLOSED) >= 0)
                        .collect(
                                Collectors.toMap(
                                        one -> one.getValue().at(),
                                        Map.Entry::getKey,
                                        (one, _) -> one,
                                        TreeMap::new));
        return new Line(
                what(sitting),
                clock(sitting.day().atTime(sitting.start()).atZone(zone).toInstant()),
                own.size(),
                told(own, Occasion.IN_TIME),
                told(own, Occasion.WITHOUT_DOCUMENT),
                late.entrySet().stream()
                        .map(at -> clock(at.getKey()) + ": " + told(own, at.getValue()))
                        .toList());
    }

    /// What is told on an occasion, with how many where it is not the same for all.
    private String told(List<Rehearsed> candidates, Occasion occasion) {
        Map<String, Long> counted =
                candidates.stream()
                        .flatMap(one ->
                                Stream.ofNullable(one.answers().get(occasion))
                                        .filter(one::isAnsweredBy))
                        .collect(
                                Collectors.groupingBy(
                                        answer -> told(answer.decision().reason()),
                                        TreeMap::new,
                                        Collectors.counting()));
        return counted.size() == 1
                ? String.join("", counted.keySet())
                : counted.entrySet().stream()
                        .map(told -> told.getValue() + " " + told.getKey())
                        .collect(Collectors.joining(", "));
    }

    /// Of a protected identity nothing is told that others are not.
    private String told(ExamReason reason) {
        return texts.orElse("rehearsal.told." + reason, texts.word(reason));
    }

    /// What to show, by university.
    public List<Documents> documents() {
        return rehearsal.documents().stream().map(this::documents).toList();
    }

    private Documents documents(ExpectedDocuments expected) {
        Set<ExamReason> refused = Set.of(ExamReason.DOC_TYPE_NOT_ACCEPTED);
        Stream<Map.Entry<DocumentType, Answer>> decided =
                expected.answers().entrySet().stream()
                        .filter(one -> !one.getValue().isDirected())
                        .filter(one -> !refused.contains(one.getValue().decision().reason()));
        return new Documents(
                expected.university(),
                types(
                        expected.answers().entrySet().stream()
                                .filter(one -> one.getValue().isDirected())),
                types(decided),
                types(
                        expected.answers().entrySet().stream()
                                .filter(one ->
                                        refused.contains(one.getValue().decision().reason()))));
    }

    private String types(Stream<Map.Entry<DocumentType, Answer>> answers) {
        String types =
                answers.map(one -> texts.word(one.getKey())).collect(Collectors.joining(", "));
        return types.isEmpty() ? "–" : types;
    }

    /// When doors open.
    public List<Opening> openings() {
        return rehearsal.openings().stream().map(this::opening).toList();
    }

    private Opening opening(DoorOpening opening) {
        return new Opening(
                name(opening.room()),
                clock(opening.from()),
                clock(opening.until()),
                rehearsal.sittings().stream()
                        .filter(sitting -> opening.candidates().containsKey(sitting.id()))
                        .map(sitting ->
                                opening.candidates().get(sitting.id()) + " " + what(sitting))
                        .collect(Collectors.joining(", ")));
    }

    private String name(@Nullable String room) {
        if (room == null) {
            return "–";
        }
        Room known = evening.rooms().get(room);
        return known == null ? room : known.name();
    }

    private String what(String sitting) {
        return rehearsal.sittings().stream()
                .filter(one -> one.id().equals(sitting))
                .map(this::what)
                .findFirst()
                .orElse("–");
    }

    private String what(Sitting sitting) {
        var exam = sitting.exam();
        return sitting.university() + " " + sitting.course() + (exam == null ? "" : " " + exam);
    }

    private String clock(Instant at) {
        return texts.clock(at, zone);
    }

    private String word(LocalDate day) {
        return texts.day(day.atStartOfDay(zone).toInstant(), zone);
    }
}
