package se.troskel.controller.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Room;
import se.troskel.controller.access.Deliberation.Admission;
import se.troskel.controller.register.Person;
import se.troskel.controller.register.SeatRight;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.decision.VisitKind;

/// Entry by ticket of this centre: one admission, in one window, while the centre is open. Whoever
/// holds a ticket may be alone in the building if staff wrote it for nobody in particular; one
/// written for a person lets that person in under the person's own rules. No PIN: the signature and
/// the single use stand in for it. A ticket that names somebody with a seat shows who they are, as
/// a card does: their seat lets them in, again and again, and does not use it up.
final class TicketRules {
    private final Deliberation deliberation;
    private final Rights rights;
    private final SeatRules seats;
    private final @Nullable String door;

    TicketRules(Deliberation deliberation, AccessQuestion question) {
        this.deliberation = deliberation;
        this.rights = new Rights(deliberation);
        this.seats = new SeatRules(deliberation, rights, question.door());
        this.door = question.door();
    }

    AccessDecision decide(Claim.Ticket ticket) {
        List<SeatRight> seat = seat(ticket);
        AccessDecision refused = ofTheTicket(ticket, !seat.isEmpty());
        if (refused == null && ticket.person() != null) {
            refused = ofThePerson(ticket.person(), !seat.isEmpty());
        } else if (refused == null) {
            deliberation.countAs(VisitKind.GUEST);
        }
        if (refused != null) {
            return refused;
        }
        return seat.isEmpty() ? ofThePlace(ticket) : seats.decide(seat, _ -> null);
    }

    /// A ticket for one room takes nobody to another with a seat, but shows who they are there.
    private List<SeatRight> seat(Claim.Ticket ticket) {
        if (ticket.person() == null) {
            return List.of();
        }
        boolean atARoom = Readers.room(deliberation.config, door) != null;
        return seats.now(ticket.person()).stream()
                .filter(seat ->
                        atARoom || ticket.room() == null || ticket.room().equals(seat.room()))
                .toList();
    }

    private @Nullable AccessDecision ofTheTicket(Claim.Ticket ticket, boolean seated) {
        Instant at = deliberation.at;
        if (!seated && deliberation.snapshot.usedTickets().contains(ticket.id())) {
            return latestCode(CheckInReason.TOKEN_USED, "ticket.used");
        }
        if (deliberation.mode == null) {
            return deliberation.refuse(
                    CheckInReason.DOOR_UNAVAILABLE, "clock.untrusted", deliberation.steps.help());
        }
        if (Rights.hasEnded(ticket.validUntil(), at)) {
            return latestCode(CheckInReason.TOKEN_EXPIRED, "ticket.over");
        }
        if (at.isBefore(ticket.validFrom())) {
            return deliberation.refuse(
                    CheckInReason.TOKEN_EARLY,
                    "ticket.not-yet",
                    Step.comeBack(ticket.validFrom()).until(ticket.validUntil()));
        }
        return null;
    }

    private @Nullable AccessDecision ofThePerson(String id, boolean seated) {
        Person person = deliberation.snapshot.register().people().get(id);
        if (person == null) {
            return latestCode(CheckInReason.TOKEN_EXPIRED, "ticket.holder-gone");
        }
        deliberation.recognise(person);
        if (Rights.hasEnded(person.validUntil(), deliberation.at)) {
            return deliberation.refuse(
                    CheckInReason.EXPIRED, "person.expired", deliberation.steps.desk());
        }
        return seated ? null : rights.mayNotBeAlone(person);
    }

    private AccessDecision ofThePlace(Claim.Ticket ticket) {
        Room here = Readers.room(deliberation.config, door);
        Room room =
                ticket.room() == null ? here : deliberation.config.room(ticket.room()).orElse(null);
        if (ticket.room() != null && room == null) {
            return latestCode(CheckInReason.TOKEN_EXPIRED, "ticket.room-gone");
        }
        if (here != null && !isFor(ticket, here)) {
            AccessDecision seat = rights.seatNotNow(here);
            return seat != null
                    ? seat
                    : deliberation.refuse(
                            CheckInReason.UNKNOWN, "room.no-right", deliberation.steps.help());
        }
        Way way = Way.from(deliberation, door, room);
        AccessDecision refused = rights.doorUnavailable(way);
        if (refused == null) {
            refused = rights.notOpen();
        }
        if (refused == null) {
            refused = rights.full(room);
        }
        if (refused == null) {
            refused = rights.needsAnother(way);
        }
        if (refused != null) {
            return refused;
        }
        rights.remark(way);
        Admission admission = Admission.to(way, room).byTicket(ticket.id());
        Step step =
                new Step(nextStep(ticket, way))
                        .room(room)
                        .until(
                                ticket.room() == null
                                        ? deliberation.closing()
                                        : ticket.validUntil());
        return deliberation.grant(
                ticket.room() == null ? CheckInReason.CHECKED_IN : CheckInReason.ROOM_GRANTED,
                "ticket.now",
                step.unlockSeconds(way.unlockSeconds(deliberation.needsLonger()))
                        .doorName(way.insteadName()),
                admission);
    }

    private static NextStep nextStep(Claim.Ticket ticket, Way way) {
        if (ticket.room() != null) {
            return NextStep.GO_TO_ROOM;
        }
        return way.unlock().isEmpty() ? NextStep.SIT_DOWN : NextStep.GO_IN;
    }

    /// A ticket without a room opens the rooms that need no booking.
    private static boolean isFor(Claim.Ticket ticket, Room here) {
        return ticket.room() == null ? here.open() : ticket.room().equals(here.id());
    }

    private AccessDecision latestCode(CheckInReason reason, String rule) {
        return deliberation.refuse(reason, rule, new Step(NextStep.SHOW_LATEST_CODE));
    }
}
