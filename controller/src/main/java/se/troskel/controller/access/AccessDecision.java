package se.troskel.controller.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.CheckInReason;
import se.troskel.protocol.decision.NextStep;
import se.troskel.protocol.decision.OpeningMode;
import se.troskel.protocol.decision.VisitKind;
import se.troskel.protocol.door.DoorCause;
import se.troskel.protocol.kiosk.AnswerDetails;

/// What was decided and why.
///
/// @param unlock the doors to unlock, in the order in which the person meets them: the reader's
///   own, then the room's; empty for none. Only with a granted reason
/// @param secondPersonAt the door that now waits for a second person; null for none
/// @param cause as whom the doors let the person in: `STAFF` also where only staff of exam rooms
///   may enter, `ERRAND` on the way back into an exam, else `CREDENTIAL`
/// @param extendedTime whether the person gets the door's extended time
/// @param room the room the person is sent to or checked in to; null for the centre as a whole
/// @param person id of the recognised person; null when nobody was
/// @param kind null when nobody was recognised
/// @param ticket hex number of a ticket that this admission uses up; null for none
/// @param booking id of the booking that this admission starts; null for none
/// @param alert whether staff should look: a blocked card, a locked PIN, a forged code
/// @param rules the rules that spoke, in order, as stable keys for "why?"
public record AccessDecision(
        CheckInReason reason,
        NextStep next,
        @Nullable OpeningMode mode,
        AnswerDetails details,
        List<String> unlock,
        @Nullable String secondPersonAt,
        DoorCause cause,
        boolean extendedTime,
        @Nullable String room,
        @Nullable String person,
        @Nullable VisitKind kind,
        @Nullable String ticket,
        @Nullable String booking,
        boolean alert,
        List<String> rules) {
    /// The rule that speaks when somebody comes in again without having gone out.
    public static final String CAME_IN_AGAIN = "door.came-in-again";

    public AccessDecision {
        unlock = List.copyOf(unlock);
        rules = List.copyOf(rules);
    }
}
