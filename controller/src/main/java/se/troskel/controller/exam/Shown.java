package se.troskel.controller.exam;

import org.jspecify.annotations.Nullable;
import se.troskel.protocol.decision.DocumentReading;
import se.troskel.protocol.decision.DocumentType;
import se.troskel.protocol.decision.IdentityMatch;

/// What somebody has shown to prove who they are. Holds no number, name or picture.
public sealed interface Shown {
    /// Nothing yet: it will be looked at in the room.
    record Later() implements Shown {}

    /// There is no document, as the candidate says.
    record NoDocument() implements Shown {}

    /// An identity document.
    ///
    /// @param expired null when nobody has read its date yet
    /// @param match how it fits the registration; null when nothing was read
    record Document(
            DocumentType type,
            @Nullable Boolean expired,
            DocumentReading reading,
            @Nullable IdentityMatch match)
            implements Shown {}
}
