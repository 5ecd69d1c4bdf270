package se.troskel.controller.access;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Room;
import se.troskel.controller.access.Deliberation.Admission;
import se.troskel.controller.register.SeatRight;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.NextStep;

/// Entry by a seat in a sitting (DOMAIN 4.4): to the door of the room with the seat, and to the
/// doors on the way to it. Neither opening hours, agreement nor age are asked for, since there is
/// an invigilator; a PIN and two people are, where the doors ask for them. A full room refuses
/// those who are to be admitted, but nobody who comes back from an errand.
final class SeatRules {
    private final Deliberation deliberation;
    private final Rights rights;
    private final @Nullable String door;
    private final @Nullable Room here;

    SeatRules(Deliberation deliberation, Rights rights, @Nullable String door) {
        this.deliberation = deliberation;
        this.rights = rights;
        this.door = door;
        this.here = Readers.room(deliberation.config, door);
    }

    /// The person's rights that hold now and that this reader can serve, the way back from an
    /// errand first; empty where other rules decide.
    List<SeatRight> now(String person) {
        List<SeatRight> all = deliberation.snapshot.seats().ofPerson(person);
        if (all.isEmpty()) {
            return all;
        }
        return all.stream()
                .filter(seat -> seat.holdsAt(deliberation.at))
                .filter(seat -> here == null || here.id().equals(seat.room()))
                .filter(seat -> deliberation.config.room(seat.room()).isPresent())
                .sorted(Comparator.comparing(SeatRight::errand).reversed())
                .toList();
    }

    /// Whether somebody who works at the centre comes as a candidate: only at the door of the room
    /// with their seat, and only where they have no right to exam rooms anyhow.
    boolean mayComeAsCandidate() {
        return !deliberation.isStaff() || (here != null && !deliberation.mayEnterExamRooms());
    }

    /// What rights that hold now say of the recognised person.
    ///
    /// @param now not empty
    /// @param pin the refusal for want of a PIN on this way; null for none
    AccessDecision decide(List<SeatRight> now, Function<Way, @Nullable AccessDecision> pin) {
        if (now.stream().map(SeatRight::room).distinct().count() > 1) {
            return deliberation.refuse(
                    CheckInReason.AMBIGUOUS, "seat.several", deliberation.steps.help());
        }
        SeatRight seat = now.getFirst();
        Room room = deliberation.config.room(seat.room()).orElseThrow();
        deliberation.comesTo(seat);
        Way way = Way.from(deliberation, door, room);
        boolean staffOnly = way.available() && !deliberation.mayEnter(way.entry());
        if (staffOnly && here == null && door != null) {
            return intoTheBuilding(pin);
        }
        AccessDecision refused = rights.doorUnavailable(way);
        if (refused == null && !seat.errand() && new Space(deliberation.snapshot).isFull(room)) {
            refused =
                    deliberation.refuse(
                            CheckInReason.FULL,
                            "space.room-full",
                            deliberation.steps.help().room(room));
        }
        if (refused == null) {
            refused = pin.apply(way);
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
                seat.errand() ? "seat.way-back" : "seat.now",
                new Step(NextStep.GO_TO_ROOM)
                        .room(room)
                        .unlockSeconds(way.unlockSeconds(deliberation.needsLonger()))
                        .doorName(way.insteadName()),
                Admission.to(way, room));
    }

    /// At an entrance, while the room itself lets in staff only: as far as its door, where the
    /// invigilator is.
    private AccessDecision intoTheBuilding(Function<Way, @Nullable AccessDecision> pin) {
        Way way = Way.from(deliberation, door, null);
        AccessDecision refused = rights.doorUnavailable(way);
        if (refused == null) {
            refused = pin.apply(way);
        }
        if (refused == null) {
            refused = rights.needsAnother(way);
        }
        if (refused != null) {
            return refused;
        }
        rights.remark(way);
        return deliberation.grant(
                CheckInReason.CHECKED_IN,
                "seat.room-not-open",
                new Step(NextStep.GO_IN)
                        .unlockSeconds(way.unlockSeconds(deliberation.needsLonger()))
                        .doorName(way.insteadName()),
                Admission.to(way, null));
    }
}
