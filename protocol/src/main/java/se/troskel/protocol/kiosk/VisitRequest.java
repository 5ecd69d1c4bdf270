package se.troskel.protocol.kiosk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.Purpose;
import se.troskel.protocol.decision.VisitKind;

/// A visit without a card, counted at the terminal: a guest, a group or a child. POST
/// `/api/v1/kiosk/visits`, answered by an [Answer].
///
/// @param kind never [VisitKind#WORKER] or [VisitKind#STUDENT]: those have a card
/// @param people 1 to 99
/// @param purpose null when none was chosen
public record VisitRequest(
        UUID id, String kiosk, VisitKind kind, int people, @Nullable Purpose purpose) {
    public VisitRequest {
        if (people < 1 || people > 99) {
            throw new IllegalArgumentException("a visit is of 1 to 99 people");
        }
        if (kind == VisitKind.WORKER || kind == VisitKind.STUDENT) {
            throw new IllegalArgumentException("a student or worker checks in with a card");
        }
    }
}
