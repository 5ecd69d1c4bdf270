package se.troskel.controller.site;

import java.time.Instant;
import se.troskel.controller.access.AccessSnapshot;

/// What a decision may look at, as it was at an instant. Immutable; free to leave the loop.
public record SnapshotAt(AccessSnapshot snapshot, Instant at) {
    /// Without the people in it.
    @Override
    public String toString() {
        return "SnapshotAt[" + at + "]";
    }
}
