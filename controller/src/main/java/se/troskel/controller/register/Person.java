package se.troskel.controller.register;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.VisitKind;

/// Somebody with a right to come in.
///
/// @param id random, never derived from a number of theirs
/// @param name as staff wrote it; never leaves the centre, never on a terminal
/// @param kind [VisitKind#STUDENT] or [VisitKind#WORKER]
/// @param born null when not known; then nobody is taken to be of age unless the agreement was
///   accepted at the desk
/// @param validFrom first instant of the right
/// @param validUntil end of the right (exclusive); null when it has none
/// @param agreementAcceptedAt when the agreement on unstaffed hours was accepted; null when it was
///   not
/// @param protectedIdentity whether the person's name may stand on no list
/// @param extendedTime whether doors stay unlocked longer for the person; why is nobody's concern
///   and kept nowhere (DOMAIN L7)
public record Person(
        String id,
        String name,
        VisitKind kind,
        @Nullable LocalDate born,
        Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable Instant agreementAcceptedAt,
        boolean protectedIdentity,
        boolean extendedTime) {
    /// Without the name.
    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
