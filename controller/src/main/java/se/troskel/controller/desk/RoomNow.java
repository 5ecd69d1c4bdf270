package se.troskel.controller.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.troskel.config.CentreConfig;
import se.troskel.config.Device;
import se.troskel.config.Door;
import se.troskel.config.Room;
import se.troskel.controller.exam.ExamDay;
import se.troskel.controller.exam.ExamFact;
import se.troskel.controller.exam.ExamLog;
import se.troskel.controller.exam.ExamNote;
import se.troskel.controller.exam.ExamPlan;
import se.troskel.controller.exam.Interruption;
import se.troskel.controller.page.ExamRoom;
import se.troskel.controller.page.ExamRoom.Line;
import se.troskel.controller.page.ExamRoom.Seated;
import se.troskel.controller.page.ExamRoom.Unlisted;
import se.troskel.controller.page.ExamRoom.Written;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Registration.Seat;
import se.troskel.controller.register.Registration.Status;
import se.troskel.controller.register.Sitting;

/// One exam room at one moment, read off the exam day. Whoever has no seat is in every room of
/// their sitting, so that no page misses them.
final class RoomNow {
    private static final Comparator<Seated> BY_SEAT =
            Comparator.comparing((Seated one) -> one.seat() == null)
                    .thenComparingInt(one -> number(one.seat()))
                    .thenComparing(one -> String.valueOf(one.seat()))
                    .thenComparing(Seated::what)
                    .thenComparing(Seated::registration);
    private static final int REFERENCE_LENGTH = 8;
    private static final int SEAT_DIGITS_MAX = 6;

    private final CentreConfig config;
    private final ExamPlan plan;
    private final ExamLog log;
    private final Set<String> protectedPersons;
    private final Room room;
    private final Instant at;
    private final ZoneId zone;
    private final List<Interruption> interruptions;
    private final List<Registration> registrations;

    RoomNow(CentreConfig config, ExamDay day, Room room, Instant at) {
        this.config = config;
        this.plan = day.plan();
        this.log = day.log();
        this.protectedPersons = day.protectedPersons();
        this.room = room;
        this.at = at;
        this.zone = config.centre().timeZone();
        this.interruptions = log.interruptions();
        this.registrations = registrations();
    }

    static boolean isHere(Registration one) {
        return one.status() == Status.REGISTERED && one.centre() == null;
    }

    static boolean isSeatIn(Registration one, String room) {
        Seat seat = one.seat();
        return seat != null && seat.room().equals(room);
    }

    /// Those whose registration stands no more stay on the page once they have come.
    private List<Registration> registrations() {
        LocalDate today = at.atZone(zone).toLocalDate();
        List<Registration> all =
                plan.registrations().stream()
                        .filter(one ->
                                plan.sitting(one.sitting())
                                        .map(Sitting::day)
                                        .filter(today::equals)
                                        .isPresent())
                        .filter(one -> isHere(one) || !log.progress(one.id()).notes().isEmpty())
                        .toList();
        Set<String> here =
                all.stream()
                        .filter(one -> isSeatIn(one, room.id()))
                        .map(Registration::sitting)
                        .collect(Collectors.toSet());
        Set<String> somewhere =
                all.stream()
                        .filter(one -> one.seat() != null)
                        .map(Registration::sitting)
                        .collect(Collectors.toSet());
        return all.stream()
                .filter(one ->
                        one.seat() == null
                                ? here.contains(one.sitting()) || !somewhere.contains(one.sitting())
                                : isSeatIn(one, room.id()))
                .toList();
    }

    ExamRoom room(long version) {
        Optional<ExamNote> help =
                today(ExamFact.HelpAsked.class)
                        .filter(note -> ((ExamFact.HelpAsked) note.fact()).room().equals(room.id()))
                        .reduce((_, later) -> later);
        return new ExamRoom(
                room.id(),
                room.name(),
                at,
                zone,
                sittings(),
                candidates(),
                today(ExamFact.CameUnlisted.class)
                        .filter(note -> !log.isSeen(note.id()))
                        .map(this::unlisted)
                        .toList(),
                help.orElse(null),
                help.map(note -> log.isSeen(note.id())).orElse(false),
                config.doors().stream()
                        .filter(door -> room.id().equals(door.room()))
                        .map(Door::id)
                        .toList(),
                version);
    }

    private java.util.stream.Stream<ExamNote> today(Class<? extends ExamFact> kind) {
        Instant since = at.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        return log.notes().stream()
                .filter(note -> kind.isInstance(note.fact()))
                .filter(note -> !note.happened().isBefore(since))
                .filter(note -> !log.isUndone(note.id()));
    }

    private Unlisted unlisted(ExamNote note) {
        ExamFact.CameUnlisted fact = (ExamFact.CameUnlisted) note.fact();
        return new Unlisted(
                note.id(),
                config.devices().stream()
                        .filter(device -> device.id().equals(fact.device()))
                        .map(Device::name)
                        .findFirst()
                        .orElse(fact.device()),
                fact.reason(),
                note.happened());
    }

    List<Written> sittings() {
        return registrations.stream()
                .map(Registration::sitting)
                .distinct()
                .flatMap(id -> plan.sitting(id).stream())
                .map(this::written)
                .sorted(
                        Comparator.<Written, Instant>comparing(one -> one.times().start())
                                .thenComparing(Written::what))
                .toList();
    }

    private Written written(Sitting sitting) {
        List<Registration> all =
                registrations.stream().filter(one -> one.sitting().equals(sitting.id())).toList();
        List<Interruption> own =
                interruptions.stream().filter(one -> one.sitting().equals(sitting.id())).toList();
        List<Instant> ends =
                all.stream().map(one -> plan.end(one, interruptions, at)).sorted().toList();
        Instant start = plan.times(sitting).start();
        Instant fallback = start.plus(Duration.ofMinutes(sitting.writingMinutes()));
        return new Written(
                sitting.id(),
                what(sitting),
                plan.times(sitting),
                all.stream().map(plan::earliestLeave).max(Comparator.naturalOrder()).orElse(start),
                ends.isEmpty() ? fallback : ends.getFirst(),
                ends.isEmpty() ? fallback : ends.getLast(),
                own,
                log.counted(sitting.id()).stream()
                        .filter(note ->
                                note.fact() instanceof ExamFact.OfSitting
                                        && !(note.fact()
                                                        instanceof
                                                        ExamFact.Deviated(
                                                                @Nullable String about,
                                                                String _)
                                                && about != null))
                        .toList());
    }

    private static String what(Sitting sitting) {
        String exam = sitting.exam();
        return sitting.university() + " " + sitting.course() + (exam == null ? "" : " " + exam);
    }

    List<Seated> candidates() {
        return registrations.stream().map(this::seated).sorted(BY_SEAT).toList();
    }

    private Seated seated(Registration one) {
        Seat seat = one.seat();
        String reference = one.reference();
        return new Seated(
                one.id(),
                one.sitting(),
                plan.sitting(one.sitting()).map(RoomNow::what).orElse(""),
                seat == null ? null : seat.number(),
                reference == null
                        ? one.id().substring(0, Math.min(REFERENCE_LENGTH, one.id().length()))
                        : reference,
                protectedPersons.contains(one.person()),
                log.progress(one.id()),
                plan.earliestLeave(one),
                plan.end(one, interruptions, at),
                lines(one.id()));
    }

    private List<Line> lines(String registration) {
        List<Line> lines = new ArrayList<>();
        for (ExamNote note : log.notes()) {
            if (isAbout(note.fact(), registration)) {
                boolean undone = log.isUndone(note.id());
                lines.add(
                        new Line(
                                note,
                                undone,
                                !undone
                                        && note.fact() instanceof ExamFact.Admitted admitted
                                        && admitted.toCountersign()
                                        && !log.isCountersigned(note.id())));
            }
        }
        return lines;
    }

    private static boolean isAbout(ExamFact fact, String registration) {
        return switch (fact) {
            case ExamFact.OfCandidate of -> of.registration().equals(registration);
            case ExamFact.Deviated(String about, String _) -> registration.equals(about);
            case ExamFact.OfSitting _,
                    ExamFact.OfNote _,
                    ExamFact.CameUnlisted _,
                    ExamFact.HelpAsked _ ->
                    false;
        };
    }

    /// Seats are in the order in which somebody walks along them: 2 before 10.
    private static int number(@Nullable String seat) {
        String digits = seat == null ? "" : seat.replaceAll("\\D.*", "");
        return digits.isEmpty() || digits.length() > SEAT_DIGITS_MAX
                ? Integer.MAX_VALUE
                : Integer.parseInt(digits);
    }
}
