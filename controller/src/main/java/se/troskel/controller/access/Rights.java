package se.troskel.controller.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Door;
import se.troskel.config.Room;
import se.troskel.controller.register.Person;
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
        return deliberation.mayEnterExamRooms() ? null : notAtAnExam(way);
    }

    /// Whoever has nothing to do with the exam: nobody while only staff may enter, and no staff
    /// during admission either, which is for those with a seat.
    private @Nullable AccessDecision notAtAnExam(Way way) {
        boolean staff = deliberation.isStaff();
        return way.staffOnly() || (way.exam() && staff)
                ? deliberation.refuse(
                        CheckInReason.DOOR_UNAVAILABLE,
                        staff ? "door.no-exam-right" : "door.staff-only",
                        deliberation.steps.help())
                : null;
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
        if (mode == OpeningMode.CLOSED) {
            return deliberation.refuse(
                    CheckInReason.CLOSED, "hours.closed-day", deliberation.steps.nextOpening());
        }
        if (mode == OpeningMode.OUT_OF_HOURS) {
            return deliberation.refuse(
                    CheckInReason.OUT_OF_HOURS, "hours.not-open", deliberation.steps.nextOpening());
        }
        return null;
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
            return atTheDesk("unstaffed.no-agreement");
        }
        int age = deliberation.rules().minimumAgeUnstaffed();
        LocalDate born = person.born();
        boolean ofAge = age == 0 || (born == null ? agreed : yearsSince(born) >= age);
        return ofAge ? null : atTheDesk("unstaffed.under-age");
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
        LocalDate today =
                LocalDate.ofInstant(deliberation.at, deliberation.config.centre().timeZone());
        return ChronoUnit.YEARS.between(born, today);
    }
}
