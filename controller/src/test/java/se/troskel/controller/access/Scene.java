package se.troskel.controller.access;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.troskel.config.AccessRules;
import se.troskel.config.Alarms;
import se.troskel.config.Api;
import se.troskel.config.Centre;
import se.troskel.config.CentreConfig;
import se.troskel.config.Door;
import se.troskel.config.OccupancyRules;
import se.troskel.config.Opening;
import se.troskel.config.Opening.ClosedDays;
import se.troskel.config.Opening.Period;
import se.troskel.config.Retention;
import se.troskel.config.Room;
import se.troskel.controller.register.Booking;
import se.troskel.controller.register.BookingIndex;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.DayPass;
import se.troskel.controller.register.ExamLists;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.RegisterContents;
import se.troskel.controller.register.SeatRight;
import se.troskel.controller.register.SeatRights;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.register.StaffAccount.Capability;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPosture;

/// A centre at an instant, for tests of decisions. Katrineholm's hours: weekdays 06-22, of them
/// 08-17 staffed, Saturdays 09-15 unstaffed, closed over Christmas. Rooms: `study` (open), `quiet`
/// (open), `group` (by booking, behind `group-door`). One student, Alva, born 2000, with card
/// `alva`, agreement and PIN.
final class Scene {
    static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    static final String TUESDAY = "2026-03-03T10:00";
    static final String TUESDAY_EVENING = "2026-03-03T19:00";
    static final String TUESDAY_NIGHT = "2026-03-03T23:00";
    static final String CHRISTMAS = "2026-12-25T10:00";
    static final String ENTRANCE = "entrance";
    static final String GROUP_DOOR = "group-door";
    static final String QUIET_DOOR = "quiet-door";

    final Map<String, Person> people = new HashMap<>();
    final Map<String, StaffAccount> staff = new HashMap<>();
    final Map<String, DayPass> passes = new HashMap<>();
    final Map<String, Credential> credentials = new HashMap<>();
    final List<Booking> bookings = new ArrayList<>();
    final List<SeatRight> seats = new ArrayList<>();
    final Map<String, PinState> pins = new HashMap<>();
    final Set<String> usedTickets = new HashSet<>();
    final Set<String> startedBookings = new HashSet<>();
    final Set<String> blocked = new HashSet<>();
    final Map<String, Integer> estimated = new HashMap<>();
    final Map<String, Integer> counted = new HashMap<>();
    final Map<String, DoorMode> doorModes = new HashMap<>();
    final Map<String, DoorPosture> postures = new HashMap<>();
    final Map<String, SecondPersonWait> secondPersons = new HashMap<>();
    final Map<String, Set<String>> cameIn = new HashMap<>();
    final Set<String> doorsInTrouble = new HashSet<>();
    final List<Door> moreDoors = new ArrayList<>();
    final Map<String, Door.Rules> doorRules = new HashMap<>();
    boolean clockTrusted = true;
    boolean evacuate;
    @Nullable String phone = "0150-000 00";
    Opening opening = opening();
    @Nullable String door = ENTRANCE;
    PinEntered pin = PinEntered.NOT_YET;
    Instant at = local(TUESDAY);

    Scene() {
        student("alva", LocalDate.of(2000, 5, 17));
    }

    static Instant local(String text) {
        return LocalDateTime.parse(text).atZone(ZONE).toInstant();
    }

    Scene at(String text) {
        at = local(text);
        return this;
    }

    Scene at(@Nullable String readerDoor, String text) {
        door = readerDoor;
        return at(text);
    }

    Scene pin(PinEntered entered) {
        pin = entered;
        return this;
    }

    void student(String id, @Nullable LocalDate born) {
        person(id, VisitKind.STUDENT, born, local("2026-01-01T00:00"));
    }

    void person(String id, VisitKind kind, @Nullable LocalDate born, @Nullable Instant agreed) {
        people.put(
                id,
                new Person(
                        id,
                        "Alva Testsson",
                        kind,
                        born,
                        local("2026-01-01T00:00"),
                        local("2027-07-01T00:00"),
                        agreed,
                        false,
                        false));
        credentials.put(id, new Credential(id, id, "$argon2id$", null, false));
    }

    /// The person's cards are linked to an account.
    void account(String id, Set<Capability> capabilities) {
        staff.put(id, new StaffAccount(id, "Ada Provsson", "-", false, capabilities, id));
    }

    /// A worker with a day pass from 09 until 17 on that Tuesday.
    void pass(String id, Set<String> rooms, Set<String> passDoors) {
        person(id, VisitKind.WORKER, null, null);
        passes.put(
                id,
                new DayPass(
                        id,
                        id,
                        "code-" + id,
                        rooms,
                        passDoors,
                        local("2026-03-03T09:00"),
                        local("2026-03-03T17:00")));
    }

    void valid(String id, String from, @Nullable String until) {
        Person p = Objects.requireNonNull(people.get(id));
        people.put(
                id,
                new Person(
                        id,
                        p.name(),
                        p.kind(),
                        p.born(),
                        local(from),
                        until == null ? null : local(until),
                        p.agreementAcceptedAt(),
                        false,
                        p.extendedTime()));
    }

    /// Doors stay unlocked longer for this person.
    void longer(String id) {
        Person p = Objects.requireNonNull(people.get(id));
        people.put(
                id,
                new Person(
                        id,
                        p.name(),
                        p.kind(),
                        p.born(),
                        p.validFrom(),
                        p.validUntil(),
                        p.agreementAcceptedAt(),
                        false,
                        true));
    }

    void card(
            String lookup, @Nullable String pinHash, @Nullable String until, boolean blockedCard) {
        credentials.put(
                lookup,
                new Credential(
                        lookup, "alva", pinHash, until == null ? null : local(until), blockedCard));
    }

    void booking(String id, String room, String from, String until) {
        bookings.add(new Booking(id, room, "alva", local(from), local(until)));
    }

    /// A seat on that Tuesday.
    void seat(String person, String room, String from, String until) {
        seat(person, room, from, until, false);
    }

    /// Somebody with a seat is out on an errand on that Tuesday.
    void errand(String person, String room, String from, String until) {
        seat(person, room, from, until, true);
    }

    private void seat(String person, String room, String from, String until, boolean errand) {
        seats.add(
                new SeatRight(
                        room + '-' + person,
                        person,
                        room,
                        local("2026-03-03T" + from),
                        local("2026-03-03T" + until),
                        errand));
    }

    AccessDecision card(String lookup) {
        return ask(new Claim.Card(lookup), Intent.ENTER);
    }

    AccessDecision leave(Claim claim) {
        return ask(claim, Intent.LEAVE);
    }

    AccessDecision ticket(Claim.Ticket ticket) {
        return ask(ticket, Intent.ENTER);
    }

    static Claim.Ticket ticketFor(@Nullable String person, @Nullable String room) {
        return new Claim.Ticket(
                Medium.QR,
                "00aa",
                person,
                room,
                local("2026-03-03T09:00"),
                local("2026-03-03T21:00"));
    }

    AccessDecision ask(Claim claim, Intent intent) {
        return Access.decide(
                snapshot(), new AccessQuestion(claim, intent, pin, "kiosk-1", door), at);
    }

    AccessSnapshot snapshot() {
        return new AccessSnapshot(
                config(),
                new RegisterContents(
                        1,
                        people,
                        credentials,
                        BookingIndex.of(bookings),
                        Map.of(),
                        Map.of(),
                        staff,
                        passes,
                        ExamLists.EMPTY),
                SeatRights.of(seats),
                pins,
                usedTickets,
                startedBookings,
                blocked,
                estimated,
                counted,
                doorModes,
                postures,
                secondPersons,
                cameIn,
                doorsInTrouble,
                clockTrusted,
                evacuate);
    }

    static Opening opening() {
        Set<DayOfWeek> weekdays = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        return new Opening(
                List.of(
                        period(weekdays, "17:00", "22:00", OpeningMode.UNSTAFFED),
                        period(weekdays, "06:00", "08:00", OpeningMode.UNSTAFFED),
                        period(weekdays, "08:00", "17:00", OpeningMode.STAFFED),
                        period(
                                Set.of(DayOfWeek.SATURDAY),
                                "09:00",
                                "15:00",
                                OpeningMode.UNSTAFFED)),
                List.of(
                        new ClosedDays(
                                LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 26), "Jul"),
                        new ClosedDays(LocalDate.of(2026, 5, 1), null, "Första maj")),
                null);
    }

    static Period period(Set<DayOfWeek> days, String from, String until, OpeningMode mode) {
        return new Period(days, LocalTime.parse(from), LocalTime.parse(until), mode);
    }

    CentreConfig config() {
        return new CentreConfig(
                new Centre(
                        "KAT",
                        "Campus Viadidakt",
                        "Katrineholm",
                        "0483",
                        "Fredsgatan 38",
                        ZONE,
                        phone,
                        List.of("sv", "en")),
                opening,
                List.of(
                        room("hall", Room.Kind.COMMON, 100, true),
                        room("study", Room.Kind.STUDY, 12, true),
                        room("quiet", Room.Kind.QUIET, 8, true),
                        room("group", Room.Kind.GROUP, 6, false)),
                doors(),
                List.of(),
                Alarms.NONE,
                List.of(),
                new AccessRules(
                        18, true, 3, 15, 4, 10, 15, List.of(15, 5, 0), 5, 5, 15, 240, List.of()),
                new OccupancyRules(60, 3, 60),
                new Retention(30, 90, 365, 400, "KS 1"),
                new Api("127.0.0.1", 0),
                null,
                null);
    }

    private static Room room(String id, Room.Kind kind, int most, boolean open) {
        return new Room(id, "Rum " + id, kind, most, most, most, open, Map.of());
    }

    private List<Door> doors() {
        List<Door> doors = new ArrayList<>();
        doors.add(door(ENTRANCE, null, rules(ENTRANCE)));
        doors.add(door(GROUP_DOOR, "group", rules(GROUP_DOOR)));
        doors.add(door(QUIET_DOOR, "quiet", rules(QUIET_DOOR)));
        doors.addAll(moreDoors);
        return doors;
    }

    private Door.Rules rules(String door) {
        return doorRules.getOrDefault(door, Door.Rules.PLAIN);
    }

    static Door door(String id, @Nullable String room) {
        return door(id, room, Door.Rules.PLAIN);
    }

    static Door door(String id, @Nullable String room, Door.Rules rules) {
        Set<DayOfWeek> weekdays = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        return new Door(
                id,
                id,
                Door.Kind.OWN,
                room,
                new Door.Lock(Door.Lock.Type.FAIL_SECURE, id + "-lock"),
                Door.EgressHardware.HANDLE,
                id + "-contact",
                id + "-exit",
                null,
                null,
                null,
                null,
                null,
                new Door.Times(5, 10, 30, 10),
                rules,
                false,
                List.of(
                        new Door.Hours(
                                Set.of(DayOfWeek.SUNDAY),
                                LocalTime.parse("08:00"),
                                LocalTime.parse("00:00"))),
                List.of(
                        new Door.Hours(
                                weekdays, LocalTime.parse("08:00"), LocalTime.parse("17:00"))),
                List.of(
                        new Door.Assurance(
                                weekdays,
                                LocalTime.parse("08:00"),
                                LocalTime.parse("17:00"),
                                Door.Assurance.Require.CARD,
                                "Test Testsson, 2026-01-01")));
    }
}
