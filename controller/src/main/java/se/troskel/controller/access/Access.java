package se.troskel.controller.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Door;
import se.troskel.controller.access.Deliberation.Admission;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.Person;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.decision.Medium;
import se.troskel.protocol.decision.NextStep;

/// The decision of everyday check-in and access (DOMAIN 5.1). Refusals override: the first of these
/// that has something against the person decides, and only what passes all is granted.
///
/// 1. Leaving is never refused, whoever leaves and whatever is shown; during evacuation the step is
///    to leave now.
/// 2. A break-glass credential is let in. Evacuation: nobody is let in.
/// 3. Card: blocked (by register or journal), unknown, clock untrusted, not yet valid, expired, its
///    loan over. Ticket: other centre, used, clock untrusted, over, not yet, its holder gone or
///    expired. Day pass: unknown, ended by staff, clock untrusted, over, not yet, not for this
///    door.
/// 4. The door refuses everybody, or under an exam posture everybody without the right to exam
///    rooms (see below). A door that does not open as it should is left for another one to the same
///    place; where there is none it is tried. Whoever comes to a seat in a sitting, in its hours,
///    goes on at 7 with its room; where an exam posture keeps that room for staff, an entrance
///    still lets them into the building, and one on the way back from an errand is let in also
///    under `EXAM_CLOSED` and `EXAM_QUIET`.
/// 5. Closed day, out of hours. Staff and day passes pass, and 6 and 7 too.
/// 6. Unstaffed: no agreement, under age.
/// 7. The room: no right to it, booked later, its sitting later or over, several rooms at once,
///    full.
/// 8. The PIN, where a door that has to be unlocked asks for one: paused, never chosen, wrong, not
///    yet entered. Outside the opening hours every door asks for one, and a day pass always does.
/// 9. Two people, where the door at the reader asks for them: whoever passes all the above first
///    waits; somebody else who does so within a minute is let in, and the first with them.
///
/// **Staff** is a `WORKER`, and whoever's cards are linked to an account that may `UNLOCK` or
/// `EXAM_ROOMS`. What they may is a capability, no rank (DOMAIN 5.2): under `EXAM_PREPARE`,
/// `EXAM_CLOSED` and `EXAM_QUIET` only `EXAM_ROOMS` lets anybody in who is not on an errand, and
/// under `EXAM_ADMIT` staff without it is refused while those with a seat are not. A caretaker has
/// it only when given it.
///
/// Coming in again without having gone out refuses nobody; it is only remarked.
///
/// **Clock untrusted** ([AccessSnapshot#clockTrusted()]): no hour or date can be judged, so no door
/// is unlocked by a card or ticket, no staffed hours are assumed and no time is promised; blocked
/// and unknown cards, foreign and used tickets are still told apart, and leaving is free.
public final class Access {
    private Access() {}

    /// Decides. Never throws; the same for the same arguments. `question.pin()` is about this try:
    /// with [PinEntered#WRONG] the snapshot's [PinState] is the one before it, and the caller then
    /// keeps [PinRule#after].
    public static AccessDecision decide(
            AccessSnapshot snapshot, AccessQuestion question, Instant at) {
        Deliberation deliberation = new Deliberation(snapshot, at);
        if (question.intent() == Intent.LEAVE) {
            return leaving(deliberation, question.claim());
        }
        if (question.claim() instanceof Claim.BreakGlass) {
            return breakGlass(deliberation, question.door());
        }
        if (snapshot.evacuate()) {
            return deliberation.refuse(
                    CheckInReason.EVACUATE, "evacuate", new Step(NextStep.LEAVE_NOW));
        }
        return switch (question.claim()) {
            case Claim.Card card -> new CardRules(deliberation, question).decide(card);
            case Claim.Ticket ticket -> new TicketRules(deliberation, question).decide(ticket);
            case Claim.Pass pass -> new PassRules(deliberation, question).decide(pass);
            case Claim.OtherCentre other ->
                    deliberation.refuse(
                            CheckInReason.WRONG_SITE,
                            "ticket.other-centre",
                            deliberation.steps.help().centreName(other.name()));
            case Claim.Unreadable unreadable -> unreadable(deliberation, unreadable);
            case Claim.Candidate _ ->
                    deliberation.refuse(
                            CheckInReason.UNKNOWN, "number.no-right", deliberation.steps.help());
            case Claim.BreakGlass _ -> breakGlass(deliberation, question.door());
        };
    }

    /// Nothing stands against it, whatever the register, the clock or the orders say.
    private static AccessDecision breakGlass(Deliberation deliberation, @Nullable String door) {
        Door own = door == null ? null : deliberation.config.door(door).orElse(null);
        return deliberation.decided(
                CheckInReason.BREAK_GLASS,
                "break-glass",
                own == null
                        ? deliberation.steps.help()
                        : new Step(NextStep.GO_IN)
                                .unlockSeconds(own.times().extendedAccessSeconds()),
                Admission.unlocking(own == null ? List.of() : List.of(own.id())),
                true);
    }

    private static AccessDecision leaving(Deliberation deliberation, Claim claim) {
        AccessSnapshot snapshot = deliberation.snapshot;
        boolean alert = false;
        Person person = null;
        switch (claim) {
            case Claim.Card card -> {
                Credential credential = snapshot.register().credentials().get(card.lookup());
                alert = CardRules.isBlocked(snapshot, card, credential);
                person = credential == null ? null : personById(snapshot, credential.person());
            }
            case Claim.Ticket ticket -> person = personById(snapshot, ticket.person());
            case Claim.Pass(Medium _, String lookup) -> {
                Credential credential = snapshot.register().credentials().get(lookup);
                person = credential == null ? null : personById(snapshot, credential.person());
            }
            case Claim.OtherCentre _,
                    Claim.Unreadable _,
                    Claim.Candidate _,
                    Claim.BreakGlass _ -> {}
        }
        if (person != null) {
            deliberation.recognise(person);
        }
        NextStep next = snapshot.evacuate() ? NextStep.LEAVE_NOW : NextStep.GOODBYE;
        return deliberation.decided(
                CheckInReason.CHECKED_OUT, "leaving", new Step(next), Admission.NONE, alert);
    }

    private static AccessDecision unreadable(
            Deliberation deliberation, Claim.Unreadable unreadable) {
        if (unreadable.medium() == Medium.CARD) {
            return deliberation.refuse(
                    CheckInReason.UNKNOWN, "card.unreadable", deliberation.steps.help());
        }
        Step step = new Step(NextStep.SHOW_LATEST_CODE);
        return unreadable.forged()
                ? deliberation.refuseAndAlert(CheckInReason.TOKEN_UNREADABLE, "ticket.forged", step)
                : deliberation.refuse(CheckInReason.TOKEN_UNREADABLE, "ticket.unreadable", step);
    }

    private static @Nullable Person personById(AccessSnapshot snapshot, @Nullable String id) {
        return id == null ? null : snapshot.register().people().get(id);
    }
}
