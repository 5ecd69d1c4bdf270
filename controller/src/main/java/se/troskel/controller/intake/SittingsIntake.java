package se.troskel.controller.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.intake.CandidateReader.Candidate;
import se.troskel.controller.journal.log.RandomId;
import se.troskel.controller.register.CandidateContact;
import se.troskel.controller.register.CandidateNumber;
import se.troskel.controller.register.ExamLists;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.RegisterEdit;
import se.troskel.controller.register.RegisterEdit.ImportedPerson;
import se.troskel.controller.register.Registration;
import se.troskel.controller.register.Registration.Accommodation;
import se.troskel.controller.register.Registration.Fee;
import se.troskel.controller.register.Registration.Seat;
import se.troskel.controller.register.Registration.Status;
import se.troskel.controller.register.Sitting;

/// Reads a list of sittings, a candidate on each row. Pure but for the random ids.
///
/// What a row does not say of a candidate who is known stays as it is. A list in which every row is
/// good is the whole list of its sittings: whoever is missing there is cancelled. Of a candidate
/// who has come nothing is changed.
public final class SittingsIntake {
    private static final String KIND = "SITTINGS";
    private static final int PERCENT_MAX = 200;

    private final IntakeContext context;
    private final Map<String, String> rooms;
    private final Predicate<String> hasArrived;
    private final SittingReader sittings;
    private final CandidateReader candidates;

    /// By sitting and person, as the register has them.
    private final Map<String, Registration> known = new HashMap<>();

    private final Map<String, Candidate> people = new LinkedHashMap<>();
    private final Map<String, Registration> registrations = new LinkedHashMap<>();
    private final Map<String, IntakeRow> rows = new HashMap<>();
    private final Set<String> places = new HashSet<>();

    private SittingsIntake(
            IntakeContext context, Map<String, String> rooms, Predicate<String> hasArrived) {
        this.context = context;
        this.rooms = rooms;
        this.hasArrived = hasArrived;
        this.sittings = new SittingReader(context);
        this.candidates = new CandidateReader(context);
        context.register()
                .exams()
                .registrations()
                .values()
                .forEach(one -> known.put(key(one.sitting(), one.person()), one));
    }

    /// What an import of `bytes` would do.
    ///
    /// @param rooms id of each room by its id and by its name, both in lower case
    /// @param hasArrived whether the candidate with this registration has come
    /// @throws UnreadableTableException when it is no list of sittings
    public static Preview preview(
            byte[] bytes,
            IntakeContext context,
            Map<String, String> rooms,
            Predicate<String> hasArrived) {
        IntakeTable file = new IntakeTable(bytes, KIND);
        file.requireOneOf(Column.UNIVERSITY);
        file.requireOneOf(Column.COURSE);
        file.requireOneOf(Column.FROM);
        file.requireOneOf(Column.MINUTES);
        file.requireOneOf(Column.ROOM);
        file.requireOneOf(Column.NAME, Column.LAST_NAME);
        file.requireOneOf(Column.PERSONAL_NUMBER, Column.EXTERNAL_ID);
        SittingsIntake intake = new SittingsIntake(context, rooms, hasArrived);
        file.eachRow(intake::take);
        intake.parkHeldSeats(file);
        return intake.preview(file);
    }

    /// Reads everything before it keeps anything: a row that is refused leaves nothing behind.
    private void take(IntakeRow row) {
        Sitting sitting = sittings.read(row);
        Candidate candidate = candidates.read(row, sitting);
        String key = key(sitting.id(), candidate.person().id());
        if (registrations.containsKey(key)) {
            throw new RowRefusedException(RowProblem.CANDIDATE_TWICE, null);
        }
        Registration before = known.get(key);
        Registration now = registration(row, sitting, candidate, before);
        if (before != null && hasArrived.test(before.id()) && !now.equals(before)) {
            throw new RowRefusedException(RowProblem.ARRIVED, null);
        }
        takePlace(now, sitting);
        sittings.remember(sitting);
        candidates.remember(candidate);
        people.put(candidate.person().id(), candidate);
        registrations.put(key, now);
        rows.put(key, row);
    }

    /// Parks whoever would sit where somebody sits that an earlier list placed, which only the
    /// whole file shows: the other may be moved or gone by it. A parked row makes nobody gone, so
    /// it is looked at again until nothing is found.
    private void parkHeldSeats(IntakeTable file) {
        List<String> held;
        do {
            ExamLists after = after(file.parked().isEmpty());
            Map<Seat, List<Registration>> bySeat =
                    after.registrations().values().stream()
                            .filter(Registration::hasPlace)
                            .collect(
                                    Collectors.groupingBy(
                                            one -> Objects.requireNonNull(one.seat())));
            held =
                    registrations.keySet().stream()
                            .filter(key -> {
                                Registration one = Objects.requireNonNull(registrations.get(key));
                                Seat seat = one.seat();
                                Sitting sitting = after.sittings().get(one.sitting());
                                return seat != null
                                        && sitting != null
                                        && after.isSeatTaken(
                                                one, sitting, bySeat.getOrDefault(seat, List.of()));
                            })
                            .toList();
            for (String key : held) {
                registrations.remove(key);
                file.park(
                        Objects.requireNonNull(rows.get(key)),
                        new RowRefusedException(RowProblem.SEAT_HELD, Column.SEAT));
            }
        } while (!held.isEmpty());
    }

    /// The lists as they would be.
    private ExamLists after(boolean isWhole) {
        ExamLists now = context.register().exams();
        Map<String, Sitting> all = new HashMap<>(now.sittings());
        all.putAll(sittings.sittings());
        Map<String, Registration> ones = new HashMap<>(now.registrations());
        known.forEach((key, one) -> {
            if (isWhole && isGone(key, one)) {
                ones.remove(one.id());
            }
        });
        registrations.values().forEach(one -> ones.put(one.id(), one));
        return new ExamLists(all, ones, now.numbers());
    }

    /// Of two papers at one hour somebody has one seat.
    private void takePlace(Registration now, Sitting sitting) {
        Seat seat = now.seat();
        if (seat == null || seat.number() == null || now.status() == Status.CANCELLED) {
            return;
        }
        String place = sitting.day() + " " + sitting.start() + " " + seat.room() + " ";
        String taken = place + seat.number();
        if (!places.add(taken) && !places.contains(taken + " " + now.person())) {
            throw new RowRefusedException(RowProblem.SEAT_TAKEN, Column.SEAT);
        }
        places.add(taken + " " + now.person());
    }

    private Registration registration(
            IntakeRow row, Sitting sitting, Candidate candidate, @Nullable Registration before) {
        Accommodation rights = before == null ? Accommodation.NONE : before.accommodation();
        return new Registration(
                before == null ? RandomId.next(context.random()) : before.id(),
                sitting.id(),
                candidate.person().id(),
                row.yesOrNo(Column.CANCELLED).orElse(false) ? Status.CANCELLED : Status.REGISTERED,
                seat(row, before == null ? null : before.seat()),
                before == null ? null : before.centre(),
                new Accommodation(
                        row.text(Column.EXTENDED_TIME)
                                .map(SittingsIntake::percent)
                                .orElse(rights.extraPercent()),
                        row.yesOrNo(Column.SMALL_ROOM).orElse(rights.smallRoom())),
                row.text(Column.FEE)
                        .map(SittingsIntake::fee)
                        .orElse(before == null ? Fee.NONE : before.fee()),
                row.text(Column.REFERENCE).orElse(before == null ? null : before.reference()));
    }

    private Seat seat(IntakeRow row, @Nullable Seat before) {
        String room = BookingsIntake.room(row, rooms);
        String number = before != null && before.room().equals(room) ? before.number() : null;
        return new Seat(room, row.text(Column.SEAT).orElse(number));
    }

    private static int percent(String cell) {
        String digits = cell.replaceAll("[ %]", "");
        int percent = digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : PERCENT_MAX + 1;
        if (percent > PERCENT_MAX) {
            throw new RowRefusedException(RowProblem.PERCENT, Column.EXTENDED_TIME);
        }
        return percent;
    }

    private static Fee fee(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "nej", "ingen", "no", "none", "0" -> Fee.NONE;
            case "ja", "obetald", "yes", "due", "unpaid" -> Fee.DUE;
            case "betald", "paid" -> Fee.PAID;
            default -> throw new RowRefusedException(RowProblem.FEE, Column.FEE);
        };
    }

    private Preview preview(IntakeTable file) {
        Set<String> taken = new HashSet<>();
        Set<String> held = new HashSet<>();
        registrations
                .values()
                .forEach(one -> {
                    taken.add(one.person());
                    held.add(one.sitting());
                });
        people.keySet().retainAll(taken);
        sittings.sittings().keySet().retainAll(held);
        Preview.Tally tally = new Preview.Tally();
        registrations.forEach((key, now) -> tally.count(known.get(key), changed(key, now)));
        Map<String, Registration> put = new LinkedHashMap<>();
        registrations.values().forEach(one -> put.put(one.id(), one));
        if (file.parked().isEmpty()) {
            known.forEach((key, one) -> {
                if (isGone(key, one)) {
                    put.put(one.id(), one.withStatus(Status.CANCELLED));
                    tally.countGone();
                }
            });
        }
        ExamLists now = context.register().exams();
        Map<String, CandidateNumber> numbers = new LinkedHashMap<>();
        Map<String, CandidateContact> contacts = new LinkedHashMap<>();
        people.values()
                .forEach(candidate -> {
                    CandidateNumber number = candidate.number();
                    if (number != null) {
                        numbers.put(number.person(), number);
                    }
                    CandidateContact contact = candidate.contact();
                    if (contact != null) {
                        contacts.put(contact.person(), contact);
                    }
                });
        return tally.preview(
                new RegisterEdit.ImportExams(
                        RandomId.next(context.random()),
                        changedPeople(),
                        new ExamLists(
                                other(sittings.sittings(), now.sittings()),
                                other(put, now.registrations()),
                                other(numbers, now.numbers()),
                                other(contacts, now.contacts()),
                                Map.of()),
                        file.parked()),
                file,
                null);
    }

    /// The registration itself where nothing about it, its sitting and its person is new.
    private Object changed(String key, Registration now) {
        Sitting sitting = sittings.sittings().get(now.sitting());
        boolean same =
                now.equals(known.get(key))
                        && sitting != null
                        && sitting.equals(context.register().exams().sittings().get(now.sitting()))
                        && !isChanged(now.person())
                        && !hasNewContact(now.person());
        return same ? now : "another";
    }

    private boolean isChanged(String person) {
        Candidate candidate = people.get(person);
        Person before = context.register().people().get(person);
        return candidate != null && !candidate.person().equals(before);
    }

    private boolean hasNewContact(String person) {
        Candidate candidate = people.get(person);
        CandidateContact contact = candidate == null ? null : candidate.contact();
        return contact != null
                && !contact.equals(context.register().exams().contacts().get(person));
    }

    private boolean isGone(String key, Registration one) {
        return sittings.sittings().containsKey(one.sitting())
                && !registrations.containsKey(key)
                && one.status() == Status.REGISTERED
                && !hasArrived.test(one.id());
    }

    private List<ImportedPerson> changedPeople() {
        return people.values().stream()
                .filter(candidate ->
                        isChanged(candidate.person().id())
                                || !context.personKeys().containsKey(candidate.key()))
                .map(candidate ->
                        new ImportedPerson(candidate.person(), candidate.key(), List.of()))
                .toList();
    }

    private static <T> Map<String, T> other(Map<String, T> put, Map<String, T> now) {
        Map<String, T> other = new LinkedHashMap<>(put);
        other.entrySet().removeIf(entry -> entry.getValue().equals(now.get(entry.getKey())));
        return other;
    }

    private static String key(String sitting, String person) {
        return sitting + " " + person;
    }
}
