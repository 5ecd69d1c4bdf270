package se.troskel.controller.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.troskel.controller.access.PinEntered;

/// Would this person be let in there and then, and why or why not?
///
/// @param who a card's number, or part of a name
/// @param person id of the one who was chosen among several; null when nobody was
/// @param door the door by whose reader; null for a terminal that opens none
/// @param at null for now
/// @param pin what would be typed
public record WhyQuestion(
        String who,
        @Nullable String person,
        @Nullable String door,
        @Nullable Instant at,
        PinEntered pin) {
    /// Without whom it is about.
    @Override
    public String toString() {
        return "WhyQuestion[" + door + "]";
    }
}
