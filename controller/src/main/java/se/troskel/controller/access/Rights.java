package se.troskel.controller.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Door;
import se.troskel.config.Room;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.SeatRight;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.decision.OpeningMode;

/// The refusals that cards and tickets share; each returns null when it has nothing against the
/// person.
final class Rights {
    private final Deliberation deliberation;

    Rights(Deliberation deliberation) {
        this.deliberation = deliberation;
    }

    static boolean hasEnded(@Nullable Instant until, Instant at) {
        return until != null && !at.isBefore(until);
    }

    @Nullable AccessDecision doorUnavailable(Way way) {
        if (way.armed()) {
            return deliberation.refuse(
                    CheckInReason.BUILDING_ARMED, "door.armed", deliberation.steps.help());
        }
        if (!way.available()) {
            return deliberation.refuse(
                    CheckInReason.DOOR_UNAVAILABLE, "door.unavailable", deliberation.steps.help());
        }
        return notAtAnExam(way);
    }

    /// Whoever has nothing to do with the exam: nobody while only staff may enter, and no staff
    /// during admission either, which is for those with a seat.
    private @Nullable AccessDecision notAtAnExam(Way way) {
        boolean staff = deliberation.isStaff();
        boolean forOthers = way.exam() && staff && !deliberation.mayEnterExamRooms();
        if (deliberation.mayEnter(way.entry()) && (!forOthers || deliberation.hasSeat())) {
            return null;
        }
        Door own = way.own();
        Room room = own == null ? null : Readers.room(deliberation.config, own.id());
        AccessDecision seat = room == null || deliberation.hasSeat() ? null : seatNotNow(room);
        return seat != null
                ? seat
                : deliberation.refuse(
                        CheckInReason.DOOR_UNAVAILABLE,
                        staff ? "door.no-exam-right" : "door.staff-only",
                        deliberation.steps.help());
    }

    /// Somebody at the door of the room with their seat at another hour than theirs: too early, or
    /// too late that day. Not asked of those whose right holds.
    @Nullable AccessDecision seatNotNow(Room here) {
        List<SeatRight> seats = ofPerson().filter(seat -> seat.room().equals(here.id())).toList();
        Optional<SeatRight> next = next(seats);
        if (next.isPresent()) {
            return later(next.get());
        }
        return seats.stream().anyMatch(seat -> isToday(seat.until()))
                ? deliberation.refuse(
                        CheckInReason.DOOR_UNAVAILABLE,
                        "seat.over",
                        deliberation.steps.help().room(here))
                : null;
    }

    /// Somebody whom nothing lets in now, but their seat does later today.
    private @Nullable AccessDecision seatLaterToday() {
        return next(ofPerson().toList())
                .filter(seat -> isToday(seat.from()))
                .map(this::later)
                .orElse(null);
    }

    private AccessDecision later(SeatRight seat) {
        return deliberation.refuse(
                CheckInReason.ROOM_EARLY,
                "seat.later",
                Step.comeBack(seat.from())
                        .until(seat.until())
                        .room(deliberation.config.room(seat.room()).orElse(null)));
    }

    private Stream<SeatRight> ofPerson() {
        String person = deliberation.person();
        return person == null
                ? Stream.of()
                : deliberation.snapshot.seats().ofPerson(person).stream();
    }

    private Optional<SeatRight> next(List<SeatRight> seats) {
        return seats.stream()
                .filter(seat -> deliberation.at.isBefore(seat.from()))
                .min(Comparator.comparing(SeatRight::from));
    }

    private boolean isToday(Instant instant) {
        return localDay(instant).equals(localDay(deliberation.at));
    }

    private LocalDate localDay(Instant instant) {
        return LocalDate.ofInstant(instant, deliberation.config.centre().timeZone());
    }

    /// The last question before a grant: whether the door at the reader, where it is locked, asks
    /// for two people and this is the second. The same person twice is one, and a ticket that names
    /// nobody may be anybody's, so it is neither.
    @Nullable AccessDecision needsAnother(Way way) {
        Door own = way.own();
        if (own == null || !own.rules().twoPersons() || !way.unlock().contains(own.id())) {
            return null;
        }
        String person = deliberation.person();
        if (person == null) {
            return deliberation.refuse(
                    CheckInReason.UNKNOWN, "two-persons.nobody", deliberation.steps.help());
        }
        SecondPersonWait first = deliberation.snapshot.secondPersons().get(own.id());
        boolean second =
                first != null
                        && deliberation.at.isBefore(first.until())
                        && !first.person().equals(person);
        if (second) {
            deliberation.spoke("two-persons.second");
            return null;
        }
        return deliberation.waitForAnother(
                own.id(), new Step(NextStep.SHOW_AGAIN).doorName(way.insteadName()));
    }

    /// Says what is worth knowing about a grant by this way; refuses nobody.
    void remark(Way way) {
        Door own = way.own();
        String person = deliberation.person();
        if (own != null
                && person != null
                && own.rules().notesReentry()
                && deliberation
                        .snapshot
                        .cameIn()
                        .getOrDefault(person, Set.of())
                        .contains(own.id())) {
            deliberation.spoke(AccessDecision.CAME_IN_AGAIN);
        }
        if (way.inTrouble()) {
            deliberation.spoke(way.instead() == null ? "door.in-trouble" : "door.another");
        }
        if (!way.unlock().isEmpty() && deliberation.needsLonger()) {
            deliberation.spoke("person.extended-time");
        }
    }

    @Nullable AccessDecision notOpen() {
        OpeningMode mode = deliberation.mode;
        if (mode != OpeningMode.CLOSED && mode != OpeningMode.OUT_OF_HOURS) {
            return null;
        }
        AccessDecision seat = seatLaterToday();
        if (seat != null) {
            return seat;
        }
        if (mode == OpeningMode.CLOSED) {
            return deliberation.refuse(
                    CheckInReason.CLOSED, "hours.closed-day", deliberation.steps.nextOpening());
        }
        return deliberation.refuse(
                CheckInReason.OUT_OF_HOURS, "hours.not-open", deliberation.steps.nextOpening());
    }

    /// Alone in the building: the agreement, and the age by the birth date on the centre's
    /// calendar. Somebody born on 29 February comes of age on 1 March. Without a birth date only
    /// the accepted agreement speaks for somebody, since staff saw the identity document then.
    @Nullable AccessDecision mayNotBeAlone(Person person) {
        if (deliberation.mode != OpeningMode.UNSTAFFED) {
            return null;
        }
        boolean agreed = person.agreementAcceptedAt() != null;
        if (deliberation.rules().agreementUnstaffed() && !agreed) {
            return alone("unstaffed.no-agreement");
        }
        int age = deliberation.rules().minimumAgeUnstaffed();
        LocalDate born = person.born();
        boolean ofAge = age == 0 || (born == null ? agreed : yearsSince(born) >= age);
        return ofAge ? null : alone("unstaffed.under-age");
    }

    private AccessDecision alone(String rule) {
        AccessDecision seat = seatLaterToday();
        return seat != null ? seat : atTheDesk(rule);
    }

    /// Something about the person has to be settled at the desk first.
    AccessDecision atTheDesk(String rule) {
        return deliberation.refuse(
                CheckInReason.AGREEMENT_MISSING, rule, deliberation.steps.desk());
    }

    @Nullable AccessDecision full(@Nullable Room room) {
        Space space = new Space(deliberation.snapshot);
        if (room == null) {
            return space.isCentreFull()
                    ? deliberation.refuse(
                            CheckInReason.FULL, "space.centre-full", deliberation.steps.help())
                    : null;
        }
        return space.isFull(room) ? full(room, "space.room-full") : null;
    }

    /// This room cannot be had now, perhaps another.
    AccessDecision full(Room room, String rule) {
        Step step =
                new Space(deliberation.snapshot)
                        .instead(room)
                        .map(other -> new Step(NextStep.GO_TO_OTHER_ROOM).otherRoom(other))
                        .orElseGet(deliberation.steps::help);
        return deliberation.refuse(CheckInReason.FULL, rule, step.room(room));
    }

    private long yearsSince(LocalDate born) {
        return ChronoUnit.YEARS.between(born, localDay(deliberation.at));
    }
}
