package se.troskel.controller.site;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.troskel.controller.access.Claim;

/// The last card shown at each reader and terminal, for staff who has it in the hand; told for two
/// minutes, and kept in memory only. Owned by the loop's thread.
public final class LastCards {
    private static final long TOLD_NANOS = Duration.ofMinutes(2).toNanos();

    private final Map<String, Shown> last = new HashMap<>();

    /// A card that was shown.
    ///
    /// @param device the reader or terminal
    /// @param lookup keyed hash of its number
    public record Tapped(String device, String lookup, Instant at) {
        @Override
        public String toString() {
            return "Tapped[" + device + "]";
        }
    }

    private record Shown(Tapped tapped, long nanos) {}

    /// Something was shown there.
    void shown(String device, Claim claim, Moment now) {
        if (claim instanceof Claim.Card(String lookup)) {
            last.put(device, new Shown(new Tapped(device, lookup, now.at()), now.nanos()));
        }
    }

    /// The latest first.
    List<Tapped> tapped(Moment now) {
        return last.values().stream()
                .filter(shown -> now.nanos() - shown.nanos() < TOLD_NANOS)
                .sorted(Comparator.comparingLong(Shown::nanos).reversed())
                .map(Shown::tapped)
                .toList();
    }

    void tick(Moment now) {
        last.values().removeIf(shown -> now.nanos() - shown.nanos() >= TOLD_NANOS);
    }
}
