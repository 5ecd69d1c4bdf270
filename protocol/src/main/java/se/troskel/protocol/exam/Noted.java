package se.troskel.protocol.exam;

import java.time.Instant;

/// When something happened, when it was written down, and by whom: what was noted on paper is
/// entered later.
///
/// @param by name of the staff member
public record Noted(Instant happened, Instant recorded, String by) {
    /// How far apart counts as later.
    private static final long LATER_SECONDS = 60;

    /// Whether it was written down some time after it happened.
    public boolean isLater() {
        return recorded.isAfter(happened.plusSeconds(LATER_SECONDS));
    }
}
