package se.troskel.simulation.day;

import java.util.List;
import java.util.stream.Collectors;

/// What was seen in one look.
///
/// @param held whether it was what had been expected
/// @param words what was seen, for a reader; on one line
record Seen(boolean held, String words) {
    static Seen all(List<Seen> parts) {
        return new Seen(
                parts.stream().allMatch(Seen::held),
                parts.stream().map(Seen::words).collect(Collectors.joining("; ")));
    }
}
