package se.troskel.controller.access;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Room;
import se.troskel.controller.access.Deliberation.Admission;
import se.troskel.controller.register.Booking;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.SeatRight;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.NextStep;

/// Entry by card: who it is, then whether the hour, the person, the room and the PIN allow it.
final class CardRules {
    private final Deliberation deliberation;
    private final Rights rights;
    private final SeatRules seats;
    private final PinQuestion pins;
    private final @Nullable String door;

    CardRules(Deliberation deliberation, AccessQuestion question) {
        this.deliberation = deliberation;
        this.rights = new Rights(deliberation);
        this.seats = new SeatRules(deliberation, rights, question.door());
        this.pins = new PinQuestion(deliberation, question.pin());
        this.door = question.door();
    }

    AccessDecision decide(Claim.Card card) {
        AccessSnapshot snapshot = deliberation.snapshot;
        Credential credential = snapshot.register().credentials().get(card.lookup());
        Person person =
                credential == null ? null : snapshot.register().people().get(credential.person());
        if (person != null) {
            deliberation.recognise(person);
        }
        if (isBlocked(snapshot, card, credential)) {
            return deliberation.refuseAndAlert(
                    CheckInReason.BLOCKED, "card.blocked", deliberation.steps.help());
        }
        boolean isPass = snapshot.register().passes().containsKey(card.lookup());
        if (credential == null || person == null || isPass) {
            return unknown("card.unknown");
        }
        if (deliberation.mode == null) {
            return withoutClock();
        }
        if (deliberation.at.isBefore(person.validFrom())) {
            return unknown("person.not-yet-valid");
        }
        if (Rights.hasEnded(person.validUntil(), deliberation.at)) {
            return expired("person.expired");
        }
        if (Rights.hasEnded(credential.validUntil(), deliberation.at)) {
            return credential.loan() != null
                    ? deliberation.refuse(
                            CheckInReason.LOAN_OVER, "card.loan-over", deliberation.steps.desk())
                    : expired("card.expired");
        }
        List<SeatRight> seat = seats.mayComeAsCandidate() ? seats.now(person.id()) : List.of();
        if (!seat.isEmpty()) {
            return seats.decide(seat, way -> pinRefusal(way, credential));
        }
        return deliberation.isStaff() ? worker(credential) : visitor(credential, person);
    }

    static boolean isBlocked(
            AccessSnapshot snapshot, Claim.Card card, @Nullable Credential credential) {
        return snapshot.blocked().contains(card.lookup())
                || (credential != null && credential.blocked());
    }

    /// Staff opens doors at every hour, and rooms that are full or booked: somebody has to be able
    /// to set things right. Neither agreement nor age is asked for.
    private AccessDecision worker(Credential credential) {
        Way way = Way.from(deliberation, door, null);
        AccessDecision refused = rights.doorUnavailable(way);
        if (refused == null) {
            refused = pinRefusal(way, credential);
        }
        if (refused == null) {
            refused = rights.needsAnother(way);
        }
        return refused != null ? refused : checkedIn("person.worker", way, roomAtReader());
    }

    private AccessDecision visitor(Credential credential, Person person) {
        AccessDecision refused = rights.doorUnavailable(Way.from(deliberation, door, null));
        if (refused == null) {
            refused = rights.notOpen();
        }
        if (refused == null) {
            refused = rights.mayNotBeAlone(person);
        }
        if (refused != null) {
            return refused;
        }
        Room here = roomAtReader();
        List<Booking> current =
                new Bookings(deliberation.snapshot, deliberation.at)
                        .ofPerson(person.id()).stream()
                                .filter(booking -> here == null || isIn(booking, here))
                                .toList();
        if (current.stream().map(Booking::room).distinct().count() > 1) {
            return deliberation.refuse(
                    CheckInReason.AMBIGUOUS, "booking.several", deliberation.steps.help());
        }
        if (!current.isEmpty()) {
            return booked(credential, current.getFirst());
        }
        return here == null ? toTheCentre(credential, null) : unbooked(credential, person, here);
    }

    private AccessDecision booked(Credential credential, Booking booking) {
        Room room = deliberation.config.room(booking.room()).orElse(null);
        if (room == null) {
            return toTheCentre(credential, null);
        }
        Way way = Way.from(deliberation, door, room);
        AccessDecision refused = rights.doorUnavailable(way);
        if (refused == null) {
            refused = rights.full(room);
        }
        if (refused == null) {
            refused = pinRefusal(way, credential);
        }
        if (refused == null) {
            refused = rights.needsAnother(way);
        }
        if (refused != null) {
            return refused;
        }
        rights.remark(way);
        return deliberation.grant(
                CheckInReason.ROOM_GRANTED,
                "booking.now",
                new Step(NextStep.GO_TO_ROOM)
                        .room(room)
                        .until(booking.until())
                        .unlockSeconds(way.unlockSeconds(deliberation.needsLonger()))
                        .doorName(way.insteadName()),
                Admission.to(way, room).byBooking(booking.id()));
    }

    /// At the door of a room that the person has not booked.
    private AccessDecision unbooked(Credential credential, Person person, Room here) {
        Bookings bookings = new Bookings(deliberation.snapshot, deliberation.at);
        if (here.open()) {
            return bookings.isTakenByAnother(person.id(), here.id())
                    ? rights.full(here, "booking.of-another")
                    : toTheCentre(credential, here);
        }
        return bookings.laterOf(person.id(), here.id())
                .map(booking ->
                        deliberation.refuse(
                                CheckInReason.ROOM_EARLY,
                                "booking.later",
                                Step.comeBack(booking.from()).until(booking.until()).room(here)))
                .or(() -> Optional.ofNullable(rights.seatNotNow(here)))
                .orElseGet(() -> unknown("room.no-right"));
    }

    private AccessDecision toTheCentre(Credential credential, @Nullable Room room) {
        Way way = Way.from(deliberation, door, room);
        AccessDecision refused = rights.full(room);
        if (refused == null) {
            refused = pinRefusal(way, credential);
        }
        if (refused == null) {
            refused = rights.needsAnother(way);
        }
        return refused != null ? refused : checkedIn("person.visitor", way, room);
    }

    private AccessDecision checkedIn(String rule, Way way, @Nullable Room room) {
        rights.remark(way);
        Step step = new Step(way.unlock().isEmpty() ? NextStep.SIT_DOWN : NextStep.GO_IN);
        return deliberation.grant(
                CheckInReason.CHECKED_IN,
                rule,
                step.room(room)
                        .until(deliberation.closing())
                        .unlockSeconds(way.unlockSeconds(deliberation.needsLonger()))
                        .doorName(way.insteadName()),
                Admission.to(way, room));
    }

    private @Nullable AccessDecision pinRefusal(Way way, Credential credential) {
        return pins.refusal(way.needsPin(), credential);
    }

    /// Validity, hours and age cannot be judged, so nothing unlocks; at a terminal that opens no
    /// door the person is inside already and is counted.
    private AccessDecision withoutClock() {
        return door == null
                ? deliberation.grant(
                        CheckInReason.CHECKED_IN,
                        "clock.untrusted-no-door",
                        new Step(NextStep.SIT_DOWN),
                        Admission.NONE)
                : deliberation.refuse(
                        CheckInReason.DOOR_UNAVAILABLE,
                        "clock.untrusted",
                        deliberation.steps.help());
    }

    private AccessDecision unknown(String rule) {
        return deliberation.refuse(CheckInReason.UNKNOWN, rule, deliberation.steps.help());
    }

    private AccessDecision expired(String rule) {
        return deliberation.refuse(CheckInReason.EXPIRED, rule, deliberation.steps.desk());
    }

    /// The room that this reader's door leads into; null for the entrance, a hall, or no door.
    private @Nullable Room roomAtReader() {
        return Readers.room(deliberation.config, door);
    }

    private static boolean isIn(Booking booking, Room room) {
        return booking.room().equals(room.id());
    }
}
