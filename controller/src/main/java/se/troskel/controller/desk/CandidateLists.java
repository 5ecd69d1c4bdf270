package se.troskel.controller.desk;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Room;
import se.troskel.controller.page.CandidateDesk.At;
import se.troskel.controller.page.CandidateDesk.Known;
import se.troskel.controller.page.CandidateDesk.Latest;
import se.troskel.controller.page.CandidateDesk.Line;
import se.troskel.controller.page.CandidateDesk.Listed;
import se.troskel.controller.page.CandidateDesk.Place;
import se.troskel.controller.page.CandidateDesk.Rights;
import se.troskel.controller.page.CandidateDesk.Typed;
import se.troskel.controller.page.CandidateDesk.Where;
import se.troskel.controller.page.CandidateDesk.Who;
import se.troskel.controller.register.ExamLists;
import se.troskel.controller.register.ImportDone;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Registration.Fee;
import se.troskel.controller.register.Registration.Seat;
import se.troskel.controller.register.Registration.Status;
import se.troskel.controller.register.Sitting;

/// The coming sittings with their candidates, for whoever edits one of them. Thread-safe; does not
/// block.
final class CandidateLists {
    private final Candidates.Parts parts;

    CandidateLists(Candidates.Parts parts) {
        this.parts = parts;
    }

    Optional<Listed> sitting(String id) {
        RegisterContents contents = parts.register().contents();
        return coming(id, contents.exams())
                .map(sitting ->
                        new Listed(
                                at(sitting),
                                contents.exams().candidates(id).stream()
                                        .map(one -> line(one, contents))
                                        .sorted(
                                                Comparator.comparing((Line line) ->
                                                                line.seat() == null
                                                                        ? ""
                                                                        : line.seat())
                                                        .thenComparing(Line::registration))
                                        .toList()));
    }

    Optional<Known> candidate(String registration) {
        RegisterContents contents = parts.register().contents();
        ExamLists lists = contents.exams();
        Registration one = lists.registrations().get(registration);
        return Optional.ofNullable(one)
                .flatMap(found -> coming(found.sitting(), lists))
                .map(sitting -> known(Objects.requireNonNull(one), sitting, contents));
    }

    private Known known(Registration one, Sitting sitting, RegisterContents contents) {
        Person person = contents.people().get(one.person());
        Seat seat = one.seat();
        Line line = line(one, contents);
        boolean isProtected = person != null && person.protectedIdentity();
        return new Known(
                line,
                at(sitting),
                new Typed(
                        sitting.id(),
                        new Who(
                                line.name() == null ? "" : line.name(),
                                "",
                                false,
                                isProtected,
                                text(one.reference())),
                        new Where(
                                seat == null ? "" : seat.room(),
                                seat == null ? "" : text(seat.number()),
                                text(one.centre())),
                        new Rights(
                                one.accommodation().extraPercent(),
                                one.accommodation().smallRoom(),
                                one.fee() == Fee.PAID)),
                one.fee(),
                contents.exams().numbers().containsKey(one.person()),
                person != null && people(contents).hasCard(person),
                parts.hasArrived().test(one.id()),
                contents.exams().sittings().values().stream()
                        .filter(other ->
                                other.university().equals(sitting.university())
                                        && !other.day().isBefore(today()))
                        .sorted(Comparator.comparing(Sitting::day).thenComparing(Sitting::start))
                        .map(CandidateLists::at)
                        .toList());
    }

    List<Place> rooms() {
        return parts.config().rooms().stream()
                .sorted(Comparator.comparing((Room room) -> !isForExams(room)))
                .map(room -> new Place(room.id(), room.name()))
                .toList();
    }

    Optional<Latest> latest() {
        return parts.register()
                .latestDone()
                .flatMap(done ->
                        Optional.ofNullable(done.byHand())
                                .map(ImportDone.ByHand::change)
                                .map(change ->
                                        new Latest(
                                                done.id(),
                                                change.source(),
                                                change.by(),
                                                change.at())));
    }

    /// A sitting of today or later.
    Optional<Sitting> coming(String id, ExamLists lists) {
        return Optional.ofNullable(lists.sittings().get(id))
                .filter(sitting -> !sitting.day().isBefore(today()));
    }

    /// Finds people in these contents.
    CandidatePerson people(RegisterContents contents) {
        return new CandidatePerson(
                contents,
                parts.register().personKeys(),
                parts.lookup(),
                new CandidatePerson.Calendar(today(), zone()),
                parts.random());
    }

    private Line line(Registration one, RegisterContents contents) {
        Person person = contents.people().get(one.person());
        Seat seat = one.seat();
        String room =
                seat == null
                        ? null
                        : parts.config().room(seat.room()).map(Room::name).orElse(seat.room());
        return new Line(
                one.id(),
                person == null || person.protectedIdentity() ? null : person.name(),
                seat == null || seat.number() == null ? room : room + " · " + seat.number(),
                one.status() == Status.CANCELLED);
    }

    private static At at(Sitting sitting) {
        String exam = sitting.exam();
        return new At(
                sitting.id(),
                sitting.university() + " " + sitting.course() + (exam == null ? "" : " " + exam),
                sitting.day(),
                sitting.start());
    }

    private static boolean isForExams(Room room) {
        return room.kind() == Room.Kind.EXAM || room.kind() == Room.Kind.EXAM_SMALL;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private LocalDate today() {
        return parts.wall().instant().atZone(zone()).toLocalDate();
    }

    private ZoneId zone() {
        return parts.config().centre().timeZone();
    }
}
