package se.troskel.protocol.kiosk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.Purpose;
import se.troskel.protocol.decision.VisitKind;

/// A visit without a card, counted at the terminal: a guest, a group or a child. POST
/// `/api/v1/kiosk/visits`, answered by an [Answer].
///
/// @param kind never [VisitKind#WORKER] or [VisitKind#STUDENT]: those have a card
/// @param people 1 to 99, a group's host among them
/// @param purpose null when none was chosen
/// @param host id of the [Presentation] with which a group's host was let in at this terminal less
///   than a minute ago; null when nobody in the group has a card, and for every other kind
public record VisitRequest(
        UUID id,
        String kiosk,
        VisitKind kind,
        int people,
        @Nullable Purpose purpose,
        @Nullable UUID host) {
    public VisitRequest {
        if (people < 1 || people > 99) {
            throw new IllegalArgumentException("a visit is of 1 to 99 people");
        }
        if (kind == VisitKind.WORKER || kind == VisitKind.STUDENT) {
            throw new IllegalArgumentException("a student or worker checks in with a card");
        }
        if (host != null && kind != VisitKind.GROUP) {
            throw new IllegalArgumentException("only a group has a host");
        }
    }
}
