package se.troskel.controller.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.troskel.config.AccessRules;
import se.troskel.config.CentreConfig;
import se.troskel.config.Door;
import se.troskel.config.Room;
import se.troskel.controller.register.DayPass;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.SeatRight;
import se.troskel.controller.register.StaffAccount;
import se.troskel.controller.register.StaffAccount.Capability;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.door.DoorPosture.Entry;

/// One decision while it is being made: what it may look at, whom it has recognised, and which
/// rules have spoken. Not thread-safe; lives inside one call.
final class Deliberation {
    final AccessSnapshot snapshot;
    final CentreConfig config;
    final Instant at;
    final OpeningHours hours;

    /// Null when the clock cannot be trusted.
    final @Nullable OpeningMode mode;

    final Steps steps;
    private final List<String> rules = new ArrayList<>();
    private @Nullable Person person;
    private @Nullable StaffAccount account;
    private @Nullable DayPass pass;
    private @Nullable VisitKind kind;
    private @Nullable SeatRight seat;

    Deliberation(AccessSnapshot snapshot, Instant at) {
        this.snapshot = snapshot;
        this.config = snapshot.config();
        this.at = at;
        this.hours = new OpeningHours(config.opening(), config.centre().timeZone());
        this.mode = snapshot.clockTrusted() ? hours.mode(at) : null;
        this.steps = new Steps(config.centre(), hours, mode, at);
    }

    AccessRules rules() {
        return config.access();
    }

    void spoke(String rule) {
        rules.add(rule);
    }

    void recognise(Person known) {
        person = known;
        kind = known.kind();
        account = snapshot.register().staffOf(known.id());
    }

    /// Somebody who is here by a day pass.
    void recognise(Person known, DayPass by) {
        recognise(known);
        pass = by;
    }

    /// Whether a door is one for the person: with a day pass only its own are.
    boolean leadsHolder(Door door) {
        return pass == null || pass.opens(door.id(), door.room());
    }

    /// The person is here for this seat.
    void comesTo(SeatRight right) {
        seat = right;
    }

    /// Whether standing orders that let in these let in the person.
    boolean mayEnter(Entry entry) {
        return switch (entry) {
            case GRANTED -> true;
            case RETURNING -> mayEnterExamRooms() || (seat != null && seat.errand());
            case STAFF -> mayEnterExamRooms();
            case NOBODY -> false;
        };
    }

    /// Whether the person is here for a seat that is theirs now.
    boolean hasSeat() {
        return seat != null;
    }

    void countAs(VisitKind visit) {
        kind = visit;
    }

    DoorHours hoursOf(Door door) {
        return new DoorHours(door, hours, config.centre().timeZone());
    }

    AccessDecision refuse(CheckInReason reason, String rule, Step step) {
        return decided(reason, rule, step, Admission.NONE, false);
    }

    /// The first of two people.
    AccessDecision waitForAnother(String door, Step step) {
        return decided(
                CheckInReason.SECOND_PERSON_NEEDED,
                "two-persons.first",
                step,
                Admission.NONE.secondPersonAt(door),
                false);
    }

    AccessDecision refuseAndAlert(CheckInReason reason, String rule, Step step) {
        return decided(reason, rule, step, Admission.NONE, true);
    }

    AccessDecision grant(CheckInReason reason, String rule, Step step, Admission admission) {
        return decided(reason, rule, step, admission, admission.doorInTrouble());
    }

    AccessDecision decided(
            CheckInReason reason, String rule, Step step, Admission admission, boolean alert) {
        spoke(rule);
        return new AccessDecision(
                reason,
                step.next(),
                mode,
                step.details(),
                admission.unlock(),
                admission.secondPersonAt(),
                reason.isGranted() ? cause() : DoorCause.CREDENTIAL,
                !admission.unlock().isEmpty() && needsLonger(),
                admission.room(),
                person == null ? null : person.id(),
                kind,
                admission.ticket(),
                admission.booking(),
                alert,
                rules);
    }

    /// Whether the person works at the centre, by the register's word or by an account that moves
    /// doors: neither hours nor bookings are asked of them.
    boolean isStaff() {
        return (person != null && person.kind() == VisitKind.WORKER)
                || may(Capability.UNLOCK)
                || may(Capability.EXAM_ROOMS);
    }

    /// Whether the person may enter exam rooms while an exam posture stands; with a day pass that
    /// holds at its own doors, and it is let in by no other.
    boolean mayEnterExamRooms() {
        return pass != null || may(Capability.EXAM_ROOMS);
    }

    private DoorCause cause() {
        if (mayEnterExamRooms()) {
            return DoorCause.STAFF;
        }
        return seat != null && seat.errand() ? DoorCause.ERRAND : DoorCause.CREDENTIAL;
    }

    private boolean may(Capability capability) {
        return account != null && account.may(capability);
    }

    /// Whether the person needs the doors to stay unlocked for longer.
    boolean needsLonger() {
        return person != null && person.extendedTime();
    }

    /// Id of the person; null when nobody is recognised.
    @Nullable String person() {
        return person == null ? null : person.id();
    }

    /// What a decision brings with it.
    ///
    /// @param doorInTrouble whether a door on the way does not open as it should
    record Admission(
            List<String> unlock,
            @Nullable String room,
            @Nullable String ticket,
            @Nullable String booking,
            @Nullable String secondPersonAt,
            boolean doorInTrouble) {
        static final Admission NONE = unlocking(List.of());

        static Admission unlocking(List<String> doors) {
            return new Admission(doors, null, null, null, null, false);
        }

        static Admission to(Way way, @Nullable Room room) {
            return new Admission(
                    way.unlock(),
                    room == null ? null : room.id(),
                    null,
                    null,
                    null,
                    way.inTrouble());
        }

        Admission byTicket(String id) {
            return new Admission(unlock, room, id, booking, secondPersonAt, doorInTrouble);
        }

        Admission byBooking(String id) {
            return new Admission(unlock, room, ticket, id, secondPersonAt, doorInTrouble);
        }

        Admission secondPersonAt(String door) {
            return new Admission(unlock, room, ticket, booking, door, doorInTrouble);
        }
    }

    /// When the centre closes; null when it is not open or no end is planned.
    @Nullable Instant closing() {
        return hours.closing(at).orElse(null);
    }
}
