package se.troskel.protocol.kiosk;

import java.util.UUID;
import se.troskel.protocol.decision.Intent;
import se.troskel.protocol.decision.Medium;

/// Something was shown to a terminal's reader. POST `/api/v1/kiosk/presentations`, answered by an
/// [Answer].
///
/// @param id made by the kiosk, the same when the same presentation is sent again after a lost
///   connection: the answer is then the same and nothing is recorded twice
/// @param kiosk the terminal's device id
/// @param value what the reader gave, 1 to 512 characters; never logged
public record Presentation(UUID id, String kiosk, Medium medium, String value, Intent intent) {
    /// Longest value taken.
    public static final int MAX_VALUE = 512;

    public Presentation {
        if (value.isEmpty() || value.length() > MAX_VALUE) {
            throw new IllegalArgumentException(
                    "a presented value has 1 to "
                            + MAX_VALUE
                            + " characters, this one "
                            + value.length());
        }
    }

    /// Without the value, so that no log or exception shows a card number.
    @Override
    public String toString() {
        return "Presentation[" + id + " " + kiosk + " " + medium + " " + intent + "]";
    }
}
