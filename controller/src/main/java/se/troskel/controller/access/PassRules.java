package se.troskel.controller.access;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.troskel.config.Door;
import se.troskel.config.Room;
import se.troskel.controller.access.Deliberation.Admission;
import se.troskel.controller.register.Credential;
import se.troskel.controller.register.DayPass;
import se.troskel.controller.register.Person;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.NextStep;

/// Entry by day pass: its holder works here within its hours, at its own doors only, exam postures
/// included; nothing else is asked of them but the PIN, always. At a door of its own it opens that
/// one. At a terminal or reader that leads into no room it opens its door from afar if that is the
/// only one and not one for two people; among several nothing is guessed.
final class PassRules {
    private final Deliberation deliberation;
    private final Rights rights;
    private final PinQuestion pins;
    private final @Nullable String door;

    PassRules(Deliberation deliberation, AccessQuestion question) {
        this.deliberation = deliberation;
        this.rights = new Rights(deliberation);
        this.pins = new PinQuestion(deliberation, question.pin());
        this.door = question.door();
    }

    AccessDecision decide(Claim.Pass claim) {
        AccessSnapshot snapshot = deliberation.snapshot;
        DayPass pass = snapshot.register().passes().get(claim.lookup());
        Credential credential = snapshot.register().credentials().get(claim.lookup());
        Person person = pass == null ? null : snapshot.register().people().get(pass.person());
        if (pass == null || credential == null || person == null) {
            return deliberation.refuse(
                    CheckInReason.UNKNOWN, "pass.unknown", deliberation.steps.help());
        }
        deliberation.recognise(person, pass);
        AccessDecision refused = ofThePass(pass, credential);
        return refused != null ? refused : ofThePlace(pass, credential);
    }

    private @Nullable AccessDecision ofThePass(DayPass pass, Credential credential) {
        boolean ended =
                credential.blocked()
                        || deliberation.snapshot.blocked().contains(credential.lookup());
        if (ended) {
            return deliberation.refuseAndAlert(
                    CheckInReason.TOKEN_EXPIRED, "pass.ended", deliberation.steps.help());
        }
        if (deliberation.mode == null) {
            return deliberation.refuse(
                    CheckInReason.DOOR_UNAVAILABLE, "clock.untrusted", deliberation.steps.help());
        }
        if (Rights.hasEnded(pass.until(), deliberation.at)) {
            return deliberation.refuse(
                    CheckInReason.TOKEN_EXPIRED, "pass.over", deliberation.steps.help());
        }
        return deliberation.at.isBefore(pass.from())
                ? deliberation.refuse(
                        CheckInReason.TOKEN_EARLY,
                        "pass.not-yet",
                        Step.comeBack(pass.from()).until(pass.until()))
                : null;
    }

    private AccessDecision ofThePlace(DayPass pass, Credential credential) {
        Optional<Door> here = deliberation.config.door(door == null ? "" : door);
        boolean isOwn = here.filter(deliberation::leadsHolder).isPresent();
        if (!isOwn && Readers.room(deliberation.config, door) != null) {
            return deliberation.refuse(
                    CheckInReason.UNKNOWN, "pass.other-door", deliberation.steps.help());
        }
        Door target = isOwn ? here.orElseThrow() : fromAfar();
        if (target == null) {
            return deliberation.refuse(
                    CheckInReason.DOOR_UNAVAILABLE, "pass.at-its-door", deliberation.steps.help());
        }
        Way way = Way.from(deliberation, target.id(), null);
        AccessDecision refused = rights.doorUnavailable(way);
        if (refused == null) {
            refused = pins.refusal(true, credential);
        }
        if (refused == null) {
            refused = rights.needsAnother(way);
        }
        if (refused != null) {
            return refused;
        }
        rights.remark(way);
        Room room = Readers.room(deliberation.config, target.id());
        return deliberation.grant(
                CheckInReason.CHECKED_IN,
                "pass.now",
                new Step(next(isOwn, room, way))
                        .room(room)
                        .until(pass.until())
                        .unlockSeconds(way.unlockSeconds(deliberation.needsLonger()))
                        .doorName(way.insteadName()),
                Admission.to(way, room));
    }

    private static NextStep next(boolean isOwn, @Nullable Room room, Way way) {
        if (!isOwn && room != null) {
            return NextStep.GO_TO_ROOM;
        }
        return way.unlock().isEmpty() ? NextStep.SIT_DOWN : NextStep.GO_IN;
    }

    private @Nullable Door fromAfar() {
        List<Door> own =
                deliberation.config.doors().stream().filter(deliberation::leadsHolder).toList();
        return own.size() == 1 && !own.getFirst().rules().twoPersons() ? own.getFirst() : null;
    }
}
