package se.troskel.controller.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.troskel.config.CentreConfig;
import se.troskel.config.Room;
import se.troskel.controller.exam.ApprovalEntry;
import se.troskel.controller.exam.ExamDay;
import se.troskel.controller.exam.ExamDecision;
import se.troskel.controller.exam.ExamEntry;
import se.troskel.controller.exam.ExamFact;
import se.troskel.controller.page.ExamRoom;
import se.troskel.controller.page.ExamRoomDesk;
import se.troskel.controller.register.EditRefusedException;
import se.troskel.controller.register.ExamText;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.Register;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.register.RegisterEdit;
import se.troskel.controller.register.RegisterUnavailableException;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Sitting;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.site.SiteInput;
import se.troskel.controller.site.SiteLoop;
import se.troskel.controller.staff.Done;

/// The invigilator's page over the exam day: who is in which room is computed whenever it is asked
/// for, so that every page says the same. Thread-safe; a question blocks as long as the loop's
/// answer takes.
public final class ExamRooms implements ExamRoomDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ExamRooms.class);
    private static final Done BUSY = new Done(false, "desk.slow", null);

    private final CentreConfig config;
    private final Supplier<RegisterContents> register;
    private final Loop loop;
    private final InstantSource clock;
    private final ZoneId zone;

    /// What is asked of the site.
    ///
    /// @param day what is known of exams now
    /// @param note notes a line; done with the id of the line as its value
    /// @param approve approves or rejects; empty when no answer came in time
    /// @param keep keeps the words of a deviation in the register
    /// @param words reads them again; empty where they are kept no more
    public record Loop(
            Supplier<ExamDay> day,
            BiFunction<StaffAccount, ExamEntry, Done> note,
            BiFunction<StaffAccount, ApprovalEntry, Optional<ExamDecision>> approve,
            Words keep,
            Function<UUID, Optional<String>> words) {}

    /// Keeps words.
    @FunctionalInterface
    public interface Words {
        /// Keeps them; what is kept is never changed.
        ///
        /// @param note id of the line that they belong to
        Done keep(UUID note, String sitting, String words);
    }

    public ExamRooms(
            CentreConfig config,
            Supplier<RegisterContents> register,
            Loop loop,
            InstantSource clock) {
        this.config = config;
        this.register = register;
        this.loop = loop;
        this.clock = clock;
        this.zone = config.centre().timeZone();
    }

    /// Over a site's loop and its register.
    public static ExamRooms of(
            CentreConfig config, Register register, SiteLoop site, InstantSource clock) {
        return new ExamRooms(
                config,
                register::contents,
                new Loop(
                        () -> site.view().exams(),
                        (by, entry) ->
                                site.ask((CompletableFuture<Done> reply) ->
                                                (SiteInput)
                                                        new SiteInput.ExamAsked(by, entry, reply))
                                        .orElse(BUSY),
                        (by, entry) ->
                                site.ask((CompletableFuture<ExamDecision> reply) ->
                                        (SiteInput) new SiteInput.ApprovalAsked(by, entry, reply)),
                        (note, sitting, words) -> keep(register, note, sitting, words),
                        note ->
                                Optional.ofNullable(
                                                register.contents()
                                                        .exams()
                                                        .texts()
                                                        .get(note.toString()))
                                        .map(ExamText::text)),
                clock);
    }

    private static Done keep(Register register, UUID note, String sitting, String words) {
        try {
            register.edit(
                    new RegisterEdit.PutExamText(new ExamText(note.toString(), sitting, words)));
            return new Done(true, "exam.noted", note.toString());
        } catch (EditRefusedException | RegisterUnavailableException e) {
            LOG.warn("the words of a deviation were not kept", e);
            return new Done(false, "register.refused", null);
        }
    }

    private LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    @Override
    public List<RoomLine> rooms() {
        ExamDay day = loop.day().get();
        LocalDate today = today();
        return config.rooms().stream()
                .filter(room -> isWrittenIn(day, room, today))
                .map(room -> {
                    RoomNow now = new RoomNow(config, day, room, clock.instant());
                    return new RoomLine(
                            room.id(),
                            room.name(),
                            now.sittings().stream().map(ExamRoom.Written::what).toList(),
                            now.candidates().size());
                })
                .sorted(Comparator.comparing(RoomLine::name))
                .toList();
    }

    /// Where nobody has been given a room yet, every exam room is one.
    private static boolean isWrittenIn(ExamDay day, Room room, LocalDate today) {
        List<Registration> of =
                day.plan().registrations().stream()
                        .filter(one ->
                                day.plan()
                                        .sitting(one.sitting())
                                        .map(Sitting::day)
                                        .filter(today::equals)
                                        .isPresent())
                        .filter(RoomNow::isHere)
                        .toList();
        boolean isExamRoom = room.kind() == Room.Kind.EXAM || room.kind() == Room.Kind.EXAM_SMALL;
        return of.stream().anyMatch(one -> RoomNow.isSeatIn(one, room.id()))
                || (isExamRoom
                        && of.stream().anyMatch(one -> one.seat() == null)
                        && of.stream().allMatch(one -> one.seat() == null));
    }

    @Override
    public Optional<ExamRoom> room(String id) {
        ExamDay day = loop.day().get();
        return config.rooms().stream()
                .filter(room -> room.id().equals(id))
                .filter(room -> isWrittenIn(day, room, today()))
                .findFirst()
                .map(room ->
                        new RoomNow(config, day, room, clock.instant())
                                .room(register.get().version()));
    }

    @Override
    public Optional<Who> who(String registration) {
        ExamDay day = loop.day().get();
        return day.plan()
                .registration(registration)
                .map(Registration::person)
                .filter(person -> !day.protectedPersons().contains(person))
                .map(person -> register.get().people().get(person))
                .filter(person -> !person.protectedIdentity())
                .map(ExamRooms::who);
    }

    private static Who who(Person person) {
        String name = person.name().strip();
        int first = name.indexOf(' ');
        int last = name.lastIndexOf(' ');
        LocalDate born = person.born();
        return new Who(
                first < 0
                        ? name
                        : name.substring(0, first)
                                + " "
                                + Character.toString(name.codePointAt(last + 1))
                                + ".",
                born == null ? null : born.getYear());
    }

    @Override
    public Optional<String> words(UUID note) {
        return loop.words().apply(note);
    }

    @Override
    public List<Call> calls() {
        ExamDay day = loop.day().get();
        Instant since = today().atStartOfDay(zone).toInstant();
        return day.log().notes().stream()
                .filter(note -> note.fact() instanceof ExamFact.HelpAsked)
                .filter(note -> !note.recorded().isBefore(since))
                .filter(note -> !day.log().isSeen(note.id()) && !day.log().isUndone(note.id()))
                .map(note -> {
                    String room = ((ExamFact.HelpAsked) note.fact()).room();
                    return new Call(note.id(), room, roomName(room), note.happened());
                })
                .toList();
    }

    private String roomName(String id) {
        return config.rooms().stream()
                .filter(room -> room.id().equals(id))
                .map(Room::name)
                .findFirst()
                .orElse(id);
    }

    @Override
    public Done note(StaffAccount by, ExamEntry entry) {
        return loop.note().apply(by, entry);
    }

    @Override
    public Optional<ExamDecision> approve(StaffAccount by, ApprovalEntry entry) {
        return loop.approve().apply(by, entry);
    }

    /// The line first: words without a line would belong to nothing.
    @Override
    public Done deviate(StaffAccount by, Deviation deviation) {
        UUID id = UUID.randomUUID();
        Done kept = loop.keep().keep(id, deviation.sitting(), deviation.words());
        return !kept.done()
                ? new Done(false, "exam.words-lost", null)
                : note(
                        by,
                        new ExamEntry(
                                id,
                                deviation.sitting(),
                                deviation.happened(),
                                new ExamFact.Deviated(
                                        deviation.registration(),
                                        ExamText.hash(deviation.words()))));
    }
}
